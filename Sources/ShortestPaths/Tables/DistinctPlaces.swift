/// Places without those whose seeds another one has already.
struct DistinctPlaces: Sendable {
  /// The first place of each kind.
  private(set) var first: [Int] = []
  /// Of each place, the first that has the same seeds.
  private(set) var same: [Int] = []

  init(_ places: [[Seed]]) {
    var known: [[Seed]: Int] = [:]
    for (index, seeds) in places.enumerated() {
      if let twin = known[seeds] {
        same.append(twin)
      } else {
        known[seeds] = index
        same.append(index)
        first.append(index)
      }
    }
  }
}
