/// Takes the nodes out of a graph one by one, the least important first, and puts shortcuts where
/// a quickest path would be lost.
///
/// What is left of a node's lists when it is taken out are its arcs to more important nodes.
///
/// Source: Geisberger, Sanders, Schultes, Vetter, "Exact Routing in Large Road Networks Using
/// Contraction Hierarchies", 2012.
struct Contraction: ~Copyable {
  /// After how many nodes the search for a witness gives up, when a node's importance is only
  /// estimated and when it is taken out.
  private static let settleLimits = (estimate: 40, contraction: 500)

  private var outgoing: ArcLists
  private var incoming: ArcLists
  /// Per node its place in the order of contraction, -1 until it is taken out.
  let rank: Cells<Int32>
  /// Per node how many nodes below it were taken out one after the other.
  private let level: Cells<Int32>
  private let importance: Cells<UInt32>
  private var queue = NodeQueue()
  private var witnesses: WitnessSearch
  private var needed = Cells<Int32>()
  private var shortcuts = Cells<Shortcut>()

  /// A shortcut past the node that is being taken out.
  struct Shortcut: BitwiseCopyable {
    let tail: Int32
    let head: Int32
    let milliseconds: UInt32
    let hops: Int32
  }

  init(_ graph: DirectedGraph) {
    let count = graph.nodeCount
    let outDegrees = Cells<Int32>(repeating: 0, count: count)
    let inDegrees = Cells<Int32>(repeating: 0, count: count)
    for node in 0..<count {
      for arc in Int(graph.firstArc[node])..<Int(graph.firstArc[node + 1]) {
        outDegrees[node] += 1
        inDegrees[Int(graph.head[arc])] += 1
      }
    }
    outgoing = ArcLists(capacities: outDegrees)
    incoming = ArcLists(capacities: inDegrees)
    rank = Cells(repeating: -1, count: count)
    level = Cells(repeating: 0, count: count)
    importance = Cells(repeating: 0, count: count)
    witnesses = WitnessSearch(nodeCount: count)
    for node in 0..<count {
      for arc in Int(graph.firstArc[node])..<Int(graph.firstArc[node + 1]) {
        let time = UInt32(graph.milliseconds[arc])
        guard Int(graph.head[arc]) != node, time < PathTime.never else { continue }
        list(
          Shortcut(tail: Int32(node), head: graph.head[arc], milliseconds: time, hops: 1),
          origin: ~Int32(arc))
      }
    }
  }

  /// Takes all nodes out.
  mutating func run(progress: ((Double) -> Void)?) {
    for node in 0..<rank.count { estimate(node) }
    var next: Int32 = 0
    while !queue.isEmpty {
      let (node, key) = queue.removeSmallest()
      guard rank[node] < 0, key == importance[node] else { continue }
      contract(node)
      rank[node] = next
      next += 1
      if let progress, next % 256 == 0 { progress(Double(next) / Double(rank.count)) }
    }
  }

  /// The arcs of a node that was taken out, to or from the nodes taken out after it.
  func arcs(of node: Int, outgoing isOutgoing: Bool) -> [ListedArc] {
    isOutgoing
      ? outgoing.places(of: node).map { outgoing[$0] }
      : incoming.places(of: node).map { incoming[$0] }
  }

  /// Finds how important `node` is now.
  ///
  /// More important are nodes that need many and long shortcuts in place of few and short arcs,
  /// and nodes that have many levels below them, which spreads the contraction evenly. Of the
  /// weights tried, these make the fewest shortcuts and the quickest searches.
  private mutating func estimate(_ node: Int) {
    var (added, addedHops, removedHops) = (0, 0, 0)
    for into in incoming.places(of: node) {
      let first = incoming[into]
      removedHops += Int(first.hops)
      witnesses.shortcuts(
        from: first, past: node, in: outgoing, settleLimit: Self.settleLimits.estimate,
        into: &needed)
      for index in 0..<needed.count {
        added += 1
        addedHops += Int(first.hops) + Int(outgoing[Int(needed[index])].hops)
      }
    }
    for out in outgoing.places(of: node) { removedHops += Int(outgoing[out].hops) }
    let removed = incoming.count(of: node) + outgoing.count(of: node)
    let value =
      500 * Int(level[node]) + 1_000 * added / max(1, removed)
      + 1_000 * addedHops / max(1, removedHops)
    importance[node] = UInt32(truncatingIfNeeded: value)
    queue.insert(node, key: importance[node])
  }

  private mutating func contract(_ node: Int) {
    shortcuts.removeAll()
    for into in incoming.places(of: node) {
      let first = incoming[into]
      witnesses.shortcuts(
        from: first, past: node, in: outgoing, settleLimit: Self.settleLimits.contraction,
        into: &needed)
      for index in 0..<needed.count {
        let second = outgoing[Int(needed[index])]
        shortcuts.append(
          Shortcut(
            tail: first.node, head: second.node,
            milliseconds: first.milliseconds &+ second.milliseconds,
            hops: first.hops &+ second.hops))
      }
    }
    detach(node)
    for index in 0..<shortcuts.count { list(shortcuts[index], origin: Int32(node)) }
    for into in incoming.places(of: node) { raise(Int(incoming[into].node), above: node) }
    for out in outgoing.places(of: node) { raise(Int(outgoing[out].node), above: node) }
    for into in incoming.places(of: node) { estimate(Int(incoming[into].node)) }
    for out in outgoing.places(of: node)
    where !incoming.places(of: node).contains(where: { incoming[$0].node == outgoing[out].node }) {
      estimate(Int(outgoing[out].node))
    }
  }

  private mutating func raise(_ node: Int, above lower: Int) {
    level[node] = max(level[node], level[lower] + 1)
  }

  private mutating func list(_ shortcut: Shortcut, origin: Int32) {
    var arc = ListedArc(
      node: shortcut.head, milliseconds: shortcut.milliseconds, hops: shortcut.hops,
      origin: origin)
    outgoing.improve(Int(shortcut.tail), with: arc)
    arc.node = shortcut.tail
    incoming.improve(Int(shortcut.head), with: arc)
  }

  /// Takes `node` out of the lists of its neighbours and leaves its own as they are.
  private mutating func detach(_ node: Int) {
    for into in incoming.places(of: node) {
      outgoing.remove(Int32(node), from: Int(incoming[into].node))
    }
    for out in outgoing.places(of: node) {
      incoming.remove(Int32(node), from: Int(outgoing[out].node))
    }
  }
}
