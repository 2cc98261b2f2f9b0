/// Which regions of an exact tiling lie on the two sides of each border segment.
struct SharedBorders {
  private var regions: [Segment: [Int]] = [:]

  private struct Segment: Hashable {
    let start: Coordinate
    let end: Coordinate

    init(_ first: Coordinate, _ second: Coordinate) {
      let isInOrder =
        (first.latitudeE7, first.longitudeE7) < (second.latitudeE7, second.longitudeE7)
      start = isInOrder ? first : second
      end = isInOrder ? second : first
    }

    var metres: Double { start.distance(to: end).value }
  }

  /// - Parameter rings: All rings of each region.
  init(of rings: [[Ring]]) {
    for (region, rings) in rings.enumerated() {
      for segment in rings.flatMap(Self.segments) {
        regions[segment, default: []].append(region)
      }
    }
  }

  /// The length that `rings` of `region` share with every other region, by rising region.
  func along(_ rings: [Ring], of region: Int) -> [(region: Int, metres: Double)] {
    var metres: [Int: Double] = [:]
    for segment in rings.flatMap(Self.segments) {
      for other in regions[segment, default: []] where other != region {
        metres[other, default: 0] += segment.metres
      }
    }
    return metres.sorted { $0.key < $1.key }.map { (region: $0.key, metres: $0.value) }
  }

  private static func segments(of ring: Ring) -> [Segment] {
    zip(ring.coordinates, ring.coordinates.dropFirst()).map(Segment.init)
  }
}
