import Domain

/// What the sketch knows of one desa that has people and inland ground.
struct SketchDesa {
  /// Position in the gazetteer's list, which the raster uses too.
  let index: Int
  let name: String
  let kecamatan: RegionCode?
  let population: Int
  let squareKilometres: Double
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
    squareKilometres = region.areaSquareKilometres
    self.centre = centre
    mass = terrain.mass[cell]
  }

  var peoplePerSquareKilometre: Double { Double(population) / squareKilometres }

  /// Dense enough for streets everywhere rather than around hamlets.
  var isUrban: Bool { settledShare >= 1 }

  /// The distance between the junctions of its collecting roads, in metres.
  ///
  /// Some 450 people live around each, which is about an RW; even a small desa has a few.
  var hamletSpacing: Double {
    let kilometres = min(
      (450 / peoplePerSquareKilometre).squareRoot(), 0.45 * squareKilometres.squareRoot())
    return min(1300, max(300, kilometres * 1000))
  }

  /// The distance between parallel residential streets where people live, in metres.
  var blockDepth: Double {
    min(115, max(62, 62 + (16_000 - peoplePerSquareKilometre) * 0.0045))
  }

  /// How far from the middle of a hamlet houses stand, in metres.
  var hamletRadius: Double { max(220, hamletSpacing * 0.8 * settledShare.squareRoot()) }

  /// How far from its own middle the houses of the main village stand, in metres.
  var villageRadius: Double { 180 + 4 * Double(population).squareRoot() }

  /// The part of its ground that is built on.
  var settledShare: Double { min(1, peoplePerSquareKilometre / 4500) }
}
