import Geometry
import TestSupport
import Testing

@Suite struct LandMassesTests {
  /// Two villages side by side, an island of the second, and an island of its own.
  private static func coast() throws -> [Shape] {
    [
      try Shape(square(2000, 0, size: 300)),
      try Shape(square(0, 0, size: 1000)),
      try Shape(polygons: [
        Polygon(exterior: square(1000, 0, size: 500)),
        Polygon(exterior: square(1000, 3000, size: 200)),
      ]),
    ]
  }

  @Test func villagesThatTouchAreOneMassAndTheLargestIsFirst() throws {
    let masses = try LandMasses(union: Self.coast())
    #expect(masses.count == 3)
    #expect(masses.mass(of: try at(500, 500)) == 0)
    #expect(masses.mass(of: try at(1250, 250)) == 0)
    #expect(masses.mass(of: try at(2150, 150)) == 1)
    #expect(masses.mass(of: try at(1100, 3100)) == 2)
    #expect(masses.outline(of: 1).area() == (try Self.coast()[0].area()))
  }

  @Test func landThatMeetsInOnePointIsOneMass() throws {
    let masses = try LandMasses(union: [
      Shape(square(0, 0, size: 100)), Shape(square(100, 100, size: 100)),
      Shape(square(200, 0, size: 100)), Shape(square(400, 0, size: 10)),
    ])
    #expect(masses.count == 2)
    #expect(masses.mass(of: try at(250, 50)) == masses.mass(of: try at(50, 50)))
  }

  @Test func aPlaceJustOffTheShoreBelongsToTheNearestLand() throws {
    // One unit is about 1.1 m: the island is 300 units from the first coast.
    let masses = try LandMasses(union: [
      Shape(square(0, 0, size: 1000)), Shape(square(1200, 0, size: 300)),
    ])
    #expect(masses.mass(of: try at(1090, 100)) == 0)
    #expect(masses.mass(of: try at(1110, 100)) == 1)
    #expect(masses.mass(of: try at(1500 + 130, 100)) == 1)
    #expect(masses.mass(of: try at(1500 + 140, 100)) == nil)
    #expect(masses.mass(of: try at(-130, 500)) == 0)
    #expect(masses.mass(of: try at(500, -140)) == nil)
  }

  @Test func aLakeIsNoLandButItsShoreIs() throws {
    let lake = try square(300, 300, size: 400)
    let masses = try LandMasses(union: [Shape(square(0, 0, size: 1000), holes: [lake])])
    #expect(masses.mass(of: try at(500, 500)) == nil)
    #expect(masses.mass(of: try at(400, 500)) == 0)
    #expect(masses.mass(of: try at(300, 500)) == 0)
  }

  @Test func noLandAtAllIsRefused() {
    #expect(throws: GeometryError.shapeWithoutPolygons) { try LandMasses(union: []) }
  }

  /// Scattered islands with lakes: the index of edges against the shapes themselves.
  @Test(arguments: UInt64(0)..<30)
  func agreesWithMeasuringEveryOutline(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let islands = try (0..<12).map { number in
      let (west, south) = (number % 4 * 600, number / 4 * 600)
      let corners = (0..<4).map { corner in
        (
          west + (corner == 1 || corner == 2 ? 400 : 0) + Int.random(in: -60...60, using: &random),
          south + (corner >= 2 ? 400 : 0) + Int.random(in: -60...60, using: &random)
        )
      }
      return try Shape(ring(corners), holes: [square(west + 150, south + 150, size: 100)])
    }
    let masses = try LandMasses(union: islands)
    for _ in 0..<60 {
      let place = try at(
        .random(in: -300...2500, using: &random), .random(in: -300...2000, using: &random))
      let outlines = (0..<masses.count).map { masses.outline(of: $0).distance(to: place) }
      let nearest = try #require(outlines.min())
      let expected = nearest <= LandMasses.shoreTolerance ? outlines.firstIndex(of: nearest) : nil
      #expect(masses.mass(of: place) == expected)
    }
  }

  @Test func theWaterBetweenTwoMassesIsMeasured() throws {
    let masses = try LandMasses(union: [
      Shape(square(0, 0, size: 1000)), Shape(square(1200, 300, size: 300)),
    ])
    let wide = try #require(masses.distance(from: 0, to: 1, within: Metres(500)))
    // 200 units of 1e-5 degree at 5° south.
    #expect(abs(wide.value - 200 * 1.1119 * 0.9962) < 0.5)
    #expect(masses.distance(from: 1, to: 0, within: Metres(500)) == wide)
    #expect(masses.distance(from: 0, to: 1, within: Metres(200)) == nil)
  }
}
