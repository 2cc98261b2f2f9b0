import Testing

@testable import Intake

@Suite struct RoadDraftTests {
  @Test func linesThatCrossShareAJunction() throws {
    let draft = try DrawnField().draft([((-100, 0), (100, 0)), ((0, -100), (0, 100))])
    #expect(draft.edgesAt.map(\.count).sorted() == [1, 1, 1, 1, 4])
    #expect(draft.edgesInUse.count == 4)
  }

  @Test func aLineThatEndsAHandBeforeAStreetJoinsIt() throws {
    let draft = try DrawnField().draft([((-100, 0), (100, 0)), ((0, -100), (0, -4))])
    #expect(draft.edgesAt.map(\.count).max() == 3)
    #expect(draft.edgesInUse.count == 3)
  }

  @Test func aLineThatEndsWellBeforeAStreetStaysADeadEnd() throws {
    let draft = try DrawnField().draft([((-100, 0), (100, 0)), ((0, -100), (0, -20))])
    #expect(draft.edgesAt.map(\.count).max() == 1)
  }

  @Test func aStreetIsCutAtNoPlaceNearOneOfItsNodes() throws {
    let draft = try DrawnField().draft([((-100, 0), (100, 0)), ((92, -100), (92, -3))])
    #expect(draft.edgesInUse.count == 2)
  }

  @Test func aLineLaidTwiceIsOneStreet() throws {
    let line = (from: (-100.0, 0.0), to: (100.0, 0.0))
    #expect(try DrawnField().draft([line, line]).edgesInUse.count == 1)
  }

  @Test func aLineFollowsAStreetThatRunsItsWay() throws {
    let draft = try DrawnField().draft([((-100, 0), (100, 0)), ((-50, 1), (50, 60))])
    #expect(draft.unmarkedMeetings == [])
    #expect(draft.edgesInUse.count == 3)
  }

  @Test func aStreetStaysInOrderWhenItIsCut() throws {
    let field = try DrawnField()
    let draft = field.draft([
      ((-100, 0), (100, 0)), ((50, -50), (50, 50)), ((-50, -50), (-50, 50)),
    ])
    let wests = draft.nodes(of: 0).map { draft.nodes[$0].x }
    #expect(wests.count == 4)
    #expect(wests == wests.sorted())
  }

  @Test func noStreetPassesARiver() throws {
    let field = try DrawnField()
    var draft = RoadDraft(field.terrain)
    let banks = [draft.addNode(field.place(0, -200)), draft.addNode(field.place(0, 200))]
    draft.addStreet(RoadDraft.Street(kind: .river, desa: 0), through: banks)
    draft.lay(
      [field.place(-100, 0), field.place(100, 0)], as: RoadDraft.Street(kind: .primary, desa: 0))
    #expect(draft.streets.count == 1)
  }

  @Test func aRoadThatWasThereFirstCrossesTheRiverOnABridge() throws {
    let field = try DrawnField()
    var draft = field.draft([((-100, 0), (100, 0))])
    let banks = [draft.addNode(field.place(3, -200)), draft.addNode(field.place(3, 200))]
    draft.addStreet(RoadDraft.Street(kind: .river, desa: 0), through: banks)
    draft.raiseBridges(of: [.river])
    #expect(draft.edges.map(\.isBridge) == [true, false])
  }

  @Test func whatHangsTogetherWithNothingIsTakenOff() throws {
    var draft = try DrawnField().draft([
      ((-100, 0), (100, 0)), ((0, -100), (0, 100)), ((500, 500), (550, 500)),
    ])
    draft.removeFragments(on: try DrawnField().terrain)
    #expect(draft.streets.map(\.isGone) == [false, false, true])
  }

  /// However lines are thrown, they come to rest as a plane graph.
  @Test(arguments: UInt64(0)..<12)
  func linesThrownAtRandomMeetInJunctionsOnly(seed: UInt64) throws {
    let field = try DrawnField()
    var random = SplitMix64(seed: seed)
    var draft = RoadDraft(field.terrain)
    for _ in 0..<14 {
      let corners = (0..<3).map { _ in
        field.place(random.unit() * 300 - 150, random.unit() * 300 - 150)
      }
      draft.lay(corners, as: RoadDraft.Street(kind: .residential, desa: 0))
    }
    #expect(draft.unmarkedMeetings == [])
    let inUse = Set(draft.streets.indices.flatMap { draft.edges(of: $0) })
    #expect(inUse == Set(draft.edgesInUse))
  }
}
