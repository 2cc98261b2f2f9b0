/// One-way streets in the centres of towns, as many as leave every place reachable from every other.
enum OneWayStreets {
  /// Longer streets are not tried, in nodes.
  private static let longest = 16

  /// Makes some of the streets that `isCandidate` accepts one-way.
  ///
  /// - Parameter share: How many of them are tried.
  static func mark(
    on draft: inout RoadDraft, share: Double, isCandidate: (RoadDraft.Street) -> Bool,
    using random: inout SplitMix64
  ) {
    var tried: [Int] = []
    for street in draft.streets.indices where isCandidate(draft.streets[street]) {
      let nodes = draft.nodes(of: street)
      guard nodes.count <= longest, let first = nodes.first, let last = nodes.last,
        draft.edgesAt[first].count > 1,
        draft.edgesAt[last].count > 1, random.unit() < share
      else { continue }
      draft.streets[street].isOneWay = true
      tried.append(street)
    }
    // Each round takes back at least one street, so it ends.
    while !tried.isEmpty {
      let groups = StrongComponents(of: draft).groups
      let cutting = tried.filter { street in
        let nodes = draft.nodes(of: street)
        return nodes.contains { groups[$0] != groups[nodes[0]] }
      }
      guard !cutting.isEmpty else { return }
      for street in cutting { draft.streets[street].isOneWay = false }
      tried.removeAll { cutting.contains($0) }
    }
  }
}
