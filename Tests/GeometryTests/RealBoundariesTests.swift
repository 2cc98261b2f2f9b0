import Geometry
import TestSupport
import Testing

@Suite(
  .enabled(
    if: RealBoundaries.arePresent,
    "real boundaries are not beside the repository (shared/data/maps/boundaries)"))
struct RealBoundariesTests {
  @Test(arguments: RealBoundaries.regencies)
  func everyPlaceIsFoundInTheVillageThatCountingCrossingsNames(regency: String) throws {
    let shapes = try RealBoundaries.regions(of: regency).map(\.shape)
    let index = try RegionIndex(shapes)
    let box = try Shape(polygons: shapes.flatMap(\.polygons)).boundingBox
    var random = SplitMix64(seed: 18)
    for _ in 0..<25 {
      let place = try Coordinate(
        latitudeE7: .random(
          in: box.southWest.latitudeE7...box.northEast.latitudeE7, using: &random),
        longitudeE7: .random(
          in: box.southWest.longitudeE7...box.northEast.longitudeE7, using: &random))
      let answers = shapes.map { slowlyContains($0, place) }
      guard !answers.contains(nil) else { continue }
      #expect(index.region(containing: place) == answers.firstIndex(of: true))
    }
  }

  @Test(arguments: RealBoundaries.regencies)
  func everyVillageHoldsItsPointAndHasItsArea(regency: String) throws {
    let regions = try RealBoundaries.regions(of: regency)
    let index = try RegionIndex(regions.map(\.shape))
    for (number, region) in regions.enumerated() {
      #expect(index.region(containing: region.pointInside) == number)
      let area = region.shape.area().value / 1e6
      #expect(abs(area / region.squareKilometres - 1) < 0.01, "\(region.code)")
    }
  }

  /// A corner of three villages belongs to the first of them, and to none but them.
  @Test func everyCornerBelongsToTheFirstVillageThatHasIt() throws {
    let shapes = try RealBoundaries.regions(of: "16.71_palembang").map(\.shape)
    let index = try RegionIndex(shapes)
    for shape in shapes {
      for corner in shape.polygons[0].exterior.coordinates.prefix(12) {
        #expect(index.region(containing: corner) == shapes.firstIndex { $0.contains(corner) })
      }
    }
  }

  @Test func anIslandInTheSeaIsItsVillagesAndTheSeaAroundItIsNobodys() throws {
    let regions = try RealBoundaries.regions(of: "18.09_pesawaran")
    let index = try RegionIndex(regions.map(\.shape))
    let legundi = try #require(regions.firstIndex { $0.code == "18.09.06.2019" })
    #expect(regions[legundi].shape.polygons.count == 17)
    let onLegundi = try Coordinate(latitude: -5.814407, longitude: 105.292923)
    #expect(index.region(containing: onLegundi) == legundi)
    let offShore = try Coordinate(latitude: -5.78, longitude: 105.33)
    #expect(index.region(containing: offShore) == nil)
    let nearest = try #require(index.nearest(to: offShore, within: Metres(10_000)))
    #expect(nearest.index == legundi)
    #expect(index.nearest(to: offShore, within: Metres(500)) == nil)
  }

  @Test func theRealVillagesOfPalembangTile() throws {
    let shapes = try RealBoundaries.regions(of: "16.71_palembang").map(\.shape)
    let report = try CoverageReport.check(shapes)
    #expect(report.invalid.isEmpty)
    #expect(report.overlaps.isEmpty)
    let whole = try Shape.union(shapes)
    #expect(abs(whole.area().value / shapes.reduce(0) { $0 + $1.area().value } - 1) < 1e-4)
  }

  @Test func pulauLegundiIsAnotherLandMassThanTheMainland() throws {
    let regions = try RealBoundaries.regions(of: "18.09_pesawaran")
    let masses = try LandMasses(union: regions.map(\.shape))
    let legundi = try Coordinate(latitude: -5.814407, longitude: 105.292923)
    let gedongTataan = try Coordinate(latitude: -5.3763, longitude: 105.0790)
    #expect(masses.mass(of: gedongTataan) == 0)
    let island = try #require(masses.mass(of: legundi))
    #expect(island != 0)
    #expect(masses.outline(of: island).area().value / 1e6 > 15)
    #expect(masses.mass(of: try Coordinate(latitude: -5.78, longitude: 105.33)) == nil)
    for region in regions {
      let mass = try #require(masses.mass(of: region.pointInside))
      #expect(masses.outline(of: mass).contains(region.pointInside), "\(region.code)")
    }
  }
}
