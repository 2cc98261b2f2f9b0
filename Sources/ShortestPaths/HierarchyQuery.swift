/// Quickest paths between two places in a ``ContractionHierarchy``.
///
/// Holds the memory of its searches: one query belongs to one thread and answers any number of
/// questions.
public struct HierarchyQuery: ~Copyable {
  private let hierarchy: ContractionHierarchy
  private var forward: UpwardSearch
  private var backward: UpwardSearch

  public init(_ hierarchy: ContractionHierarchy) {
    self.hierarchy = hierarchy
    forward = UpwardSearch(nodeCount: hierarchy.nodeCount)
    backward = UpwardSearch(nodeCount: hierarchy.nodeCount)
  }

  /// Returns the least time from one of the seeds to one of the others, nil if there is no way.
  ///
  /// - Precondition: The seeds are nodes of the graph with times that are not negative.
  public mutating func milliseconds(from departures: [Seed], to arrivals: [Seed]) -> Int32? {
    PathTime.answer(meet(from: departures, to: arrivals).time)
  }

  /// Returns the quickest path from one of the seeds to one of the others, nil if there is none.
  ///
  /// - Precondition: The seeds are nodes of the graph with times that are not negative.
  public mutating func path(from departures: [Seed], to arrivals: [Seed]) -> ShortestPath? {
    let meeting = meet(from: departures, to: arrivals)
    guard let milliseconds = PathTime.answer(meeting.time) else { return nil }
    let rise = climb(to: meeting.rank, of: forward)
    let fall = climb(to: meeting.rank, of: backward)
    var arcs: [Int32] = []
    for arc in rise.arcs.reversed() { hierarchy.unpack(arc, into: &arcs) }
    for arc in fall.arcs { hierarchy.unpack(arc, into: &arcs) }
    return ShortestPath(
      milliseconds: milliseconds, arcs: arcs, departure: rise.seed, arrival: fall.seed)
  }

  /// Searches from both sides until no better meeting can come.
  private mutating func meet(
    from departures: [Seed], to arrivals: [Seed]
  ) -> (time: UInt32, rank: Int) {
    var best = (time: PathTime.never, rank: -1)
    forward.begin(at: departures, in: hierarchy)
    backward.begin(at: arrivals, in: hierarchy)
    while true {
      let (ahead, behind) = (forward.smallestTime, backward.smallestTime)
      guard min(ahead, behind) < best.time else { return best }
      if ahead <= behind {
        guard let (rank, time) = forward.settle(.forward, in: hierarchy) else { continue }
        let total = time &+ backward.time(to: rank)
        if total < best.time { best = (total, rank) }
      } else {
        guard let (rank, time) = backward.settle(.backward, in: hierarchy) else { continue }
        let total = time &+ forward.time(to: rank)
        if total < best.time { best = (total, rank) }
      }
    }
  }

  /// The arcs from `rank` back to the seed where `search` began.
  private func climb(to rank: Int, of search: borrowing UpwardSearch) -> (arcs: [Int], seed: Int) {
    var arcs: [Int] = []
    var arrival = search.arrival(at: rank)
    while arrival >= 0 {
      arcs.append(Int(arrival))
      arrival = search.arrival(at: hierarchy.lower(Int(arrival)))
    }
    return (arcs, Int(~arrival))
  }
}
