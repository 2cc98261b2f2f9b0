import OpenStreetMap
import RoadNetwork
import Testing

@Suite struct OnewayTests {
  private static let square = """
    A---B
    |   |
    D---C
    """

  @Test func aStreetIsDrivenBothWays() throws {
    let roads = try DrawnRoads(DrawnMap(Self.square))
    #expect(try roads.route("A", "B") == "AB")
    #expect(try roads.route("B", "A") == "BA")
    #expect(try roads.seconds("A", "B") == 40)
  }

  @Test func aOnewayStreetIsDrivenAlongItsArrow() throws {
    let roads = try DrawnRoads(
      DrawnMap(
        """
        A->-B
        |   |
        D---C
        """))
    #expect(try roads.route("A", "B") == "AB")
    #expect(try roads.route("B", "A") == "BCDA")
  }

  struct Case: CustomTestStringConvertible {
    let tags: OSMTags
    let there: String?
    let back: String?
    var testDescription: String {
      tags.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
    }
  }

  /// The ways from A to B and back where AB has the tags.
  static let cases = [
    Case(tags: ["oneway": "yes"], there: "AB", back: "BCDA"),
    Case(tags: ["oneway": "1"], there: "AB", back: "BCDA"),
    Case(tags: ["oneway": "-1"], there: "ADCB", back: "BA"),
    Case(tags: ["oneway": "reverse"], there: "ADCB", back: "BA"),
    Case(tags: ["oneway": "no"], there: "AB", back: "BA"),
    Case(tags: ["oneway": "reversible"], there: "ADCB", back: "BCDA"),
    Case(tags: ["oneway": "alternating"], there: "AB", back: "BA"),
    Case(tags: ["oneway": "yes", "oneway:motorcar": "no"], there: "AB", back: "BA"),
    Case(tags: ["oneway": "no", "oneway:motorcar": "yes"], there: "AB", back: "BCDA"),
    Case(tags: ["oneway": "yes", "oneway:bicycle": "no"], there: "AB", back: "BCDA"),
    Case(tags: ["junction": "roundabout"], there: "AB", back: "BCDA"),
    Case(tags: ["junction": "circular"], there: "AB", back: "BCDA"),
    Case(tags: ["junction": "roundabout", "oneway": "no"], there: "AB", back: "BA"),
  ]

  @Test(arguments: cases)
  func aTagSaysInWhichDirectionsOneMayDrive(_ item: Case) throws {
    let tags = OSMTags(item.tags.map { $0 } + [(key: "highway", value: "residential")])
    let roads = try DrawnRoads(DrawnMap(Self.square, ways: ["AB": tags]))
    #expect(try roads.route("A", "B") == item.there)
    #expect(try roads.route("B", "A") == item.back)
  }

  @Test(arguments: ["motorway", "motorway_link"])
  func aMotorwayIsOnewayWithoutATag(highway: String) throws {
    let roads = try DrawnRoads(
      DrawnMap(Self.square, ways: ["AB": ["highway": highway]]),
      profile: DrawnRoads.plain + "\nspeed motorway_link 36\n")
    #expect(try roads.route("B", "A") == "BCDA")
  }

  @Test func aRoundaboutIsDrivenRoundToALaterExit() throws {
    let roads = try DrawnRoads(
      DrawnMap(
        """
        E-A-B-F
          | |
        H-D-C-G
        """, ways: ["ADCBA": ["highway": "residential", "junction": "roundabout"]]))
    #expect(try roads.route("E", "F") == "EADCBF")
    #expect(try roads.route("F", "E") == "FBAE")
  }

  @Test func someoneOnFootDoesNotMind() throws {
    let roads = try DrawnRoads(
      DrawnMap(Self.square, ways: ["AB": ["highway": "residential", "oneway": "yes"]]),
      profile: Repository.profile("foot").text)
    #expect(try roads.route("B", "A") == "BA")
  }
}
