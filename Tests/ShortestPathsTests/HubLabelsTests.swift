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

  @Test(arguments: UInt64(0)..<50)
  func directWaysAreTakenWhereTheyAreQuicker(seed: UInt64) throws {
    let graph = try GraphShape.sparse.graph(seed: seed)
    var random = SplitMix64(seed: seed)
    let places = graph.randomPlaces(8, using: &random)
    let hierarchy = ContractionHierarchy(graph)
    var truth = hierarchy.table(from: places, to: places)
    let direct = (0..<20).map { _ in
      DirectWay(
        from: .random(in: 0..<8, using: &random), to: .random(in: 0..<8, using: &random),
        milliseconds: .random(in: 0...1_500, using: &random))
    }
    for way in direct {
      let cell = Int(way.from) * 8 + Int(way.to)
      truth[cell] = min(truth[cell], way.milliseconds)
    }
    let labels = HubLabels(hierarchy, departures: places, arrivals: places, direct: direct)
    #expect((0..<64).map { labels.milliseconds(from: $0 / 8, to: $0 % 8) ?? .max } == truth)
    let picked = [3, 3, 7, 0]
    let few = labels.picking(picked)
    let times = (0..<16).map { few.milliseconds(from: $0 / 4, to: $0 % 4) ?? .max }
    #expect(times == (0..<16).map { truth[picked[$0 / 4] * 8 + picked[$0 % 4]] })
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
