internal import Domain
internal import Geometry
internal import Simulation

/// Outlines of kecamatan on a sheet 400 wide, thinned to what a screen shows.
struct MapOutlines {
  struct Outline {
    /// The index of the kecamatan in its scenario.
    let kecamatan: Int
    let path: String
    /// Where its label stands.
    let label: (x: Double, y: Double)
  }

  static let width = 400.0
  /// Ways between places of the sheet shorter than this are not drawn.
  private static let finest = 0.8

  let outlines: [Outline]
  let height: Double

  /// Nil if no kecamatan has an outline.
  init?(_ kecamatan: [SimulatedKecamatan], shapes: [RegionCode: Shape]) {
    let known = kecamatan.enumerated().compactMap { index, kecamatan in
      shapes[kecamatan.code].map { (index, $0) }
    }
    guard let first = known.first else { return nil }
    let projection = LocalProjection(origin: first.1.boundingBox.centre)
    let boxes = known.map(\.1.boundingBox)
    let southWest = boxes.map { projection.point($0.southWest) }
    let northEast = boxes.map { projection.point($0.northEast) }
    let west = southWest.map(\.eastMetres).min() ?? 0
    let north = northEast.map(\.northMetres).max() ?? 0
    let across = (northEast.map(\.eastMetres).max() ?? 0) - west
    let down = north - (southWest.map(\.northMetres).min() ?? 0)
    let margin = 4.0
    let scale = (Self.width - 2 * margin) / max(1, across)
    height = down * scale + 2 * margin
    outlines = known.map { index, shape in
      let rings = shape.polygons.flatMap { [$0.exterior] + $0.holes }.map { ring in
        ring.coordinates.map { coordinate in
          let point = projection.point(coordinate)
          return (
            x: margin + (point.eastMetres - west) * scale,
            y: margin + (north - point.northMetres) * scale
          )
        }
      }
      return Outline(
        kecamatan: index, path: rings.map(Self.path).joined(), label: Self.label(of: rings))
    }
  }

  private static func path(_ ring: [(x: Double, y: Double)]) -> String {
    guard var last = ring.first else { return "" }
    var points = [SVG.point(last.x, last.y)]
    for point in ring.dropFirst().dropLast()
    where max((point.x - last.x).magnitude, (point.y - last.y).magnitude) >= finest {
      points.append(SVG.point(point.x, point.y))
      last = point
    }
    // A speck of an island still is a dot.
    guard points.count > 2 else { return "M\(points[0])h1v1h-1z" }
    return "M" + points.joined(separator: "L") + "z"
  }

  /// The middle of the largest ring's land.
  private static func label(of rings: [[(x: Double, y: Double)]]) -> (x: Double, y: Double) {
    let largest = rings.max { doubledArea($0).magnitude < doubledArea($1).magnitude } ?? []
    let area = doubledArea(largest)
    guard area != 0 else { return largest.first ?? (0, 0) }
    var (x, y) = (0.0, 0.0)
    for (from, to) in zip(largest, largest.dropFirst()) {
      let cross = from.x * to.y - to.x * from.y
      x += (from.x + to.x) * cross
      y += (from.y + to.y) * cross
    }
    return (x / (3 * area), y / (3 * area))
  }

  private static func doubledArea(_ ring: [(x: Double, y: Double)]) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }
  }
}
