import ShortestPaths
import TestSupport
import Testing

/// The kinds of graph that every search is tried on.
enum GraphShape: String, CaseIterable, CustomTestStringConvertible {
  case gridWithOneWays, sparse, tree, pieces, zeroTimes, parallelArcsAndLoops, chain, dense
  /// Times so long that only short paths stay below the longest that counts.
  case hugeTimes

  var testDescription: String { rawValue }

  func graph(seed: UInt64) throws -> DirectedGraph {
    var random = SplitMix64(seed: seed &* 31 &+ UInt64(rawValue.utf8.count))
    var arcs: [Arc] = []
    var nodeCount = 40
    func both(_ tail: Int, _ head: Int, upTo longest: Int32 = 1_000) {
      for (from, to) in [(tail, head), (head, tail)] {
        arcs.append(Arc(from, to, .random(in: 1...longest, using: &random)))
      }
    }
    switch self {
    case .gridWithOneWays:
      nodeCount = 49
      for node in 0..<nodeCount {
        for neighbour in [node % 7 < 6 ? node + 1 : nil, node < 42 ? node + 7 : nil] {
          guard let neighbour else { continue }
          // Few different times, so that many paths are equally quick.
          let time = Int32.random(in: 1...3, using: &random)
          let way = Int.random(in: 0..<4, using: &random)
          if way != 0 { arcs.append(Arc(node, neighbour, time)) }
          if way != 1 { arcs.append(Arc(neighbour, node, time)) }
        }
      }
    case .tree:
      for node in 1..<nodeCount { both(node, .random(in: 0..<node, using: &random)) }
    case .chain:
      for node in 1..<nodeCount { both(node - 1, node) }
    case .pieces:
      for node in 1..<nodeCount where !node.isMultiple(of: 8) {
        both(node, .random(in: node / 8 * 8..<node, using: &random))
      }
    case .sparse, .zeroTimes, .parallelArcsAndLoops, .dense, .hugeTimes:
      nodeCount = self == .dense ? 15 : self == .parallelArcsAndLoops ? 12 : 40
      let times: ClosedRange<Int32> =
        self == .zeroTimes ? 0...2 : self == .hugeTimes ? 0...Int32.max : 1...1_000
      for _ in 0..<100 {
        arcs.append(
          Arc(
            .random(in: 0..<nodeCount, using: &random), .random(in: 0..<nodeCount, using: &random),
            .random(in: times, using: &random)))
      }
    }
    return try DirectedGraph(nodeCount: nodeCount, arcs)
  }
}

/// One way from a node to another.
struct Arc {
  let tail: Int
  let head: Int
  let milliseconds: Int32

  init(_ tail: Int, _ head: Int, _ milliseconds: Int32) {
    self.tail = tail
    self.head = head
    self.milliseconds = milliseconds
  }
}

extension DirectedGraph {
  /// Creates a graph of arcs in any order.
  init(nodeCount: Int, _ arcs: [Arc]) throws {
    let leaving = (0..<nodeCount).map { node in arcs.filter { $0.tail == node } }
    var first: [Int32] = [0]
    for arcs in leaving { first.append(first[first.count - 1] + Int32(arcs.count)) }
    try self.init(
      firstArc: FlatArray(first), head: FlatArray(leaving.joined().map { Int32($0.head) }),
      milliseconds: FlatArray(leaving.joined().map(\.milliseconds)))
  }

  /// The node that `arc` leaves.
  func tail(of arc: Int) throws -> Int {
    try #require((0..<nodeCount).first { firstArc[$0 + 1] > arc })
  }

  /// Some places: mostly one or two seeds, now and then none.
  func randomPlaces(_ count: Int, using random: inout SplitMix64) -> [[Seed]] {
    (0..<count).map { _ in
      (0..<[1, 1, 2, 2, 3, 0][Int.random(in: 0..<6, using: &random)]).map { _ in
        Seed(
          node: .random(in: 0..<Int32(nodeCount), using: &random),
          milliseconds: .random(in: 0...300, using: &random))
      }
    }
  }

  /// Holds a path to what it claims: a walk along arcs from a seed to a seed that takes its time.
  func check(_ path: ShortestPath, from departures: [Seed], to arrivals: [Seed]) throws {
    let (begin, end) = (departures[path.departure], arrivals[path.arrival])
    var (node, time) = (Int(begin.node), begin.milliseconds)
    for arc in path.arcs {
      #expect(try tail(of: Int(arc)) == node)
      node = Int(head[Int(arc)])
      time += milliseconds[Int(arc)]
    }
    #expect(node == Int(end.node))
    #expect(time + end.milliseconds == path.milliseconds)
  }
}
