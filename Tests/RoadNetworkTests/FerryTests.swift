import Geometry
import OpenStreetMap
import RoadNetwork
import Testing

@Suite struct FerryTests {
  /// 10 km/h, ten minutes to get on board, and ends joined over at most 300 m.
  private static let profile =
    DrawnRoads.plain + "\nferry-speed 10\nferry-boarding 600\nferry-link 300\n"

  private static let strait = """
    A---B~~~~~~~~~~C---D
    """

  @Test func aFerryIsTakenWhereItIsTheOnlyWay() throws {
    let roads = try DrawnRoads(DrawnMap(Self.strait), profile: Self.profile)
    #expect(try roads.route("A", "D") == "ABCD")
    // 400 m of street on both sides, boarding, and 1,100 m at 10 km/h.
    #expect(try roads.seconds("A", "D") == 40 + 600 + 396 + 40)
    #expect(roads.report.ferriesUsed == 1)
    #expect(roads.report.ferriesJoined.isEmpty)
    #expect(roads.report.islands.count == 1)
  }

  @Test func withoutAFerrySpeedFerriesAreClosed() throws {
    let roads = try DrawnRoads(DrawnMap(Self.strait))
    #expect(try roads.route("A", "B") == "AB")
    #expect(roads.report.ferriesUsed == 0)
    #expect(roads.report.islands.map(\.isUsed) == [true, true])
  }

  struct Case: CustomTestStringConvertible {
    let tags: OSMTags
    /// On board; nothing where the ferry is closed.
    let seconds: Int?
    var testDescription: String {
      tags.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }
  }

  static let cases = [
    Case(tags: ["duration": "PT3M"], seconds: 180),
    Case(tags: ["duration": "00:20"], seconds: 1200),
    Case(tags: ["duration": "20"], seconds: 1200),
    Case(tags: ["duration": "00:04:30"], seconds: 270),
    Case(tags: ["duration": "PT1H"], seconds: 3600),
    Case(tags: ["duration": "soon"], seconds: 396),
    // Faster than any boat: a slip of the pen.
    Case(tags: ["duration": "00:00:01"], seconds: 396),
    Case(tags: ["motor_vehicle": "no"], seconds: nil),
    Case(tags: ["motor_vehicle": "no", "motorcar": "yes"], seconds: 396),
    Case(tags: ["access": "no"], seconds: nil),
  ]

  @Test(arguments: cases)
  func tagsSayHowLongAFerryTakesAndForWhom(_ item: Case) throws {
    let tags = OSMTags(item.tags.map { $0 } + [(key: "route", value: "ferry")])
    let roads = try DrawnRoads(
      DrawnMap(Self.strait, ways: ["BC": tags]), profile: Self.profile)
    let seconds = try #require(try roads.seconds("A", "B")) * 2 + 600
    #expect(try roads.seconds("A", "D") == item.seconds.map { seconds + $0 })
  }

  @Test func theDurationOfARouteIsSharedByItsWays() throws {
    var map = DrawnMap("A---B~~~~~C~~~~~~~~~~~D---E")
    map.relations = [
      OSMRelation(
        id: 1,
        members: ["BC", "CD"].map {
          OSMRelation.Member(kind: .way, id: map.id(ofWay: $0), role: "")
        }, tags: ["type": "route", "route": "ferry", "duration": "00:30"])
    ]
    let roads = try DrawnRoads(map, profile: Self.profile)
    // Boarding is paid once, although the ferry is drawn in two pieces.
    #expect(try roads.seconds("A", "E") == 40 + 600 + 1800 + 40)
  }

  @Test func aRelationMakesItsWaysFerries() throws {
    var map = DrawnMap(Self.strait, ways: ["BC": ["name": "Ketapang - Legundi"]])
    let line = OSMRelation.Member(kind: .way, id: map.id(ofWay: "BC"), role: "")
    #expect(try DrawnRoads(map, profile: Self.profile).route("A", "D") == nil)
    map.relations = [
      OSMRelation(id: 1, members: [line], tags: ["type": "route", "route": "ferry"])
    ]
    let roads = try DrawnRoads(map, profile: Self.profile)
    #expect(try roads.route("A", "D") == "ABCD")
    #expect(roads.network.segment(2).name == "Ketapang - Legundi")
    #expect(roads.network.segment(2).flags == .ferry)
  }

  @Test func aFerryThatEndsOnAPierIsJoinedToTheNearestRoad() throws {
    // P ends 100 m before the middle of the street AB, Q at its end C.
    let map = DrawnMap(
      """
      A
      |
      | P~~~~~~~~~~Q C---D
      |
      B
      """)
    let roads = try DrawnRoads(map, profile: Self.profile)
    #expect(roads.report.ferriesJoined.map { Int($0.walk.value.rounded()) } == [200, 200])
    #expect(roads.report.ferriesLoose.isEmpty)
    #expect(try roads.route("A", "D") == "APQCD")
    // 200 m of street, 200 m on foot with a detour of 1.3, boarding, 1,100 m by boat, and so on.
    #expect(try roads.seconds("A", "D") == 20 + 208 + 600 + 396 + 208 + 40)
    let classes = (0..<roads.network.segmentCount).map {
      roads.network.segment(Int32($0)).roadClass
    }
    #expect(classes.count { $0 == .pierLink } == 2)
  }

  @Test func aFerryTooFarFromAnyRoadIsReported() throws {
    let map = DrawnMap("A---B    P~~~~~~~~~~Q C---D")
    let roads = try DrawnRoads(map, profile: Self.profile)
    #expect(roads.report.ferriesJoined.count == 1)
    #expect(roads.report.ferriesLoose.map(\.way) == [map.id(ofWay: "PQ")])
    #expect(try roads.route("A", "D") == nil)
  }

  @Test func aBuoyWhereFerriesMeetIsNotJoinedFromAfar() throws {
    let map = DrawnMap(
      """
      A-----------B
           X~~~~~~~Y
          P~~~~~~~~~~Q C---D
      """, ways: ["XP": ["route": "ferry"]])
    #expect(try DrawnRoads(map, profile: Self.profile).report.ferriesJoined.count >= 1)
    let marked = DrawnMap(
      """
      A-----------B

        P~~~~~~~Q~~~~~~~R C---D
      """)
    let walks = try DrawnRoads(marked, profile: Self.profile).report.ferriesJoined
    #expect(walks.map { Int($0.walk.value.rounded()) } == [200, 200])
    let terminal = DrawnMap(
      """
      A-----------B

        P~~~~~~~Q~~~~~~~R C---D
      """, nodes: ["Q": ["amenity": "ferry_terminal"]])
    #expect(try DrawnRoads(terminal, profile: Self.profile).report.ferriesJoined.count == 3)
  }

  @Test func doorsAreNeverSnappedToFerriesNorToTheWalkOnAPier() throws {
    let map = DrawnMap("A-B  P~~~~~~~~~~Q C---D")
    let roads = try DrawnRoads(map, profile: Self.profile)
    let pier = try roads.snap("P")
    #expect(Int(pier.walk.value.rounded()) == 300)
    #expect(roads.network.segment(pier.segment).roadClass == .residential)
  }
}
