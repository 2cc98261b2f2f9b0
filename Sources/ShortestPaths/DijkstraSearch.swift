/// The plain search for quickest paths, node by node in rising time.
///
/// Slow over long distances and beyond doubt: every other method of the module is held to it. One
/// search belongs to one thread and is used for any number of questions.
///
/// Source: Dijkstra, "A note on two problems in connexion with graphs", 1959.
public struct DijkstraSearch: ~Copyable {
  private let graph: DirectedGraph
  /// Per node the least time found, ``PathTime/never`` where the search has not been.
  private let times: Cells<UInt32>
  /// Per node the arc by which it was reached, or `~index` of the seed.
  private let arrivals: Cells<Int32>
  /// The nodes that have a time.
  private var reached = Cells<Int32>()
  private var queue = NodeQueue()

  public init(_ graph: DirectedGraph) {
    self.graph = graph
    times = Cells(repeating: PathTime.never, count: graph.nodeCount)
    arrivals = Cells(repeating: -1, count: graph.nodeCount)
  }

  /// Visits nodes in rising order of their time from `seeds`, equal times by the smaller node,
  /// until `visit` answers false or no more can be reached.
  ///
  /// - Parameter visit: Gets each node once, with its least time in milliseconds.
  /// - Precondition: The seeds are nodes of the graph with times that are not negative.
  public mutating func expand(
    from seeds: [Seed], _ visit: (_ node: Int, _ milliseconds: Int32) -> Bool
  ) {
    begin(at: seeds)
    while !queue.isEmpty {
      let (node, time) = queue.removeSmallest()
      guard time == times[node] else { continue }
      guard visit(node, Int32(time)) else { return }
      for arc in Int(graph.firstArc[node])..<Int(graph.firstArc[node + 1]) {
        let through = time &+ UInt32(graph.milliseconds[arc])
        reach(Int(graph.head[arc]), in: through, by: Int32(arc))
      }
    }
  }

  /// Returns the least time from one of the seeds to each node, ``Int32/max`` where there is no
  /// way.
  public mutating func milliseconds(from seeds: [Seed]) -> [Int32] {
    var answers = [Int32](repeating: .max, count: graph.nodeCount)
    expand(from: seeds) { node, milliseconds in
      answers[node] = milliseconds
      return true
    }
    return answers
  }

  /// Returns the least time from one of the seeds to one of the others, nil if there is no way.
  public mutating func milliseconds(from departures: [Seed], to arrivals: [Seed]) -> Int32? {
    search(from: departures, to: arrivals).flatMap { PathTime.answer($0.time) }
  }

  /// Returns the quickest path from one of the seeds to one of the others, nil if there is none.
  public mutating func path(from departures: [Seed], to arrivals: [Seed]) -> ShortestPath? {
    guard let (time, arrival) = search(from: departures, to: arrivals),
      let milliseconds = PathTime.answer(time)
    else { return nil }
    var arcs: [Int32] = []
    var node = Int(arrivals[arrival].node)
    while self.arrivals[node] >= 0 {
      let arc = self.arrivals[node]
      arcs.append(arc)
      node = tail(of: arc)
    }
    return ShortestPath(
      milliseconds: milliseconds, arcs: arcs.reversed(),
      departure: Int(~self.arrivals[node]), arrival: arrival)
  }

  /// Forgets the last search and begins a new one.
  private mutating func begin(at seeds: [Seed]) {
    queue.removeAll()
    while !reached.isEmpty { times[Int(reached.removeLast())] = PathTime.never }
    for (index, seed) in seeds.enumerated() {
      let time = seed.checkedTime(nodeCount: graph.nodeCount)
      reach(Int(seed.node), in: time, by: ~Int32(index))
    }
  }

  @inline(__always)
  private mutating func reach(_ node: Int, in time: UInt32, by arrival: Int32) {
    let known = times[node]
    guard time < known else { return }
    if known == PathTime.never { reached.append(Int32(node)) }
    times[node] = time
    arrivals[node] = arrival
    queue.insert(node, key: time)
  }

  /// Searches until no time of a node could still make a better end.
  private mutating func search(
    from departures: [Seed], to ends: [Seed]
  ) -> (time: UInt32, arrival: Int)? {
    var waiting: [Int: [Int]] = [:]
    for (index, seed) in ends.enumerated() {
      _ = seed.checkedTime(nodeCount: graph.nodeCount)
      waiting[Int(seed.node), default: []].append(index)
    }
    var best: (time: UInt32, arrival: Int)?
    expand(from: departures) { node, milliseconds in
      let time = UInt32(milliseconds)
      if let best, best.time <= time { return false }
      for index in waiting[node] ?? [] {
        let total = time &+ UInt32(ends[index].milliseconds)
        if total < best?.time ?? PathTime.never { best = (total, index) }
      }
      return true
    }
    return best
  }

  private func tail(of arc: Int32) -> Int {
    graph.firstArc.lastIndex(notAbove: arc)
  }
}

extension FlatArray where Element == Int32 {
  /// The last index whose value is not above `value`, in values that rise.
  func lastIndex(notAbove value: Int32) -> Int {
    var (low, high) = (0, count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if self[middle] <= value { low = middle } else { high = middle }
    }
    return low
  }
}
