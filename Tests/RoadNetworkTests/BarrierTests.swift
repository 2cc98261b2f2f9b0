import OpenStreetMap
import RoadNetwork
import Testing

@Suite struct BarrierTests {
  struct Case: CustomTestStringConvertible {
    let profile: String
    let tags: OSMTags
    /// Seconds lost; nothing where the barrier is closed.
    let delay: Int?
    var testDescription: String {
      "\(profile): \(tags.map { "\($0.key)=\($0.value)" }.joined(separator: " "))"
    }
  }

  static let cases = [
    Case(profile: "car", tags: ["barrier": "gate"], delay: 20),
    Case(profile: "car", tags: ["barrier": "gate", "access": "no"], delay: nil),
    Case(profile: "car", tags: ["barrier": "bollard"], delay: nil),
    Case(profile: "car", tags: ["barrier": "bollard", "motor_vehicle": "yes"], delay: 0),
    Case(profile: "motorcycle", tags: ["barrier": "bollard"], delay: 3),
    Case(profile: "motorcycle", tags: ["barrier": "bollard", "motorcycle": "no"], delay: nil),
    Case(profile: "motorcycle", tags: ["barrier": "jersey_barrier"], delay: nil),
    Case(profile: "foot", tags: ["barrier": "bollard"], delay: 0),
    Case(profile: "foot", tags: ["barrier": "wall"], delay: nil),
    Case(profile: "car", tags: ["highway": "traffic_signals"], delay: 20),
    Case(profile: "motorcycle", tags: ["highway": "traffic_signals"], delay: 15),
    Case(
      profile: "car",
      tags: ["highway": "traffic_signals", "traffic_signals:direction": "forward"], delay: 20),
    Case(
      profile: "car",
      tags: ["highway": "traffic_signals", "traffic_signals:direction": "backward"], delay: 0),
    Case(profile: "car", tags: ["highway": "crossing"], delay: 0),
  ]

  @Test(arguments: cases)
  func aBarrierStopsOrDelays(_ item: Case) throws {
    func roads(_ tags: OSMTags) throws -> DrawnRoads {
      try DrawnRoads(
        DrawnMap(
          "A-----------B-----------C", ways: ["ABC": ["highway": "residential"]],
          nodes: ["B": tags]),
        profile: Repository.profile(item.profile).text)
    }
    let free = try #require(try roads([:]).seconds("A", "C"))
    #expect(try roads(item.tags).seconds("A", "C") == item.delay.map { free + $0 })
  }

  @Test func aClosedBarrierOnAJunctionClosesEveryRoadThere() throws {
    // Each road is longer than what counts as a fragment.
    let map = DrawnMap(
      "A-----------B-----------C\n" + String(repeating: "            |\n", count: 11)
        + "            D", nodes: ["B": ["barrier": "wall"]])
    let roads = try DrawnRoads(map, profile: Repository.profile("foot").text)
    #expect(try roads.route("A", "C") == nil)
    #expect(try roads.route("A", "D") == nil)
    #expect(roads.report.islands.count == 3)
  }

  @Test func doorsOnBothSidesOfAClosedBarrierAreReached() throws {
    let map = DrawnMap(
      """
      A-B-C
      |   |
      E---D
      """, nodes: ["B": ["barrier": "bollard"]])
    let roads = try DrawnRoads(map, profile: Repository.profile("car").text)
    #expect(try roads.route("A", "C") == "AEDC")
    #expect(roads.report.closedBarriers > 0)
  }
}
