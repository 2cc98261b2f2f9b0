public import Domain

/// Which kecamatan, or which island of one, each courier serves on one day.
///
/// A courier's day belongs to one kecamatan: borders are what the office, the handover document
/// and the head of the kecamatan think in. Couriers with a choice go where they make the loads
/// even, a load being expected work over the time that the couriers sent to it have left for it:
/// their shifts without breaks and without the way from the base and back.
///
/// 1. Couriers with one possible kecamatan stay there.
/// 2. Work that needs a skill gets skilled couriers, most such work first, until it is covered.
/// 3. Each other courier, those with the fewest choices first, goes to the highest load; a
///    kecamatan without a courier is higher than any with one. An island is open to a courier once
///    all land that the courier could serve has somebody, as far as boats have seats, and as long as
///    no more couriers go to islands than these have of all work, crossings counted, or one.
/// 4. While a chain of moves (one courier from A to B, one from B to C) makes the highest load
///    among the kecamatan it touches lower, it is made. Between couriers who all have the same time
///    left everywhere, no better highest load exists when none is left.
/// 5. Two couriers change places while that serves their own order of preference, or as much of it
///    and shortens their ways, and makes the higher of both loads no higher. Then 4 and 5 again,
///    because shorter ways leave more time.
///
/// Whole numbers only, so the answer is the same everywhere.
///
/// Source of 4: Harvey, Ladner, Lovász, Tamir, "Semi-matchings for bipartite graphs and load
/// balancing", Journal of Algorithms 59(1), 2006.
public struct Allocation: Equatable, Sendable {
  /// One entry per courier in the order given; nothing for those with no work in reach.
  public let kecamatanByCourier: [RegionCode?]
  /// The index of the work that each courier is sent to.
  let workByCourier: [Int?]

  /// - Parameters:
  ///   - works: At most one per kecamatan and island; those without work get nobody.
  ///   - travel: How long the way from a base to the middle of the work is.
  /// - Complexity: O(couriers × kecamatan) per move made, O(couriers²) per round of changes.
  public init(of couriers: [Courier], to works: [KecamatanWork], travel: any TravelModel) {
    var search = AllocationSearch(couriers: couriers, works: works, travel: travel)
    search.stayWhereThereIsNoChoice()
    search.coverSkills()
    search.placeTheRest()
    for _ in 1...2 {
      search.even()
      search.changePlaces()
    }
    kecamatanByCourier = search.places.map { place in place.map { search.works[$0].kecamatan } }
    workByCourier = search.places.map { place in place.map { search.order[$0] } }
  }

  /// The indices of the couriers sent to `kecamatan`, ascending.
  public func couriers(in kecamatan: RegionCode) -> [Int] {
    kecamatanByCourier.indices.filter { kecamatanByCourier[$0] == kecamatan }
  }

  /// The indices of the couriers sent to a work, ascending.
  func couriers(at work: Int) -> [Int] {
    workByCourier.indices.filter { workByCourier[$0] == work }
  }
}
