import Geometry
import OpenStreetMap
import RoadNetwork
import Testing

@Suite struct SnappingTests {
  private static let profile = DrawnRoads.plain + "\nsnap-limit 500\n"

  /// A place between cells of a drawing: columns and rows, which may be fractions.
  private func place(column: Double, row: Double) throws -> Coordinate {
    let degrees = 100 / (6_371_008.8 * Double.pi / 180)
    return try Coordinate(latitude: -row * degrees, longitude: column * degrees)
  }

  @Test func theNearestPointIsOnTheRoadAndNotAtItsEnd() throws {
    let roads = try DrawnRoads(DrawnMap("A---------B"), profile: Self.profile)
    let snap = try #require(roads.network.snap(place(column: 3, row: 1)))
    #expect(abs(snap.walk.value - 100) < 0.1)
    #expect(snap.forward?.decimetresBefore == 3000)
    #expect(snap.forward?.millisecondsBefore == 30_000)
    #expect(snap.forward?.millisecondsAfter == 70_000)
    #expect(snap.backward?.decimetresBefore == 7000)
    // 100 m, a detour of 1.3, 4.5 km/h.
    #expect(abs(snap.walkMilliseconds - 104_000) < 100)
  }

  @Test func beyondTheLimitThereIsNoRoad() throws {
    let roads = try DrawnRoads(DrawnMap("A---------B"), profile: Self.profile)
    #expect(try roads.network.snap(place(column: 3, row: 4.9)) != nil)
    #expect(try roads.network.snap(place(column: 3, row: 5.1)) == nil)
  }

  @Test func aOnewayStreetHasOnePassage() throws {
    let roads = try DrawnRoads(
      DrawnMap(
        """
        A>>>B
        |   |
        D---C
        """), profile: Self.profile)
    let snap = try #require(roads.network.snap(place(column: 2, row: -0.5)))
    #expect(snap.forward != nil)
    #expect(snap.backward == nil)
  }

  @Test func aFragmentNearARealRoadIsPassedOver() throws {
    let map = DrawnMap(
      """
      A-----------B

      C--D
      """)
    let roads = try DrawnRoads(map, profile: Self.profile)
    #expect(roads.report.islands.map(\.isUsed) == [true, false])
    let snap = try roads.snap("C")
    #expect(Int(snap.walk.value.rounded()) == 200)
  }

  @Test func aMinorIslandGivesWayToARoadOfTheTownThatIsHardlyFartherOff() throws {
    // A street of 12 km; one of 2 km beside it that a gap in the map cuts off.
    func roads(rowsBetween: Int) throws -> DrawnRoads {
      try DrawnRoads(
        DrawnMap(
          "A" + String(repeating: "-", count: 119) + "B"
            + String(repeating: "\n", count: rowsBetween) + "C-------------------D"),
        profile: Self.profile)
    }
    #expect(Int(try roads(rowsBetween: 2).snap("C").walk.value.rounded()) == 200)
    #expect(Int(try roads(rowsBetween: 3).snap("C").walk.value.rounded()) == 0)
  }

  @Test func aFragmentThatIsAllTheRoadThereIsIsUsed() throws {
    let map = DrawnMap("A-----------B" + String(repeating: " ", count: 12) + "C--D")
    let roads = try DrawnRoads(map, profile: Self.profile)
    #expect(roads.report.islands.map(\.isUsed) == [true, true])
    #expect(try roads.snap("C").walk.value < 0.1)
    #expect(try roads.route("A", "C") == nil)
  }

  @Test func aDeadEndThatCannotBeLeftAgainIsPassedOver() throws {
    let roads = try DrawnRoads(
      DrawnMap(
        """
        A---B>>>C
        |   |
        D---E
        """), profile: Self.profile)
    #expect(roads.report.segmentsWithoutReturn == 1)
    #expect(Int(try roads.snap("C").walk.value.rounded()) == 400)
  }

  @Test func aDoorIsNotReachedAcrossWater() throws {
    // The street AB is on the mainland in the north; the islet in the south has the street CD.
    let map = DrawnMap(
      """
      A-----------B


      C-----------D
      """)
    let land = try LandMasses(union: [
      shape(rows: -5...1, columns: -2...14), shape(rows: 1.2...5, columns: -2...14),
    ])
    let roads = try DrawnRoads(map, profile: Self.profile)
    let door = try place(column: 5, row: 1.3)
    #expect(roads.network.snap(door)?.point.latitudeE7 == 0)
    let snap = try #require(roads.network.snap(door, land: land))
    #expect(Int(snap.walk.value.rounded()) == 170)
    #expect(snap.point.latitudeE7 < 0)
  }

  private func shape(
    rows: ClosedRange<Double>, columns: ClosedRange<Double>
  ) throws -> Shape {
    let corners = [
      (columns.lowerBound, rows.lowerBound), (columns.lowerBound, rows.upperBound),
      (columns.upperBound, rows.upperBound), (columns.upperBound, rows.lowerBound),
      (columns.lowerBound, rows.lowerBound),
    ]
    let ring = try Ring(corners.map { try place(column: $0.0, row: $0.1) })
    return try Shape(polygons: [Polygon(exterior: ring, holes: [])])
  }

  @Test(arguments: ["left", "right"])
  func onAWideRoadADoorIsReachedOnItsOwnSide(traffic: String) throws {
    let roads = try DrawnRoads(
      DrawnMap("A---------B", ways: ["AB": ["highway": "primary"]]),
      profile: Self.profile + "traffic \(traffic)\nkerb-side primary\n")
    let northern = try #require(roads.network.snap(place(column: 3, row: -1)))
    let southern = try #require(roads.network.snap(place(column: 3, row: 1)))
    // North of a road drawn eastward is on its left.
    #expect((northern.forward == nil) == (traffic == "right"))
    #expect((northern.backward == nil) == (traffic == "left"))
    #expect((southern.forward == nil) == (traffic == "left"))
    #expect((southern.backward == nil) == (traffic == "right"))
  }

  /// The tree of boxes must find what a look at every segment finds.
  @Test(arguments: UInt64(0)..<10)
  func theNearestRoadIsTheNearestOfAll(seed: UInt64) throws {
    let map = RandomMap(seed: seed, columns: 12, rows: 12, isPlain: true)
    let (network, _) = try RoadImport(
      RoadProfile(DrawnRoads.plain + "\nsnap-limit 20000\n")
    ).run(map)
    var random = map.random
    for _ in 0..<20 {
      let door = try place(
        column: Double.random(in: -5...18, using: &random),
        row: Double.random(in: -5...18, using: &random))
      let snap = try #require(network.snap(door))
      let projection = LocalProjection(origin: door)
      let nearest = (0..<network.segmentCount).flatMap { segment in
        let line = network.coordinates(ofSegment: Int32(segment)).map(projection.point)
        return zip(line, line.dropFirst()).map { metresFromOrigin($0, $1) }
      }.min()
      #expect(abs(snap.walk.value - (nearest ?? 0)) < 0.05)
    }
  }

  private func metresFromOrigin(_ start: PlanarPoint, _ end: PlanarPoint) -> Double {
    let east = end.eastMetres - start.eastMetres
    let north = end.northMetres - start.northMetres
    let squared = east * east + north * north
    let along = -(start.eastMetres * east + start.northMetres * north) / max(squared, 1e-9)
    let part = min(1, max(0, along))
    let nearest = PlanarPoint(
      eastMetres: start.eastMetres + part * east, northMetres: start.northMetres + part * north)
    return nearest.metres(to: PlanarPoint(eastMetres: 0, northMetres: 0))
  }
}
