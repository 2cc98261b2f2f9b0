import OpenStreetMap
import RoadNetwork
import Testing

@Suite struct AccessTests {
  /// BC is short; the way round by A and D is 120 s longer.
  private static let square = """
    A---------D
    |         |
    B---------C
    """

  struct Case: CustomTestStringConvertible {
    let profile: String
    let tags: OSMTags
    let isOpen: Bool
    var testDescription: String {
      "\(profile): \(tags.map { "\($0.key)=\($0.value)" }.joined(separator: " "))"
    }
  }

  static let cases = [
    Case(profile: "car", tags: ["highway": "residential"], isOpen: true),
    Case(profile: "car", tags: ["highway": "residential", "access": "no"], isOpen: false),
    Case(
      profile: "car", tags: ["highway": "residential", "access": "no", "motor_vehicle": "yes"],
      isOpen: true),
    Case(
      profile: "car", tags: ["highway": "residential", "motor_vehicle": "no"], isOpen: false),
    Case(
      profile: "motorcycle",
      tags: ["highway": "residential", "motor_vehicle": "no", "motorcycle": "yes"], isOpen: true),
    Case(
      profile: "car",
      tags: ["highway": "residential", "motor_vehicle": "no", "motorcycle": "yes"], isOpen: false),
    Case(profile: "foot", tags: ["highway": "residential", "vehicle": "no"], isOpen: true),
    Case(profile: "foot", tags: ["highway": "residential", "foot": "no"], isOpen: false),
    Case(profile: "car", tags: ["highway": "service", "access": "nonsense"], isOpen: true),
    Case(profile: "motorcycle", tags: ["highway": "path"], isOpen: true),
    Case(profile: "motorcycle", tags: ["highway": "footway"], isOpen: false),
    Case(profile: "motorcycle", tags: ["highway": "footway", "access": "yes"], isOpen: false),
    Case(profile: "motorcycle", tags: ["highway": "footway", "motorcycle": "yes"], isOpen: true),
    Case(profile: "car", tags: ["highway": "path"], isOpen: false),
    Case(profile: "foot", tags: ["highway": "steps"], isOpen: true),
    Case(profile: "motorcycle", tags: ["highway": "steps"], isOpen: false),
    Case(profile: "motorcycle", tags: ["highway": "trunk", "toll": "yes"], isOpen: false),
    Case(
      profile: "motorcycle",
      tags: ["highway": "trunk", "toll": "yes", "motorcycle": "designated"], isOpen: true),
    Case(profile: "car", tags: ["highway": "trunk", "toll": "yes"], isOpen: true),
    Case(profile: "motorcycle", tags: ["highway": "motorway", "oneway": "no"], isOpen: false),
    Case(
      profile: "motorcycle",
      tags: ["highway": "motorway", "oneway": "no", "motorcycle": "yes"], isOpen: true),
    Case(profile: "van", tags: ["highway": "service", "service": "alley"], isOpen: true),
    Case(
      profile: "van", tags: ["highway": "service", "service": "alley", "width": "1.5"],
      isOpen: false),
    Case(
      profile: "van", tags: ["highway": "residential", "maxwidth": "1,8 m"], isOpen: false),
    Case(
      profile: "motorcycle", tags: ["highway": "service", "service": "alley", "width": "1.5"],
      isOpen: true),
    Case(profile: "van", tags: ["highway": "residential", "maxheight": "2"], isOpen: false),
    Case(profile: "van", tags: ["highway": "residential", "maxweight": "2.5"], isOpen: false),
    Case(profile: "van", tags: ["highway": "residential", "maxweight": "8"], isOpen: true),
    Case(profile: "car", tags: ["highway": "construction"], isOpen: false),
    Case(profile: "car", tags: ["highway": "service", "area": "yes"], isOpen: false),
    Case(profile: "foot", tags: ["highway": "pedestrian", "area": "yes"], isOpen: true),
    Case(profile: "foot", tags: ["highway": "trunk", "motorroad": "yes"], isOpen: false),
    Case(
      profile: "motorcycle", tags: ["highway": "track", "smoothness": "impassable"],
      isOpen: false),
  ]

  @Test(arguments: cases)
  func tagsSayWhoMayPass(_ item: Case) throws {
    let map = DrawnMap(Self.square, ways: ["BC": item.tags])
    let roads = try DrawnRoads(map, profile: Repository.profile(item.profile).text)
    let isSegment = (0..<roads.network.segmentCount).contains { segment in
      map.letters(along: roads.network.coordinates(ofSegment: Int32(segment))) == "BC"
    }
    #expect(isSegment == item.isOpen)
  }

  @Test func aPrivateRoadIsNoShortCutButReachable() throws {
    let map = DrawnMap(
      """
      A-D
      | |
      B-C
      """, ways: ["BC": ["highway": "residential", "access": "private"]])
    let roads = try DrawnRoads(map)
    // 60 s on the restricted road, 60 s around: the first is as good, so shorten the way around.
    #expect(try roads.seconds("B", "C") == 60)
    let fast = DrawnMap(
      """
      A-D
      | |
      B-C
      """,
      ways: [
        "BC": ["highway": "residential", "access": "private"], "AB": ["highway": "primary"],
      ])
    #expect(try DrawnRoads(fast).route("B", "C") == "BADC")
  }

  @Test func behindAPrivateRoadDoorsAreStillReached() throws {
    let map = DrawnMap(
      """
      A-B-C
      """, ways: ["BC": ["highway": "residential", "access": "private"]])
    let roads = try DrawnRoads(map)
    #expect(try roads.seconds("A", "C") == 20 + 60)
    #expect(roads.network.segment(0).flags.contains(.restricted))
  }
}
