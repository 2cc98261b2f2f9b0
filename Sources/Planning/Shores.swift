import Domain
import Geometry

/// Which land places are on, as far as getting about is concerned: land masses with a way between
/// them are one shore.
struct Shores: Sendable {
  /// Water narrower than this is taken to be bridged where no map of roads says otherwise.
  ///
  /// Pulau Pasaran in Bandar Lampung lies 193 m off its kelurahan and has a bridge.
  static let bridgedWater = Metres(200)
  /// How many doors of an island are tried before it is taken to have no way to the mainland.
  private static let triedDoors = 20
  private static let triedOrigins = 3

  /// The shore of most couriers' bases; the smallest where several have as many.
  let main: Int

  private let land: LandMasses
  /// The smallest mass on the same shore.
  private let shoreOfMass: [Int]

  init(
    _ land: LandMasses, couriers: [Courier], doors: [Coordinate], piers: [Coordinate],
    travel: any TravelModel
  ) {
    self.land = land
    let doorsByMass = Dictionary(grouping: doors) { land.mass(of: $0) }
    let bases = couriers.filter { land.mass(of: $0.base) != nil }
    let used = Set((doors + piers + bases.map(\.base)).compactMap(land.mass)).sorted()
    var shores = Array(0..<land.count)
    for (position, first) in used.enumerated() {
      for second in used.dropFirst(position + 1) where shores[first] != shores[second] {
        let isJoined =
          travel.followsRoads
          ? Self.hasWay(first, second, land, couriers, doorsByMass, travel)
          : land.distance(from: first, to: second, within: Self.bridgedWater) != nil
        guard isJoined else { continue }
        let (kept, joined) = (
          min(shores[first], shores[second]), max(shores[first], shores[second])
        )
        for mass in shores.indices where shores[mass] == joined { shores[mass] = kept }
      }
    }
    shoreOfMass = shores
    var counts = Array(repeating: 0, count: land.count)
    for base in bases { counts[land.mass(of: base.base).map { shores[$0] } ?? 0] += 1 }
    main = counts.indices.max { (counts[$0], $1) < (counts[$1], $0) } ?? 0
  }

  /// The shore of a place; places off the known land count to the main shore.
  func shore(of place: Coordinate) -> Int { land.mass(of: place).map { shoreOfMass[$0] } ?? main }

  /// Whether a road leads from a base on one mass to a door on the other; where nobody has a base
  /// on either, from one of the first doors.
  private static func hasWay(
    _ first: Int, _ second: Int, _ land: LandMasses, _ couriers: [Courier],
    _ doors: [Int?: [Coordinate]], _ travel: any TravelModel
  ) -> Bool {
    for (here, there) in [(first, second), (second, first)] {
      let resident = couriers.first { land.mass(of: $0.base) == here }
      guard let courier = resident ?? couriers.first else { return false }
      let origins = resident.map { [$0.base] } ?? Array((doors[here] ?? []).prefix(triedOrigins))
      let isReached = (doors[there] ?? []).prefix(triedDoors).contains { door in
        origins.contains { travel.seconds(from: $0, to: door, for: courier, in: nil) != nil }
      }
      if isReached { return true }
    }
    return false
  }
}
