import Geometry
import TestSupport
import Testing

@Suite struct SketchMapTests {
  /// A jittered grid of regions with equal areas, each bordering the next in its row and column.
  private static func grid(columns: Int, rows: Int, seed: UInt64) throws -> [SketchSeed] {
    var random = SplitMix64(seed: seed)
    let side = 0.01 * 111_194.93
    return try (0..<(columns * rows)).map { index in
      let column = index % columns
      let row = index / columns
      var neighbours: [Int] = []
      if column + 1 < columns { neighbours.append(index + 1) }
      if row + 1 < rows { neighbours.append(index + columns) }
      return SketchSeed(
        point: try at(
          column * 1000 + .random(in: -200...200, using: &random),
          row * 1000 + .random(in: -200...200, using: &random)),
        areaSquareMetres: side * side, neighbours: neighbours, group: row)
    }
  }

  @Test(arguments: UInt64(0)..<4)
  func regionsTileHoldTheirPointsAndHaveTheirAreas(seed: UInt64) throws {
    let seeds = try Self.grid(columns: 4, rows: 3, seed: seed)
    let shapes = try SketchMap.draw(seeds: seeds, rounds: 15)
    #expect(shapes.count == seeds.count)
    #expect(zip(shapes, seeds).allSatisfy { $0.contains($1.point) })
    #expect(shapes.allSatisfy { $0.polygons.count == 1 })
    #expect(try CoverageReport.check(shapes, ignoringBelow: SquareMetres(0)).isClean)

    let quality = SketchQuality(of: shapes, seeds: seeds)
    #expect(quality.largestAreaError < 0.1)
    #expect(quality.meanAreaError < 0.03)
    #expect(quality.neighboursKept > 0.85)
    #expect(quality.truePairs == 17)
  }

  @Test func theSameSeedsGiveTheSameMap() throws {
    let seeds = try Self.grid(columns: 3, rows: 3, seed: 7)
    #expect(
      try SketchMap.draw(seeds: seeds, rounds: 10) == SketchMap.draw(seeds: seeds, rounds: 10))
  }

  @Test func everyPlaceOnTheSketchBelongsToOneRegionOrABorder() throws {
    let seeds = try Self.grid(columns: 3, rows: 3, seed: 3)
    let shapes = try SketchMap.draw(seeds: seeds, rounds: 10)
    let land = try Shape.union(shapes)
    var random = SplitMix64(seed: 3)
    for _ in 0..<500 {
      let place = try at(
        .random(in: -1000...3000, using: &random), .random(in: -1000...3000, using: &random))
      let owners = shapes.count { slowlyContains($0, place) == true }
      #expect(owners <= 1)
      #expect(shapes.contains { $0.contains(place) } == land.contains(place))
    }
  }

  @Test func aLargeRegionBesideSmallOnesKeepsItsArea() throws {
    let areas = [40e6, 4e6, 4e6, 4e6, 1e6]
    let points = try [(0, 0), (4500, 0), (4500, 1800), (4500, -1800), (6000, 0)].map(at)
    let links = [[1, 2, 3], [2, 3, 4], [4], [4], []]
    let seeds = points.indices.map {
      SketchSeed(
        point: points[$0], areaSquareMetres: areas[$0], neighbours: links[$0], group: 0)
    }
    let quality = SketchQuality(of: try SketchMap.draw(seeds: seeds, rounds: 20), seeds: seeds)
    #expect(quality.largestAreaError < 0.15)
  }

  @Test func regionsWithoutNeighboursAreIslands() throws {
    let seeds = try [(0, 0), (9000, 0)].map {
      SketchSeed(point: try at($0.0, $0.1), areaSquareMetres: 5e6, neighbours: [], group: 0)
    }
    let shapes = try SketchMap.draw(seeds: seeds)
    #expect(SketchQuality(of: shapes, seeds: seeds).largestAreaError < 0.05)
    #expect(!shapes[0].boundingBox.meets(shapes[1].boundingBox))
  }

  /// An island that the larger land would swallow is cut out of it, and both keep their points.
  @Test func anIslandCloseByKeepsItsPoint() throws {
    let island = SketchSeed(
      point: try at(300, 300), areaSquareMetres: 1e6, neighbours: [], group: 0)
    let seeds = try Self.grid(columns: 3, rows: 3, seed: 5) + [island]
    let shapes = try SketchMap.draw(seeds: seeds, rounds: 10)
    #expect(zip(shapes, seeds).allSatisfy { $0.contains($1.point) })
    #expect(try CoverageReport.check(shapes).overlaps.isEmpty)
  }

  @Test func aCentroidOutsideTheRegionDoesNotMoveThePointOut() throws {
    let plain = try Self.grid(columns: 3, rows: 3, seed: 2)
    let seeds = try plain.enumerated().map { index, seed in
      SketchSeed(
        point: seed.point, centroid: index == 4 ? try at(2600, 1000) : nil,
        areaSquareMetres: seed.areaSquareMetres, neighbours: seed.neighbours, group: seed.group)
    }
    let shapes = try SketchMap.draw(seeds: seeds, rounds: 15)
    #expect(zip(shapes, seeds).allSatisfy { $0.contains($1.point) })
  }

  struct Refusal: CustomTestStringConvertible {
    var seeds: [SketchSeed]
    var error: GeometryError
    var testDescription: String { "\(error)" }
  }

  static var refusals: [Refusal] {
    get throws {
      func seed(_ east: Int, area: Double = 1e6, neighbours: [Int] = []) throws -> SketchSeed {
        SketchSeed(
          point: try at(east, 0), areaSquareMetres: area, neighbours: neighbours, group: 0)
      }
      return try [
        Refusal(seeds: [], error: .noSeeds),
        Refusal(
          seeds: [seed(0), seed(9, area: 0)], error: .seedWithoutArea(seed: 1, squareMetres: 0)),
        Refusal(
          seeds: [seed(0, area: .infinity)],
          error: .seedWithoutArea(seed: 0, squareMetres: .infinity)),
        Refusal(
          seeds: [seed(0, neighbours: [2]), seed(9)],
          error: .unknownNeighbour(seed: 0, neighbour: 2)),
        Refusal(
          seeds: [seed(0), seed(9, neighbours: [1])],
          error: .unknownNeighbour(seed: 1, neighbour: 1)),
        Refusal(
          seeds: [seed(0), seed(9), seed(0)],
          error: .sharedSeedPoint(first: 0, second: 2, place: at(0, 0))),
      ]
    }
  }

  @Test(arguments: try refusals)
  func seedsThatContradictThemselvesAreRefused(_ refusal: Refusal) {
    #expect(throws: refusal.error) { try SketchMap.draw(seeds: refusal.seeds) }
  }
}
