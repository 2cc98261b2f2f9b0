/// The direction in which streets run at each place: along and across the main roads around it.
///
/// A street and its cross streets are one grain, so directions are averaged as the angle times four.
///
/// Source: G. Chen and others, "Interactive Procedural Street Modeling", 2008 (tensor fields).
struct StreetGrain {
  private let origin: MapPoint
  private let columns: Int
  private let rows: Int
  /// Cosine and sine of four times the angle, any length.
  private var grain: [Displacement]

  private static let cellMetres = 120.0
  private static let cellUnits = cellMetres * MapPoint.unitsPerMetre

  /// - Parameter draft: The roads that give the grain.
  init(_ terrain: SketchTerrain, along draft: RoadDraft) {
    origin = terrain.origin
    columns = terrain.columns / 3 + 2
    rows = terrain.rows / 3 + 2
    grain = Array(repeating: .zero, count: columns * rows)
    for edge in draft.edges.indices where !draft.streets[draft.edges[edge].street].isRoundabout {
      let segment = draft.segment(edge)
      let weight = draft.kind(of: edge) <= .secondary ? 3.0 : 1.0
      grain[cell(segment.point(at: 0.5))] +=
        fourfold(segment.displacement.unit) * weight * segment.metres
    }
    spread()
  }

  /// The one of the four directions at `place` that is nearest to `heading`.
  func direction(at place: MapPoint, towards heading: Displacement) -> Displacement {
    let four = grain[cell(place)]
    guard four.metres > 1e-6 else { return heading }
    let along = halved(halved(four.unit))
    return [along, along.left, along.reversed, along.left.reversed]
      .max { $0.dot(heading) < $1.dot(heading) } ?? heading
  }

  private func cell(_ place: MapPoint) -> Int {
    let column = Int(Double(Int64(place.x) - Int64(origin.x)) / Self.cellUnits)
    let row = Int(Double(Int64(place.y) - Int64(origin.y)) / Self.cellUnits)
    return min(rows - 1, max(0, row)) * columns + min(columns - 1, max(0, column))
  }

  /// Lets cells without roads take the mean of their neighbours, and smooths the others a little.
  private mutating func spread() {
    let given = grain
    for _ in 0..<24 {
      var next = grain
      for row in 1..<(rows - 1) {
        for column in 1..<(columns - 1) {
          let cell = row * columns + column
          let around =
            grain[cell - 1] + grain[cell + 1] + grain[cell - columns] + grain[cell + columns]
          next[cell] = around * 0.25 + given[cell] * 0.5
        }
      }
      grain = next
    }
  }

  private func fourfold(_ direction: Displacement) -> Displacement {
    doubled(doubled(direction))
  }

  private func doubled(_ direction: Displacement) -> Displacement {
    Displacement(
      direction.x * direction.x - direction.y * direction.y, 2 * direction.x * direction.y)
  }

  private func halved(_ direction: Displacement) -> Displacement {
    let cosine = max(0, (1 + direction.x) / 2).squareRoot()
    guard cosine > 1e-9 else { return Displacement(0, 1) }
    return Displacement(cosine, direction.y / (2 * cosine))
  }
}
