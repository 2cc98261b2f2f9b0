import Geometry
import OpenStreetMap
import RoadNetwork
import ShortestPaths
import TestSupport
import Testing

@Suite struct RoadTravelTests {
  @Test func timesHaveBothWalksInThem() throws {
    let roads = try DrawnRoads(DrawnMap("A---------B"))
    let start = try #require(
      roads.network.snap(Coordinate(latitude: 0.0005, longitude: 0.001)))
    let end = try #require(roads.network.snap(Coordinate(latitude: 0, longitude: 0.002)))
    let driven = 11_119
    let expected = Int(start.walkMilliseconds) + driven
    let actual = try #require(roads.network.milliseconds(from: start, to: end))
    #expect(abs(Int(actual) - expected) <= 10)
    #expect(roads.network.milliseconds(from: start, to: start) == 0)
  }

  @Test func alongOneSegmentTheWayIsDirect() throws {
    let roads = try DrawnRoads(
      DrawnMap(
        """
        A>>>>>>>>>B
        |         |
        D---------C
        """))
    let first = try #require(roads.network.snap(Coordinate(latitude: 0, longitude: 0.002)))
    let second = try #require(roads.network.snap(Coordinate(latitude: 0, longitude: 0.005)))
    let there = try #require(roads.network.path(from: first, to: second))
    #expect(there.pieces.count == 1)
    #expect(roads.map.letters(along: roads.network.coordinates(along: there)) == "")
    // Against the arrow one goes all the way round.
    let back = try #require(roads.network.path(from: second, to: first))
    #expect(roads.map.letters(along: roads.network.coordinates(along: back)) == "BCDA")
  }

  /// Times of the hierarchy, of tables and of paths against Dijkstra's search.
  @Test(arguments: UInt64(0)..<15)
  func everyAnswerIsThatOfDijkstra(seed: UInt64) throws {
    let map = RandomMap(seed: seed, columns: 9, rows: 9)
    let (network, report) = try RoadImport(RoadProfile(DrawnRoads.plain)).run(map)
    #expect(report.restrictionsUsed > 0)
    var random = map.random
    try compareWithDijkstra(network, doors: randomDoors(14, of: network, using: &random))
  }

  struct RealMap: CustomTestStringConvertible {
    let file: String
    let profile: String
    var testDescription: String { "\(file) for \(profile)" }
  }

  static let realMaps = [
    RealMap(file: "gh_monaco.osm.gz", profile: "car"),
    RealMap(file: "id_timor-alor_atlas-9-433-268.osm.pbf", profile: "motorcycle"),
  ]

  @Test(.enabled(if: Repository.hasMaps, "needs ../shared/data/maps"), arguments: realMaps)
  func onRealMapsEveryAnswerIsThatOfDijkstra(_ map: RealMap) throws {
    let source = try OSMFile(path: Repository.map(map.file))
    let (network, _) = try RoadImport(Repository.profile(map.profile)).run(source)
    var random = SplitMix64(seed: 1)
    try compareWithDijkstra(network, doors: randomDoors(14, of: network, using: &random))
  }

  /// Doors near random points of the network.
  private func randomDoors(
    _ count: Int, of network: RoadNetwork, using random: inout SplitMix64
  ) throws -> [RoadSnap] {
    var doors: [RoadSnap] = []
    while doors.count < count {
      let segment = Int32.random(in: 0..<Int32(network.segmentCount), using: &random)
      guard let point = network.coordinates(ofSegment: segment).first else { continue }
      let door = try Coordinate(
        latitudeE7: point.latitudeE7 + Int32.random(in: -4000...4000, using: &random),
        longitudeE7: point.longitudeE7 + Int32.random(in: -4000...4000, using: &random))
      if let snap = network.snap(door) { doors.append(snap) }
    }
    return doors + doors.prefix(1)
  }

  private func compareWithDijkstra(_ network: RoadNetwork, doors: [RoadSnap]) throws {
    let table = network.table(among: doors)
    let nearest = network.nearest(5, among: doors)
    var oracle = DijkstraSearch(network.graph)
    var query = RoadQuery(network)
    for (row, start) in doors.enumerated() {
      var times: [(milliseconds: Int32, door: Int32)] = []
      for (column, end) in doors.enumerated() {
        let around = oracle.milliseconds(
          from: network.departures(of: start), to: network.arrivals(at: end))
        let single = query.milliseconds(from: start, to: end)
        let path = query.path(from: start, to: end)
        #expect(path?.milliseconds == single)
        let cell = table[row * doors.count + column]
        #expect(cell == single.map { ($0 + 500) / 1000 } ?? .max)
        if start.place == end.place {
          #expect(single == 0)
        } else if start.segment != end.segment {
          #expect(single == around)
        } else if let around {
          #expect(try #require(single) <= around)
        }
        if let path { checkThatItHolds(path, network) }
        if let single, row != column { times.append((single, Int32(column))) }
      }
      let sorted = times.sorted { ($0.milliseconds, $0.door) < ($1.milliseconds, $1.door) }
      #expect(nearest[row].map(\.door) == sorted.prefix(5).map(\.door))
      #expect(nearest[row].map(\.milliseconds) == sorted.prefix(5).map(\.milliseconds))
    }
  }

  /// The pieces follow one another on the ground and add up to the time of the path.
  private func checkThatItHolds(_ path: RoadPath, _ network: RoadNetwork) {
    guard path.departure.place != path.arrival.place else { return }
    let walks = path.departure.walkMilliseconds + path.arrival.walkMilliseconds
    let driven = path.pieces.reduce(0) { $0 + $1.milliseconds }
    #expect(walks + driven == path.milliseconds)
    let line = network.coordinates(along: path)
    let drawn = zip(line, line.dropFirst()).reduce(0) { $0 + $1.0.distance(to: $1.1).value }
    #expect(abs(drawn - path.metres.value) <= 1 + drawn / 500)
  }
}
