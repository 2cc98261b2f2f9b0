import ShortestPaths
import TestSupport
import Testing

@Suite struct NearestTests {
  @Test(arguments: GraphShape.allCases)
  func areThoseThatASortedTableNames(_ shape: GraphShape) throws {
    for seed in UInt64(0)..<50 {
      let graph = try shape.graph(seed: seed)
      var random = SplitMix64(seed: seed)
      let sources = graph.randomPlaces(9, using: &random)
      let targets = graph.randomPlaces(25, using: &random)
      let hierarchy = ContractionHierarchy(graph)
      let table = hierarchy.table(from: sources, to: targets)
      let count = Int(seed) % 12
      let nearest = hierarchy.nearest(count, of: targets, from: sources)
      for row in sources.indices {
        let reached = (0..<25).map { (table[row * 25 + $0], $0) }.filter { $0.0 < .max }
        let truth = reached.sorted(by: <).prefix(count)
        #expect(nearest[row].map { Int($0.target) } == truth.map(\.1))
        #expect(nearest[row].map(\.milliseconds) == truth.map(\.0))
      }
    }
  }

  @Test func areTheSameOnAnyNumberOfThreads() throws {
    let graph = try DirectedGraph.grid(side: 14)
    var random = SplitMix64(seed: 5)
    let places = graph.randomPlaces(150, using: &random)
    let hierarchy = ContractionHierarchy(graph)
    let one = hierarchy.nearest(10, of: places, from: places)
    #expect(one == hierarchy.nearest(10, of: places, from: places, threads: 4))
  }
}
