import Geometry

/// The line of a segment in the direction driven, in metres from where it begins.
struct DrivenLine {
  /// Nothing in a segment without points, of which files have none.
  let start: Coordinate?
  private let points: [PlanarPoint]

  /// - Parameter directed: The segment's number doubled, plus 1 where it is driven backward.
  init(_ segments: RoadSegments, _ directed: Int) {
    let line = segments.points(of: directed >> 1).compactMap { segments.coordinate($0) }
    let driven = directed.isMultiple(of: 2) ? line : line.reversed()
    start = driven.first
    points = driven.first.map { driven.map(LocalProjection(origin: $0).point) } ?? []
  }

  /// The direction from the beginning to the point `metres` farther, or to the end.
  func bearing(overFirst metres: Double) -> Bearing {
    var left = metres
    var reached = PlanarPoint(eastMetres: 0, northMetres: 0)
    for (from, to) in zip(points, points.dropFirst()) where left > 0 {
      let length = from.metres(to: to)
      let share = length > left ? left / length : 1
      reached = PlanarPoint(
        eastMetres: from.eastMetres + share * (to.eastMetres - from.eastMetres),
        northMetres: from.northMetres + share * (to.northMetres - from.northMetres))
      left -= length
    }
    return Bearing(eastMetres: reached.eastMetres, northMetres: reached.northMetres)
  }

  /// The direction of the piece of the line that is `metres` from the beginning.
  func bearing(atMetres metres: Double) -> Bearing {
    var passed = 0.0
    var bearing = Bearing(degrees: 0)
    for (from, to) in zip(points, points.dropFirst()) where from != to {
      bearing = Bearing(
        eastMetres: to.eastMetres - from.eastMetres,
        northMetres: to.northMetres - from.northMetres)
      passed += from.metres(to: to)
      if passed > metres { break }
    }
    return bearing
  }
}
