/// The search that tells which shortcuts past a node are needed.
///
/// A shortcut is not needed where some other path, the witness, takes no longer. The search gives
/// up after a number of nodes; a witness it misses costs a shortcut too many and nothing else.
struct WitnessSearch: ~Copyable {
  private let times: Cells<UInt32>
  /// One more than the time a witness may take, for nodes that none has been found for; else 0.
  private let limits: Cells<UInt32>
  private var reached = Cells<Int32>()
  private var queue = NodeQueue()

  init(nodeCount: Int) {
    times = Cells(repeating: PathTime.never, count: nodeCount)
    limits = Cells(repeating: 0, count: nodeCount)
  }

  /// Lists the places in `outgoing` of those arcs of `node` that `incoming` needs shortcuts to.
  ///
  /// - Parameters:
  ///   - incoming: An arc that leads to `node`.
  ///   - settleLimit: After how many nodes the search gives up.
  mutating func shortcuts(
    from incoming: ListedArc, past node: Int, in outgoing: borrowing ArcLists, settleLimit: Int,
    into needed: inout Cells<Int32>
  ) {
    needed.removeAll()
    var (longest, waiting) = (UInt32(0), 0)
    for place in outgoing.places(of: node) where outgoing[place].node != incoming.node {
      let time = incoming.milliseconds &+ outgoing[place].milliseconds
      guard time < PathTime.never else { continue }
      limits[Int(outgoing[place].node)] = time &+ 1
      longest = max(longest, time)
      waiting += 1
    }
    guard waiting > 0 else { return }
    search(
      from: Int(incoming.node), past: Int32(node), in: outgoing, settleLimit: settleLimit,
      longest: longest, waiting: waiting)
    for place in outgoing.places(of: node) where limits[Int(outgoing[place].node)] != 0 {
      limits[Int(outgoing[place].node)] = 0
      needed.append(Int32(place))
    }
  }

  /// Clears the limit of every node that a witness is found for.
  private mutating func search(
    from source: Int, past node: Int32, in outgoing: borrowing ArcLists, settleLimit: Int,
    longest: UInt32, waiting: Int
  ) {
    var (waiting, settled) = (waiting, 0)
    times[source] = 0
    reached.append(Int32(source))
    queue.insert(source, key: 0)
    search: while !queue.isEmpty, settled < settleLimit {
      let (tail, time) = queue.removeSmallest()
      guard time == times[tail] else { continue }
      guard time <= longest else { break }
      settled += 1
      for place in outgoing.places(of: tail) {
        let arc = outgoing[place]
        let through = time &+ arc.milliseconds
        let head = Int(arc.node)
        guard arc.node != node, through <= longest, through < times[head] else { continue }
        if times[head] == PathTime.never { reached.append(arc.node) }
        times[head] = through
        if through < limits[head] {
          limits[head] = 0
          waiting -= 1
          if waiting == 0 { break search }
        }
        queue.insert(head, key: through)
      }
    }
    queue.removeAll()
    while !reached.isEmpty { times[Int(reached.removeLast())] = PathTime.never }
  }
}
