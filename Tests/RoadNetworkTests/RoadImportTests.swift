import Geometry
import OpenStreetMap
import RoadNetwork
import Testing

@Suite struct RoadImportTests {
  @Test func waysAreCutWhereNodesAreMissing() throws {
    let map = DrawnMap(
      """
      A-----B-----C-----D-----E
      """, ways: ["ABCDE": ["highway": "residential"]], missing: "C")
    let roads = try DrawnRoads(map)
    #expect(roads.report.waysCut == 1)
    #expect(roads.report.missingNodes == 1)
    #expect(try roads.route("A", "B") == "AB")
    #expect(roads.network.segmentCount == 2)
  }

  @Test(arguments: [("sketch", true), ("survey", false)])
  func inventedRoadsNeverPassForASurvey(source: String, isSketch: Bool) throws {
    let map = DrawnMap(
      """
      A-----B-----C
      """, ways: ["BC": ["highway": "residential", "source": source]])
    #expect(try DrawnRoads(map).network.isSketch == isSketch)
  }

  @Test func junctionsCutWaysAndBendsDoNot() throws {
    let map = DrawnMap(
      """
      A-B-C-D
          |
          E
      """, ways: ["ABCD": ["highway": "residential"]])
    let roads = try DrawnRoads(map)
    #expect(roads.network.segmentCount == 3)
    #expect(try roads.route("A", "E") == "ABCE")
    #expect(try roads.seconds("A", "E") == 60)
  }

  @Test func aRoadBackToWhereItBeganIsDrivenBothWays() throws {
    let map = DrawnMap(
      """
      A-B---C
        |   |
        E---D
      """, ways: ["BCDEB": ["highway": "residential", "oneway": "yes"]])
    let roads = try DrawnRoads(map)
    #expect(try roads.route("A", "E") == "ABCDE")
    #expect(try roads.route("E", "A") == "EBA")
  }

  @Test func aRingWithoutAJunctionIsARoad() throws {
    let map = DrawnMap(
      """
      B---C
      |   |
      E---D
      """, ways: ["BCDEB": ["highway": "residential"]])
    let roads = try DrawnRoads(map)
    #expect(try roads.route("B", "D") != nil)
    #expect(roads.network.segmentCount == 2)
  }

  @Test func nodesThatRepeatAndPiecesWithoutLengthDoNoHarm() throws {
    var map = DrawnMap("A-B-C", ways: ["AABBBC": ["highway": "residential"]])
    #expect(try DrawnRoads(map).seconds("A", "C") == 40)
    map = DrawnMap("A-B-C", ways: ["ABA": ["highway": "residential"]])
    #expect(try DrawnRoads(map).seconds("A", "C") == 40)
    map = DrawnMap("A-B-C", ways: ["A": ["highway": "residential"]])
    #expect(try DrawnRoads(map).seconds("A", "C") == 40)
    #expect(try DrawnRoads(map).report.waysUsed == 3)
  }

  struct Speed: CustomTestStringConvertible {
    let lines: String
    let tags: OSMTags
    let kilometresPerHour: Double
    var testDescription: String {
      "\(lines) \(tags.map { "\($0.key)=\($0.value)" }.joined(separator: " "))"
    }
  }

  static let speeds = [
    Speed(lines: "", tags: ["maxspeed": "10"], kilometresPerHour: 36),
    Speed(lines: "maxspeed ignore", tags: ["maxspeed": "10"], kilometresPerHour: 36),
    Speed(lines: "maxspeed cap 1", tags: ["maxspeed": "10"], kilometresPerHour: 10),
    Speed(lines: "maxspeed cap 0.9", tags: ["maxspeed": "20"], kilometresPerHour: 18),
    Speed(lines: "maxspeed cap 1", tags: ["maxspeed": "60"], kilometresPerHour: 36),
    Speed(lines: "maxspeed replace 1", tags: ["maxspeed": "60"], kilometresPerHour: 60),
    Speed(lines: "maxspeed replace 0.5", tags: ["maxspeed": "60 km/h"], kilometresPerHour: 30),
    Speed(lines: "maxspeed cap 1", tags: ["maxspeed": "10 mph"], kilometresPerHour: 16.09344),
    Speed(lines: "maxspeed cap 1", tags: ["maxspeed": "none"], kilometresPerHour: 36),
    Speed(lines: "maxspeed replace 1", tags: ["maxspeed": "none"], kilometresPerHour: 36),
    Speed(lines: "maxspeed cap 1", tags: ["maxspeed": "signals"], kilometresPerHour: 36),
    Speed(lines: "maxspeed cap 1", tags: ["maxspeed": "-20"], kilometresPerHour: 36),
    Speed(lines: "maxspeed cap 1", tags: ["maxspeed": "30;20"], kilometresPerHour: 20),
    Speed(
      lines: "maxspeed cap 1\nzone urban 24", tags: ["maxspeed": "ID:urban"],
      kilometresPerHour: 24),
    Speed(
      lines: "maxspeed cap 1\nzone walk 5", tags: ["maxspeed": "walk"], kilometresPerHour: 5),
    Speed(lines: "maxspeed cap 1", tags: ["maxspeed": "DE:zone30"], kilometresPerHour: 30),
    Speed(lines: "maxspeed cap 1", tags: ["maxspeed": "DE:zone:20"], kilometresPerHour: 20),
    Speed(
      lines: "maxspeed cap 1", tags: ["maxspeed": "20", "maxspeed:forward": "30"],
      kilometresPerHour: 30),
    Speed(
      lines: "maxspeed cap 1", tags: ["maxspeed": "20", "maxspeed:backward": "30"],
      kilometresPerHour: 20),
    Speed(lines: "surface gravel 15", tags: ["surface": "gravel"], kilometresPerHour: 15),
    Speed(lines: "surface gravel 15", tags: ["surface": "asphalt"], kilometresPerHour: 36),
    Speed(lines: "surface gravel 80", tags: ["surface": "gravel"], kilometresPerHour: 36),
    Speed(lines: "smoothness bad 12", tags: ["smoothness": "bad"], kilometresPerHour: 12),
    Speed(lines: "tracktype grade5 8", tags: ["tracktype": "grade5"], kilometresPerHour: 8),
    Speed(
      lines: "surface mud 9\nsmoothness bad 12", tags: ["surface": "mud", "smoothness": "bad"],
      kilometresPerHour: 9),
    Speed(lines: "restricted-factor 2", tags: ["access": "private"], kilometresPerHour: 18),
  ]

