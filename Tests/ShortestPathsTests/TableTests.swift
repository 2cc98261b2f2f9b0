import ShortestPaths
import TestSupport
import Testing

@Suite struct TableTests {
  @Test(arguments: GraphShape.allCases)
  func holdsWhatSingleSearchesFind(_ shape: GraphShape) throws {
    for seed in UInt64(0)..<50 {
      let graph = try shape.graph(seed: seed)
      var random = SplitMix64(seed: seed)
      let sources = graph.randomPlaces(1 + Int(seed) % 19, using: &random)
      let targets = graph.randomPlaces(5, using: &random)
      let table = ContractionHierarchy(graph).table(from: sources, to: targets)
      var search = DijkstraSearch(graph)
      for (row, source) in sources.enumerated() {
        let truth = targets.map { search.milliseconds(from: source, to: $0) ?? .max }
        #expect(Array(table[row * 5..<row * 5 + 5]) == truth)
      }
    }
  }

  @Test func isTheSameOnAnyNumberOfThreads() throws {
    let graph = try DirectedGraph.grid(side: 14)
    var random = SplitMix64(seed: 5)
    let places = graph.randomPlaces(150, using: &random)
    let hierarchy = ContractionHierarchy(graph)
    let one = hierarchy.table(from: places + places, to: places)
    #expect(one == hierarchy.table(from: places + places, to: places, threads: 4))
    #expect(one.prefix(one.count / 2) == one.suffix(one.count / 2))
  }
}
