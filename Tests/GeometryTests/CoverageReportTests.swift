import Geometry
import Testing

@Suite struct CoverageReportTests {
  @Test func regionsThatTileAreClean() throws {
    let report = try CoverageReport.check([
      Shape(ring([(0, 0), (3000, 1000), (0, 1000)])),
      Shape(ring([(0, 0), (3000, 0), (3000, 1000)])),
    ])
    #expect(report.isClean)
    #expect(try CoverageReport.check([]).isClean)
  }

  struct Flawed: CustomTestStringConvertible {
    var reason: String
    var place: (Int, Int)
    var shape: Shape
    var testDescription: String { reason }
  }

  static var flawed: [Flawed] {
    get throws {
      [
        Flawed(
          reason: "Self-intersection", place: (50, 50),
          shape: try Shape(ring([(0, 0), (100, 100), (100, 0), (0, 100)]))),
        Flawed(
          reason: "Hole lies outside shell", place: (200, 200),
          shape: try Shape(square(0, 0, size: 100), holes: [square(200, 200, size: 10)])),
        Flawed(
          reason: "Too few points in geometry component", place: (7, 7),
          shape: try Shape(ring([(7, 7), (7, 7), (7, 7)]))),
        Flawed(
          reason: "Nested shells", place: (10, 10),
          shape: try Shape(polygons: [
            Polygon(exterior: square(0, 0, size: 100)), Polygon(exterior: square(10, 10, size: 5)),
          ])),
      ]
    }
  }

  @Test(arguments: try flawed)
  func anInvalidOutlineIsFoundWithItsPlace(_ flawed: Flawed) throws {
    let report = try CoverageReport.check([Shape(square(500, 0, size: 9)), flawed.shape])
    #expect(report.invalid.map(\.index) == [1])
    #expect(report.invalid.first?.reason == flawed.reason)
    #expect(report.invalid.first?.place == (try at(flawed.place.0, flawed.place.1)))
  }

  @Test func anOverlapIsFoundWithItsSizeAndAPlaceInIt() throws {
    let shapes = try [
      Shape(square(0, 0, size: 100)), Shape(square(400, 0, size: 50)),
      Shape(square(80, 80, size: 100)),
    ]
    let report = try CoverageReport.check(shapes)
    let overlap = try #require(report.overlaps.first)
    #expect(report.overlaps.count == 1)
    #expect((overlap.first, overlap.second) == (0, 2))
    #expect(abs(overlap.squareMetres - shapes[0].area().value * 0.04) < 1)
    #expect(shapes[0].contains(overlap.place))
    #expect(shapes[2].contains(overlap.place))
    #expect(try CoverageReport.check(shapes, ignoringBelow: SquareMetres(1e6)).isClean)
  }

  @Test func anInvalidRegionIsComparedInItsRepairedForm() throws {
    let bowTie = try Shape(ring([(0, 0), (100, 100), (100, 0), (0, 100)]))
    let report = try CoverageReport.check([bowTie, Shape(square(80, 0, size: 100))])
    #expect(report.invalid.count == 1)
    #expect(report.overlaps.count == 1)
  }

  @Test func aGapBetweenRegionsIsFoundLargestFirst() throws {
    let pierced = try Shape(
      square(0, 0, size: 100), holes: [square(10, 10, size: 5), square(40, 40, size: 20)])
    let report = try CoverageReport.check([pierced])
    #expect(report.gaps.count == 2)
    let largest = try #require(report.gaps.first)
    #expect(abs(largest.squareMetres - pierced.area().value * 400 / 9575) < 1)
    #expect(!pierced.contains(largest.place))
  }
}