  @Test(arguments: speeds)
  func theProfileAndTheTagsMakeTheSpeed(_ item: Speed) throws {
    let tags = OSMTags(item.tags.map { $0 } + [(key: "highway", value: "residential")])
    let roads = try DrawnRoads(
      DrawnMap("A---------B", ways: ["AB": tags]),
      profile: DrawnRoads.plain + "\n" + item.lines + "\n")
    let milliseconds = try #require(
      roads.network.milliseconds(from: roads.snap("A"), to: roads.snap("B")))
    #expect(abs(Double(milliseconds) - 3_600_000 / item.kilometresPerHour) < 20)
  }

  @Test func segmentsKnowTheirStreet() throws {
    let map = DrawnMap(
      "A-B-C-D",
      ways: [
        "AB": ["highway": "primary", "name": "Jalan Raden Intan", "ref": "15"],
        "BC": ["highway": "residential", "ref": "21", "bridge": "viaduct", "tunnel": "no"],
      ])
    let roads = try DrawnRoads(map)
    let segments = (0..<3).map { roads.network.segment($0) }
    #expect(segments.map(\.name) == ["Jalan Raden Intan", "21", ""])
    #expect(segments.map(\.roadClass) == [.primary, .residential, .residential])
    #expect(segments.map(\.flags) == [[], .bridge, []])
    #expect(segments.map(\.decimetres) == [2000, 2000, 2000])
  }

  @Test func aMapWithoutRoadsIsRefused() throws {
    #expect(throws: RoadImportError.noRoads(profile: "plain", highways: 0)) {
      try DrawnRoads(DrawnMap("A B"))
    }
    #expect(throws: RoadImportError.noRoads(profile: "plain", highways: 1)) {
      try DrawnRoads(DrawnMap("A-B", ways: ["AB": ["highway": "footway"]]))
    }
    #expect(throws: RoadImportError.noRoads(profile: "plain", highways: 1)) {
      try DrawnRoads(DrawnMap("A-B", missing: "AB"))
    }
  }

  @Test func progressRisesThroughAllSteps() throws {
    var steps: [RoadImport.Step] = []
    _ = try RoadImport(RoadProfile(DrawnRoads.plain)).run(DrawnMap("A-B")) { step, part in
      #expect((0...1).contains(part))
      if steps.last != step { steps.append(step) }
    }
    #expect(steps.contains(.buildingGraph))
  }

  /// What the list of maps tells about a file, by its columns.
  private func listed(_ file: String) throws -> [String: String] {
    let rows = Repository.text(of: Repository.map("INDEX.csv")).split(whereSeparator: \.isNewline)
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    let row = try #require(rows.first { $0.first == file })
    return Dictionary(uniqueKeysWithValues: zip(rows[0], row))
  }

  @Test(
    .enabled(if: Repository.hasMaps, "needs ../shared/data/maps"),
    arguments: ["gh_monaco.osm.gz", "id_timor-alor_atlas-9-433-268.osm.pbf"])
  func realMapsHoldWhatTheirListSays(file: String) throws {
    let listed = try listed(file)
    let (_, report) = try RoadImport(Repository.profile("car")).run(
      OSMFile(path: Repository.map(file)))
    let counts = report.counts
    #expect(String(report.nodesReading.nodes) == listed["nodes"])
    #expect(String(report.waysReading.ways) == listed["ways"])
    #expect(String(report.waysReading.relations) == listed["relations"])
    #expect(String(counts.highwayWays) == listed["highway_ways"])
    #expect(String(counts.carWays) == listed["car_ways"])
    #expect(String(counts.carNodes) == listed["car_nodes"])
    #expect(String(counts.junctionsAndEnds) == listed["simpul_persimpangan_dan_ujung"])
    #expect(String(counts.directedEdges) == listed["directed_edges"])
    #expect(String(Int(counts.kilometres.rounded())) == listed["km_jalan"])
    #expect(String(counts.onewayWays) == listed["oneway_ways"])
    #expect(String(counts.roundaboutWays) == listed["roundabout_ways"])
    #expect(String(counts.namedWays) == listed["named_ways"])
    #expect(String(counts.signedSpeedWays) == listed["maxspeed_ways"])
    #expect(String(counts.restrictions) == listed["turn_restrictions"])
    #expect(String(counts.ferryWays) == listed["ferry_ways"])
    #expect(String(counts.weakParts) == listed["komponen_lemah"])
  }
}
