import Geometry
import TestSupport
import Testing

@Suite struct ShapeTests {
  struct Refusal: CustomTestStringConvertible {
    var corners: [(Int, Int)]
    var error: GeometryError
    var testDescription: String { "\(error)" }
  }

  static var refusals: [Refusal] {
    get throws {
      [
        Refusal(corners: [], error: .ringTooShort(coordinates: 0)),
        Refusal(corners: [(0, 0), (9, 0), (0, 0)], error: .ringTooShort(coordinates: 3)),
        Refusal(
          corners: [(0, 0), (9, 0), (9, 9), (0, 9)],
          error: .ringNotClosed(first: try at(0, 0), last: try at(0, 9))),
      ]
    }
  }

  @Test(arguments: try refusals)
  func aBadRingIsRefused(_ refusal: Refusal) throws {
    let corners = try refusal.corners.map(at)
    #expect(throws: refusal.error) { try Ring(corners) }
  }

  @Test func aShapeNeedsAPolygon() {
    #expect(throws: GeometryError.shapeWithoutPolygons) { try Shape(polygons: []) }
  }

  @Test func aRefusalSaysWhatToDo() throws {
    let error = GeometryError.ringNotClosed(first: try at(0, 0), last: try at(0, 9))
    #expect(
      "\(error)" == "a ring starts at -5.0000000, 105.0000000 but ends at -4.9999100, 105.0000000;"
        + " repeat the first coordinate at the end")
  }

  @Test func holesAreNotLandButTheirEdgesAre() throws {
    let shape = try Shape(square(0, 0, size: 100), holes: [square(40, 40, size: 20)])
    #expect(shape.contains(try at(10, 10)))
    #expect(!shape.contains(try at(50, 50)))
    #expect(shape.contains(try at(40, 50)))
    #expect(shape.contains(try at(100, 100)))
    #expect(!shape.contains(try at(101, 50)))
  }

  @Test(arguments: [(0, 0), (50, 0), (100, 0), (100, 50), (100, 100), (30, 100), (0, 70)])
  func aBorderBelongsToTheShape(east: Int, north: Int) throws {
    #expect(try Shape(square(0, 0, size: 100)).contains(at(east, north)))
  }

  /// Every even place on this border lies exactly on a slanted edge.
  @Test func aSlantedBorderIsDecidedWithoutRounding() throws {
    let shape = try Shape(ring([(0, 0), (3000, 1000), (0, 1000)]))
    for step in 1..<1000 {
      #expect(shape.contains(try at(3 * step, step)))
      #expect(!shape.contains(try at(3 * step + 1, step)))
    }
  }

  @Test func containsNeverOverflowsOnAGlobeSizedShape() throws {
    let corners = try [(-90.0, -180.0), (-90, 180), (90, 180), (90, -180), (-90, -180)].map {
      try Coordinate(latitude: $0.0, longitude: $0.1)
    }
    let globe = try Shape(polygons: [Polygon(exterior: Ring(corners))])
    #expect(globe.contains(try at(0, 0)))
    #expect(globe.contains(corners[2]))
  }

  @Test(arguments: UInt64(0)..<20)
  func containsAgreesWithCountingCrossings(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let corners = (0..<12).map { _ in
      (Int.random(in: 0...200, using: &random), Int.random(in: 0...200, using: &random))
    }
    let shape = try Shape(ring(corners))
    for _ in 0..<300 {
      let place = try at(
        .random(in: -5...205, using: &random), .random(in: -5...205, using: &random))
      guard let truth = slowlyContains(shape, place), shape.contains(place) != truth else {
        continue
      }
      // The two may only differ on an edge, which the library counts as land.
      #expect(shape.distance(to: place) == Metres(0))
      #expect(!truth)
    }
  }

  @Test func areaIsThatOfTheGroundLessTheHoles() throws {
    let side = 0.01 * 111_194.93
    let whole = try Shape(square(0, 0, size: 1000)).area().value
    #expect(abs(whole / (side * side * 0.9962) - 1) < 1e-3)
    let pierced = try Shape(square(0, 0, size: 1000), holes: [square(100, 100, size: 500)])
    #expect(abs(pierced.area().value / whole - 0.75) < 1e-6)
  }

  @Test func distanceIsMeasuredToTheNearestEdge() throws {
    let shape = try Shape(square(0, 0, size: 100))
    let away = shape.distance(to: try at(50, 200)).value
    #expect(abs(away - 0.001 * 111_194.93) < 0.1)
    let corner = shape.distance(to: try at(130, 140)).value
    #expect(abs(corner - 0.0005 * 111_194.93) < 0.2)
  }

  @Test func theUnionDissolvesASharedBorder() throws {
    let west = try Shape(ring([(0, 0), (100, 0), (90, 50), (100, 100), (0, 100)]))
    let east = try Shape(ring([(100, 0), (200, 0), (200, 100), (100, 100), (90, 50)]))
    let whole = try Shape.union([west, east])
    #expect(whole.polygons.count == 1)
    #expect(abs(whole.area().value - west.area().value - east.area().value) < 1)
    #expect(throws: GeometryError.shapeWithoutPolygons) { try Shape.union([]) }
  }

  @Test func simplifyingKeepsCornersThatMatterAndMovesNone() throws {
    let shape = try Shape(
      ring([(0, 0), (500, 1), (1000, 0), (1000, 1000), (0, 1000), (1, 300)]))
    let simple = try shape.simplified(toleranceMetres: 5)
    #expect(simple.polygons[0].exterior.coordinates.count == 5)
    #expect(
      simple.polygons[0].exterior.coordinates.allSatisfy(
        shape.polygons[0].exterior.coordinates.contains))
    #expect(try shape.simplified(toleranceMetres: 0.1).area() == shape.area())
  }

  @Test func thePointInsideARingShapedRegionIsOnLand() throws {
    let moat = try Shape(square(0, 0, size: 100), holes: [square(5, 5, size: 90)])
    #expect(moat.contains(try moat.pointInside()))
  }

  @Test func aBowTieIsRepairedIntoTwoTriangles() throws {
    let bowTie = try Shape(ring([(0, 0), (100, 100), (100, 0), (0, 100)]))
    let repaired = try bowTie.repaired()
    #expect(repaired.polygons.count == 2)
    let whole = try Shape(square(0, 0, size: 100)).area().value
    #expect(abs(repaired.area().value / whole - 0.5) < 1e-3)
  }

  @Test func aRegionWithoutAreaCannotBeRepaired() throws {
    let spike = try Shape(ring([(0, 0), (50, 0), (100, 0)]))
    #expect(throws: GeometryError.shapeWithoutPolygons) { try spike.repaired() }
  }
}
