import ShortestPaths
import TestSupport
import Testing

@Suite struct DijkstraSearchTests {
  /// The least times by going over all arcs until nothing changes.
  private func leastTimes(_ graph: DirectedGraph, from seeds: [Seed]) -> [Int] {
    var times = [Int](repeating: Int(Int32.max), count: graph.nodeCount)
    for seed in seeds { times[Int(seed.node)] = min(times[Int(seed.node)], Int(seed.milliseconds)) }
    for _ in 0..<graph.nodeCount {
      for node in 0..<graph.nodeCount where times[node] < Int32.max {
        for arc in Int(graph.firstArc[node])..<Int(graph.firstArc[node + 1]) {
          let through = times[node] + Int(graph.milliseconds[arc])
          times[Int(graph.head[arc])] = min(times[Int(graph.head[arc])], through)
        }
      }
    }
    return times
  }

  @Test(arguments: GraphShape.allCases)
  func agreesWithGoingOverAllArcsAgainAndAgain(_ shape: GraphShape) throws {
    for seed in UInt64(0)..<10 {
      let graph = try shape.graph(seed: seed)
      var random = SplitMix64(seed: seed)
      var search = DijkstraSearch(graph)
      for places in graph.randomPlaces(8, using: &random) {
        let truth = leastTimes(graph, from: places)
        #expect(search.milliseconds(from: places).map(Int.init) == truth)
        for others in graph.randomPlaces(4, using: &random) {
          let best = others.map { truth[Int($0.node)] + Int($0.milliseconds) }.min() ?? .max
          let answer = search.milliseconds(from: places, to: others)
          #expect(answer.map(Int.init) == (best < Int32.max ? best : nil))
          let path = search.path(from: places, to: others)
          #expect(path?.milliseconds == answer)
          if let path { try graph.check(path, from: places, to: others) }
        }
      }
    }
  }

  @Test func visitsNodesInRisingTimeAndStopsWhenToldTo() throws {
    // 0 ─5─ 1 ─5─ 2, and 3 as near to 0 as 1 is
    let graph = try DirectedGraph(
      nodeCount: 4, [Arc(0, 3, 5), Arc(0, 1, 5), Arc(1, 2, 5), Arc(3, 2, 9)])
    var search = DijkstraSearch(graph)
    var visits: [[Int]] = []
    search.expand(from: [Seed(node: 0, milliseconds: 2)]) { node, milliseconds in
      visits.append([node, Int(milliseconds)])
      return visits.count < 3
    }
    #expect(visits == [[0, 2], [1, 7], [3, 7]])
  }

  @Test func aPathOfAlmostTwentyFiveDaysIsNoWay() throws {
    let half = Int32.max / 2
    let graph = try DirectedGraph(nodeCount: 3, [Arc(0, 1, half), Arc(1, 2, half)])
    var search = DijkstraSearch(graph)
    let (start, end) = ([Seed(node: 0, milliseconds: 0)], [Seed(node: 2, milliseconds: 0)])
    #expect(search.milliseconds(from: start, to: end) == 2 * half)
    #expect(search.milliseconds(from: start, to: [Seed(node: 2, milliseconds: 1)]) == nil)
    #expect(search.milliseconds(from: [Seed(node: 0, milliseconds: 1)]) == [1, half + 1, .max])
  }
}
