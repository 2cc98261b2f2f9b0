import ShortestPaths
import TestSupport
import Testing

@Suite struct ContractionHierarchyTests {
  @Test(arguments: GraphShape.allCases)
  func answersAsDijkstrasSearchDoes(_ shape: GraphShape) throws {
    for seed in UInt64(0)..<50 {
      let graph = try shape.graph(seed: seed)
      var random = SplitMix64(seed: seed)
      var search = DijkstraSearch(graph)
      var query = HierarchyQuery(ContractionHierarchy(graph))
      let places = graph.randomPlaces(8, using: &random)
      for (from, to) in zip(places, places.reversed()) {
        let answer = query.milliseconds(from: from, to: to)
        #expect(answer == search.milliseconds(from: from, to: to))
        let path = query.path(from: from, to: to)
        #expect(path?.milliseconds == answer)
        if let path { try graph.check(path, from: from, to: to) }
      }
    }
  }

  @Test func anEmptyGraphHasNoWays() throws {
    let hierarchy = ContractionHierarchy(try DirectedGraph(nodeCount: 0, []))
    var query = HierarchyQuery(hierarchy)
    #expect(query.milliseconds(from: [], to: []) == nil)
    #expect(hierarchy.table(from: [[]], to: [[], []]) == [.max, .max])
    #expect(hierarchy.table(from: [], to: [[]]) == [])
    #expect(hierarchy.nearest(3, of: [[]], from: [[]]) == [[]])
    let labels = HubLabels(hierarchy, departures: [[]], arrivals: [[]])
    #expect(labels.milliseconds(from: 0, to: 0) == nil)
  }

  @Test func aPathThatBeginsAndEndsAtOneNodeHasNoArcs() throws {
    let graph = try DirectedGraph(nodeCount: 2, [Arc(0, 1, 5)])
    var query = HierarchyQuery(ContractionHierarchy(graph))
    let path = query.path(
      from: [Seed(node: 1, milliseconds: 9), Seed(node: 0, milliseconds: 1)],
      to: [Seed(node: 1, milliseconds: 7)])
    #expect(path?.milliseconds == 13)
    #expect(path?.arcs == [0])
    #expect(path?.departure == 1)
    let none = query.path(
      from: [Seed(node: 1, milliseconds: 2)], to: [Seed(node: 1, milliseconds: 3)])
    #expect(none?.arcs == [])
    #expect(none?.milliseconds == 5)
  }

  @Test func aPathOfAlmostTwentyFiveDaysIsNoWay() throws {
    let half = Int32.max / 2
    let graph = try DirectedGraph(nodeCount: 3, [Arc(0, 1, half), Arc(1, 2, half)])
    let hierarchy = ContractionHierarchy(graph)
    var query = HierarchyQuery(hierarchy)
    let start = [Seed(node: 0, milliseconds: 0)]
    let ends = (0...1).map { [Seed(node: 2, milliseconds: $0)] }
    #expect(query.milliseconds(from: start, to: ends[0]) == 2 * half)
    #expect(query.milliseconds(from: start, to: ends[1]) == nil)
    #expect(hierarchy.table(from: [start], to: ends) == [2 * half, .max])
    let tooLate = [[Seed(node: 0, milliseconds: .max)]]
    #expect(hierarchy.table(from: tooLate, to: ends) == [.max, .max])
    #expect(hierarchy.nearest(2, of: ends, from: tooLate) == [[]])
  }

  @Test func equalGraphsMakeEqualHierarchiesAndTellHowFarTheyAre() throws {
    let grid = try DirectedGraph.grid(side: 20)
    var parts: [Double] = []
    let first = ContractionHierarchy(grid) { parts.append($0) }
    let second = ContractionHierarchy(grid)
    for (one, other) in zip(first.sections, second.sections) {
      #expect(one.name == other.name)
      #expect(
        one.values.indices.map { one.values[$0] } == other.values.indices.map { other.values[$0] })
    }
    #expect(parts == parts.sorted())
    #expect(parts.last.map { (0.5...1).contains($0) } == true)
  }
}

extension DirectedGraph {
  /// Streets in both directions between `side × side` crossings, every third one slower.
  static func grid(side: Int) throws -> DirectedGraph {
    var arcs: [Arc] = []
    for node in 0..<side * side {
      let time: Int32 = node.isMultiple(of: 3) ? 130 : 100
      if node % side < side - 1 { arcs += [Arc(node, node + 1, time), Arc(node + 1, node, time)] }
      if node + side < side * side {
        arcs += [Arc(node, node + side, time), Arc(node + side, node, time)]
      }
    }
    return try DirectedGraph(nodeCount: side * side, arcs)
  }
}
