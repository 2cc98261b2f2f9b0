import OpenStreetMap
import RoadNetwork
import Testing

@Suite struct TurnRestrictionTests {
  /// From A to E one turns right at B. Where that is forbidden one turns round in the dead end at
  /// G; where only straight on is allowed one goes by C.
  private static let cross = DrawnMap(
    """
      G
      |
    A-B---C
      |
      E
    """, ways: ["CE": ["highway": "residential"]])

  @Test func withoutARestrictionTheTurnIsMade() throws {
    #expect(try DrawnRoads(Self.cross).route("A", "E") == "ABE")
  }

  struct Case: CustomTestStringConvertible {
    let kind: String
    let from: String
    let via: String
    let to: String
    let route: String
    var tags: [(String, String)] = []
    var testDescription: String { "\(kind) \(from) \(via) \(to) \(tags)" }
  }

  /// The way from A to E.
  static let cases = [
    Case(kind: "no_right_turn", from: "AB", via: "B", to: "BE", route: "ABGBE"),
    Case(kind: "no_left_turn", from: "AB", via: "B", to: "GB", route: "ABE"),
    Case(kind: "only_straight_on", from: "AB", via: "B", to: "BC", route: "ABCE"),
    Case(kind: "only_right_turn", from: "AB", via: "B", to: "BE", route: "ABE"),
    Case(kind: "only_left_turn", from: "AB", via: "B", to: "GB", route: "ABGBE"),
    Case(kind: "no_right_turn", from: "GB", via: "B", to: "BE", route: "ABE"),
    Case(
      kind: "no_right_turn", from: "AB", via: "B", to: "BE", route: "ABGBE",
      tags: [("key", "restriction:motorcar")]),
    Case(
      kind: "no_right_turn", from: "AB", via: "B", to: "BE", route: "ABE",
      tags: [("key", "restriction:hgv")]),
    Case(
      kind: "no_right_turn", from: "AB", via: "B", to: "BE", route: "ABE",
      tags: [("key", "restriction:conditional")]),
    Case(
      kind: "no_right_turn", from: "AB", via: "B", to: "BE", route: "ABE",
      tags: [("except", "psv;motorcar")]),
    Case(
      kind: "no_right_turn", from: "AB", via: "B", to: "BE", route: "ABGBE",
      tags: [("except", "psv;bicycle")]),
  ]

  @Test(arguments: cases)
  func aTurnIsForbiddenOrPrescribed(_ item: Case) throws {
    let map = Self.cross.restricted(
      item.kind, from: item.from, via: item.via, to: item.to, tags: item.tags)
    #expect(try DrawnRoads(map).route("A", "E") == item.route)
  }

  @Test func theTurnIsStillMadeFromElsewhere() throws {
    let map = Self.cross.restricted("no_right_turn", from: "AB", via: "B", to: "BE")
    let roads = try DrawnRoads(map)
    #expect(try roads.route("G", "E") == "GBE")
    #expect(roads.report.restrictionsUsed == 1)
    #expect(roads.report.graphNodeCopies == 1)
  }

  @Test func severalRestrictionsOfOneApproachHoldTogether() throws {
    let map = Self.cross
      .restricted("no_right_turn", from: "AB", via: "B", to: "BE")
      .restricted("no_straight_on", from: "AB", via: "B", to: "BC")
    // Only to G is left, and back from there.
    #expect(try DrawnRoads(map).route("A", "E") == "ABGBE")
  }

  @Test func aUTurnIsForbiddenAtAPlace() throws {
    // From the middle of AB towards B, one would turn at B to get to A.
    let map = DrawnMap(
      """
      A-B-C
        |
        D
      """)
    let turned = map.restricted("no_u_turn", from: "AB", via: "B", to: "AB")
    let free = try DrawnRoads(map)
    let bound = try DrawnRoads(turned)
    // Nobody turns round who need not, so that single ways are the same.
    #expect(try free.route("A", "C") == "ABC")
    #expect(try bound.route("A", "C") == "ABC")
    #expect(bound.report.restrictionsUsed == 1)
  }

  @Test func aForbiddenTurnOverAnotherWayIsGoneRound() throws {
    // A dual carriageway, eastward above and westward below, and a long way from C back to D.
    let map = DrawnMap(
      """
      A>>>B>>>E
      G   |   |
      D<<<C<<<F


                       H
      """,
      ways: [
        "DGA": ["highway": "residential", "oneway": "yes"],
        "CHD": ["highway": "residential", "oneway": "yes"],
      ])
    let free = try DrawnRoads(map).route("A", "D")
    #expect(free == "ABCD")
    let restricted = map.restricted("no_u_turn", from: "AB", via: "BC", to: "CD")
    #expect(try DrawnRoads(restricted).route("A", "D") == "ABEFCD")
    let prescribed = map.restricted("only_straight_on", from: "AB", via: "BC", to: "FC")
    #expect(try DrawnRoads(prescribed).report.restrictionsIgnored.map(\.fault) == [.notInNetwork])
  }

  @Test func whatCannotBeUsedIsCountedWithTheReason() throws {
    let map = Self.cross
      .restricted("no_right_turn", from: "AB", via: "F", to: "BE")
      .restricted("maybe", from: "AB", via: "B", to: "BE")
      .restricted("no_left_turn", from: "AB", via: "B", to: "BE", tags: [("except", "motorcar")])
    let roads = try DrawnRoads(map)
    #expect(roads.report.restrictionsUsed == 0)
    #expect(
      roads.report.restrictionsIgnored.map { "\($0.fault) \($0.count)" } == [
        "notForThisProfile 1", "unknownKind 1", "notInNetwork 1",
      ])
  }
}
