import Domain

/// What the sketch knows of one desa that has people and inland ground.
struct SketchDesa {
  /// Position in the gazetteer's list, which the raster uses too.
  let index: Int
  let name: String
  let kecamatan: RegionCode?
  let population: Int
  let peoplePerSquareKilometre: Double
  let centre: MapPoint
  let mass: Int32

  /// - Returns: Nothing where nobody lives or there is no ground to build on.
  init?(_ region: Region, index: Int, on terrain: SketchTerrain) {
    guard region.population > 0,
      let centre = terrain.inlandPlace(near: MapPoint(region.pointInside)),
      let cell = terrain.cell(centre)
    else { return nil }
    self.index = index
    name = region.name
    kecamatan = region.code.kecamatan
    population = region.population
    peoplePerSquareKilometre = Double(region.population) / region.areaSquareKilometres
    self.centre = centre
    mass = terrain.mass[cell]
  }

  /// Dense enough for streets everywhere rather than around hamlets.
  var isUrban: Bool { peoplePerSquareKilometre >= 3000 }

  /// The distance between the junctions of its collecting roads, in metres.
  ///
  /// Some 450 people live around each, which is about an RW.
  var hamletSpacing: Double {
    min(1300, max(300, (450 / peoplePerSquareKilometre).squareRoot() * 1000))
  }

  /// The distance between parallel residential streets where people live, in metres.
  var blockDepth: Double {
    min(130, max(62, 62 + (16_000 - peoplePerSquareKilometre) * 0.0045))
  }

  /// The part of its ground that is built on.
  var settledShare: Double { min(1, peoplePerSquareKilometre / 4500) }
}
