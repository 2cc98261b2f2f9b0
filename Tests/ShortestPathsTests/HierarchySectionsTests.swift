import ShortestPaths
import TestSupport
import Testing

@Suite struct HierarchySectionsTests {
  private let graph: DirectedGraph
  private let sections: [String: [Int32]]

  init() throws {
    graph = try GraphShape.sparse.graph(seed: 3)
    sections = Dictionary(
      uniqueKeysWithValues: ContractionHierarchy(graph).sections.map { section in
        (section.name, section.values.indices.map { section.values[$0] })
      })
  }

  private func open(_ sections: [String: [Int32]]) throws(HierarchyError) -> ContractionHierarchy {
    try ContractionHierarchy(sections: sections.mapValues { FlatArray($0) }, of: graph)
  }

  @Test func whatWasSavedAnswersAsBefore() throws {
    let hierarchy = try open(sections)
    var query = HierarchyQuery(hierarchy)
    var search = DijkstraSearch(graph)
    for node in 0..<Int32(graph.nodeCount) {
      let ends = ([Seed(node: 0, milliseconds: 0)], [Seed(node: node, milliseconds: 0)])
      let path = query.path(from: ends.0, to: ends.1)
      #expect(path?.milliseconds == search.milliseconds(from: ends.0, to: ends.1))
      if let path { try graph.check(path, from: ends.0, to: ends.1) }
    }
  }

  @Test(arguments: ["rank", "first", "arcs", "parts"])
  func everySectionIsNeededInItsLength(_ name: String) throws {
    var some = sections
    some[name] = nil
    #expect(throws: HierarchyError.missing(section: name)) { try open(some) }
    some[name] = try #require(sections[name]) + [0]
    #expect(throws: HierarchyError.self) { try open(some) }
  }

  struct Damage: CustomTestStringConvertible {
    let section: String
    let index: Int
    let value: Int32
    let error: HierarchyError
    var testDescription: String { "\(section)[\(index)] = \(value): \(error)" }
  }

  @Test(arguments: [
    Damage(section: "rank", index: 2, value: -1, error: .wrongRank(node: 2)),
    Damage(section: "rank", index: 2, value: 40, error: .wrongRank(node: 2)),
    Damage(section: "first", index: 0, value: 1, error: .offsetsOutOfOrder(rank: 0)),
    Damage(section: "first", index: 1, value: 10_000, error: .offsetsOutOfOrder(rank: 0)),
    Damage(section: "first", index: 80, value: 0, error: .offsetsOutOfOrder(rank: 40)),
    Damage(section: "arcs", index: 0, value: 0, error: .wrongArc(0)),
    Damage(section: "arcs", index: 0, value: 40, error: .wrongArc(0)),
    Damage(section: "arcs", index: 5, value: -1, error: .wrongArc(2)),
    Damage(section: "parts", index: 0, value: 1, error: .wrongArc(0)),
    Damage(section: "parts", index: 4, value: ~1_000, error: .wrongArc(2)),
    Damage(section: "parts", index: 7, value: 100_000, error: .wrongArc(3)),
  ])
  func damageIsFoundWhenOpening(_ damage: Damage) throws {
    var damaged = sections
    damaged[damage.section]?[damage.index] = damage.value
    #expect(throws: damage.error) { try open(damaged) }
  }

  /// Whatever number is changed, opening refuses it or what is opened never leaves its arrays.
  @Test func noChangedNumberLeadsOutOfTheArrays() throws {
    var random = SplitMix64(seed: 1)
    let names = ["rank", "first", "arcs", "parts"]
    for _ in 0..<1_000 {
      var changed = sections
      let name = names[Int.random(in: 0..<4, using: &random)]
      let index = try Int.random(in: #require(sections[name]).indices, using: &random)
      changed[name]?[index] = Int32.random(in: -3...120, using: &random)
      guard let hierarchy = try? open(changed) else { continue }
      var query = HierarchyQuery(hierarchy)
      for node in 0..<Int32(graph.nodeCount) {
        _ = query.path(
          from: [Seed(node: node, milliseconds: 0)], to: [Seed(node: 7, milliseconds: 0)])
      }
    }
  }

  @Test func theHierarchyOfAnotherGraphIsRefused() throws {
    let other = try GraphShape.sparse.graph(seed: 4)
    #expect(throws: HierarchyError.self) {
      try ContractionHierarchy(sections: sections.mapValues { FlatArray($0) }, of: other)
    }
  }
}
