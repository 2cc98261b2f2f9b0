/// One side of a search in a ``ContractionHierarchy``: away from the seeds along arcs that rise,
/// forward from where paths begin or backward from where they end.
struct UpwardSearch: ~Copyable {
  enum Direction { case forward, backward }

  /// Where the search has been.
  struct Reach: BitwiseCopyable {
    var time: UInt32
    /// The arc by which it came, or `~index` of the seed.
    var arrival: Int32
  }

  private let reaches: Cells<Reach>
  private var reached = Cells<Int32>()
  private var queue = NodeQueue()

  init(nodeCount: Int) {
    reaches = Cells(repeating: Reach(time: PathTime.never, arrival: -1), count: nodeCount)
  }

  /// No node that is still to come takes less.
  @inline(__always)
  var smallestTime: UInt32 { queue.smallestKey }

  /// The time to `rank`, ``PathTime/never`` if the search has not come there.
  @inline(__always)
  func time(to rank: Int) -> UInt32 { reaches[rank].time }

  /// The arc by which the search came to `rank`, or `~index` of the seed.
  func arrival(at rank: Int) -> Int32 { reaches[rank].arrival }

  /// Forgets the last search and begins a new one.
  mutating func begin(at seeds: [Seed], in hierarchy: borrowing ContractionHierarchy) {
    queue.removeAll()
    while !reached.isEmpty { reaches[Int(reached.removeLast())].time = PathTime.never }
    for (index, seed) in seeds.enumerated() {
      let time = seed.checkedTime(nodeCount: hierarchy.nodeCount)
      reach(Int(hierarchy.rank[Int(seed.node)]), in: time, by: ~Int32(truncatingIfNeeded: index))
    }
  }

  /// Takes the nearest node and goes on from there; nil if its entry was out of date, or if there
  /// is a quicker way to it from above, so that no quickest path rises through it.
  ///
  /// - Precondition: `smallestTime` is a time.
  @inline(__always)
  mutating func settle(
    _ direction: Direction, in hierarchy: borrowing ContractionHierarchy
  ) -> (rank: Int, time: UInt32)? {
    let (rank, time) = queue.removeSmallest()
    guard time == reaches[rank].time else { return nil }
    let isForward = direction == .forward
    let against = isForward ? hierarchy.falling(to: rank) : hierarchy.rising(from: rank)
    for arc in against
    where reaches[hierarchy.higher(arc)].time &+ hierarchy.time(of: arc) < time { return nil }
    for arc in isForward ? hierarchy.rising(from: rank) : hierarchy.falling(to: rank) {
      reach(
        hierarchy.higher(arc), in: time &+ hierarchy.time(of: arc),
        by: Int32(truncatingIfNeeded: arc))
    }
    return (rank, time)
  }

  @inline(__always)
  private mutating func reach(_ rank: Int, in time: UInt32, by arrival: Int32) {
    let known = reaches[rank].time
    guard time < known else { return }
    if known == PathTime.never { reached.append(Int32(truncatingIfNeeded: rank)) }
    reaches[rank] = Reach(time: time, arrival: arrival)
    queue.insert(rank, key: time)
  }
}
