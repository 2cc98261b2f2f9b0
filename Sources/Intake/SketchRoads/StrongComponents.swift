/// The groups of nodes that a car can drive between both ways, and so a motorcycle, without toll.
///
/// Source: R. E. Tarjan, "Depth-First Search and Linear Graph Algorithms", 1972, without recursion.
struct StrongComponents {
  /// The group of each node, numbered as they are found.
  private(set) var groups: [Int]
  private var order: [Int]
  private var lowest: [Int]
  private var stack: [Int] = []
  private var count = 0
  private var time = 0

  init(of draft: RoadDraft) {
    groups = [Int](repeating: -1, count: draft.nodes.count)
    order = groups
    lowest = groups
    let successors = Self.successors(on: draft)
    for node in draft.nodes.indices where order[node] < 0 { visit(node, successors) }
  }

  private mutating func visit(_ root: Int, _ successors: [[Int]]) {
    var path = [(node: root, next: 0)]
    enter(root)
    while let (node, next) = path.last {
      if next < successors[node].count {
        path[path.count - 1].next += 1
        let other = successors[node][next]
        if order[other] < 0 {
          enter(other)
          path.append((other, 0))
        } else if groups[other] < 0 {
          lowest[node] = min(lowest[node], order[other])
        }
        continue
      }
      path.removeLast()
      if let parent = path.last?.node { lowest[parent] = min(lowest[parent], lowest[node]) }
      if lowest[node] == order[node] { leave(node) }
    }
  }

  private mutating func enter(_ node: Int) {
    order[node] = time
    lowest[node] = time
    time += 1
    stack.append(node)
  }

  private mutating func leave(_ node: Int) {
    while let member = stack.popLast() {
      groups[member] = count
      if member == node { break }
    }
    count += 1
  }

  /// Where a car may drive on to from each node.
  private static func successors(on draft: RoadDraft) -> [[Int]] {
    var successors = [[Int]](repeating: [], count: draft.nodes.count)
    for street in draft.streets {
      guard street.kind > .motorwayLink, street.kind <= .residential else { continue }
      var edge = street.firstEdge
      while edge >= 0 {
        let (start, end) = (draft.edges[edge].start, draft.edges[edge].end)
        successors[start].append(end)
        if !street.isOneWay { successors[end].append(start) }
        edge = draft.edges[edge].next
      }
    }
    return successors
  }
}
