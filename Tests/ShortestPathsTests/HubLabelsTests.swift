import ShortestPaths
import TestSupport
import Testing

@Suite struct HubLabelsTests {
  @Test(arguments: GraphShape.allCases)
  func giveTheTimesOfATable(_ shape: GraphShape) throws {
    for seed in UInt64(0)..<50 {
      let graph = try shape.graph(seed: seed)
      var random = SplitMix64(seed: seed)
      let departures = graph.randomPlaces(15, using: &random)
      let arrivals = graph.randomPlaces(15, using: &random)
      let hierarchy = ContractionHierarchy(graph)
      let table = hierarchy.table(from: departures, to: arrivals)
      let labels = HubLabels(hierarchy, departures: departures, arrivals: arrivals)
      let times = (0..<225).map { labels.milliseconds(from: $0 / 15, to: $0 % 15) ?? .max }
      #expect(times == table)
    }
  }

  @Test func areShortAndInOrder() throws {
    let graph = try DirectedGraph.grid(side: 14)
    let places = (0..<Int32(graph.nodeCount)).map { [Seed(node: $0, milliseconds: 0)] }
    let labels = HubLabels(ContractionHierarchy(graph), departures: places, arrivals: places)
    for lists in [labels.outgoing, labels.incoming] {
      #expect(lists.entryCount < 40 * places.count)
      for place in 0..<lists.count {
        let hubs = (Int(lists.first[place])..<Int(lists.first[place + 1])).map { lists.hubs[$0] }
        #expect(hubs == Set(hubs).sorted())
      }
    }
  }
}
