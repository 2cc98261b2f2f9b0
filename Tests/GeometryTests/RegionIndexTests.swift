import Geometry
import TestSupport
import Testing

@Suite struct RegionIndexTests {
  /// A jittered grid of regions that share all their inner borders, a lake and an island included.
  private static func quilt(seed: UInt64) throws -> [Shape] {
    var random = SplitMix64(seed: seed)
    let size = 8
    let corners = try (0...size).map { row in
      try (0...size).map { column in
        try at(
          column * 100 + .random(in: -30...30, using: &random),
          row * 100 + .random(in: -30...30, using: &random))
      }
    }
    var shapes: [Shape] = []
    for row in 0..<size {
      for column in 0..<size {
        let exterior = try Ring([
          corners[row][column], corners[row][column + 1], corners[row + 1][column + 1],
          corners[row + 1][column], corners[row][column],
        ])
        let lake = try square(column * 100 + 45, row * 100 + 45, size: 10)
        let island = try Polygon(exterior: square(1000 + 10 * column, 10 * row, size: 5))
        shapes.append(
          try Shape(polygons: [Polygon(exterior: exterior, holes: [lake]), island]))
      }
    }
    return shapes
  }

  @Test(arguments: UInt64(0)..<20)
  func agreesWithCountingCrossingsInEveryRegion(seed: UInt64) throws {
    let shapes = try Self.quilt(seed: seed)
    let index = try RegionIndex(shapes)
    var random = SplitMix64(seed: seed)
    for _ in 0..<60 {
      let place = try Coordinate(
        latitudeE7: .random(in: -50_010_000 ... -49_900_000, using: &random),
        longitudeE7: .random(in: 1_049_990_000...1_050_120_000, using: &random))
      let answers = shapes.map { slowlyContains($0, place) }
      guard !answers.contains(nil) else { continue }
      #expect(index.region(containing: place) == answers.firstIndex(of: true))
    }
  }

  @Test func aPlaceOnASharedBorderGoesToTheSmallestIndex() throws {
    let shapes = try Self.quilt(seed: 1)
    let index = try RegionIndex(shapes)
    for (number, shape) in shapes.enumerated() {
      for place in shape.polygons[0].exterior.coordinates {
        let holders = shapes.indices.filter { shapes[$0].contains(place) }
        #expect(index.region(containing: place) == holders.first)
        #expect(holders.contains(number))
      }
    }
  }

  @Test func aSlantedSharedBorderLeavesNoPlaceOut() throws {
    let index = try RegionIndex([
      Shape(ring([(0, 0), (3000, 1000), (0, 1000)])),
      Shape(ring([(0, 0), (3000, 0), (3000, 1000)])),
    ])
    for step in 1..<1000 {
      #expect(index.region(containing: try at(3 * step, step)) == 0)
      #expect(index.region(containing: try at(3 * step + 1, step)) == 1)
    }
  }

  @Test func overlappingRegionsAnswerTheSmallestIndex() throws {
    let index = try RegionIndex([
      Shape(square(0, 0, size: 100)), Shape(square(50, 0, size: 100)),
    ])
    #expect(index.region(containing: try at(75, 50)) == 0)
    #expect(index.region(containing: try at(125, 50)) == 1)
  }

  @Test func anEmptyIndexHoldsNothing() throws {
    let index = try RegionIndex([])
    #expect(index.region(containing: try at(0, 0)) == nil)
    #expect(index.nearest(to: try at(0, 0), within: Metres(1e7)) == nil)
  }

  @Test func anInvalidRegionIsRefusedByNumberAndPlace() throws {
    let bowTie = try Shape(ring([(0, 0), (100, 100), (100, 0), (0, 100)]))
    let shapes = [try Shape(square(200, 0, size: 10)), bowTie]
    #expect(
      throws: GeometryError.invalidShape(
        index: 1, reason: "Self-intersection", place: try at(50, 50))
    ) { try RegionIndex(shapes) }
    #expect(try RegionIndex([shapes[0], bowTie.repaired()]).region(containing: at(50, 90)) == nil)
  }

  @Test(arguments: UInt64(0)..<10)
  func nearestAgreesWithMeasuringEveryRegion(seed: UInt64) throws {
    let shapes = try Self.quilt(seed: seed)
    let index = try RegionIndex(shapes)
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      let place = try Coordinate(
        latitudeE7: .random(in: -50_100_000 ... -49_800_000, using: &random),
        longitudeE7: .random(in: 1_049_900_000...1_050_220_000, using: &random))
      let limit = Metres(.random(in: 0...1500, using: &random))
      let distances = shapes.map { $0.distance(to: place) }
      let shortest = try #require(distances.min())
      let nearest = index.nearest(to: place, within: limit)
      #expect(nearest?.distance == (shortest <= limit ? shortest : nil))
      #expect(nearest.map { distances.firstIndex(of: $0.distance) == $0.index } ?? true)
    }
  }
}
