/// How well a sketch map keeps the facts it was drawn from.
public struct SketchQuality: Hashable, Sendable {
  /// Drawn over true area, less one; by region.
  public let areaErrors: [Double]
  /// Pairs of regions that border each other in truth.
  public let truePairs: Int
  /// Of those, the pairs that share a border on the sketch.
  public let touchingTruePairs: Int
  /// Pairs that share a border on the sketch only.
  public let touchingFalsePairs: Int

  /// Compares `shapes`, one per seed and an exact tiling, with the seeds.
  public init(of shapes: [Shape], seeds: [SketchSeed]) {
    precondition(shapes.count == seeds.count, "\(shapes.count) shapes for \(seeds.count) seeds")
    areaErrors = zip(shapes, seeds).map { $0.area().value / $1.areaSquareMetres - 1 }

    let rings = shapes.map { $0.polygons.flatMap(\.rings) }
    let borders = SharedBorders(of: rings)
    var isTrue: Set<Pair> = []
    var isDrawn: Set<Pair> = []
    for (seed, neighbours) in seeds.map(\.neighbours).enumerated() {
      for neighbour in neighbours { isTrue.insert(Pair(seed, neighbour)) }
      for border in borders.along(rings[seed], of: seed) {
        isDrawn.insert(Pair(seed, border.region))
      }
    }
    truePairs = isTrue.count
    touchingTruePairs = isTrue.intersection(isDrawn).count
    touchingFalsePairs = isDrawn.subtracting(isTrue).count
  }

  /// The share of true neighbours that touch on the sketch.
  public var neighboursKept: Double {
    truePairs == 0 ? 1 : Double(touchingTruePairs) / Double(truePairs)
  }

  /// The share of touching pairs that are no neighbours in truth.
  public var neighboursInvented: Double {
    let touching = touchingTruePairs + touchingFalsePairs
    return touching == 0 ? 0 : Double(touchingFalsePairs) / Double(touching)
  }

  public var meanAreaError: Double {
    areaErrors.reduce(0) { $0 + abs($1) } / Double(max(1, areaErrors.count))
  }

  public var largestAreaError: Double {
    areaErrors.reduce(0) { max($0, abs($1)) }
  }

  private struct Pair: Hashable {
    let first: Int
    let second: Int

    init(_ one: Int, _ other: Int) {
      first = min(one, other)
      second = max(one, other)
    }
  }
}
