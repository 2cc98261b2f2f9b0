import Domain
import Geometry

/// Doors for cards that have no address: anywhere on the land of their place, with equal chance.
struct InventedDoors: Sendable {
  /// Where nothing of a place is known but its area and a point, it is a disc.
  private enum Land: Sendable {
    case outline(Shape, around: LocalProjection)
    case disc(radiusMetres: Double, around: LocalProjection)
  }

  /// By index into ``Scenario/places``.
  private let lands: [Land]

  /// - Precondition: `gazetteer` knows every place of the scenario.
  init(_ places: [SimulatedPlace], gazetteer: Gazetteer, outlines: [RegionCode: Shape]) {
    lands = places.map { place in
      guard let region = gazetteer[place.code] else {
        preconditionFailure("\(place.code) is not in the gazetteer")
      }
      let projection = LocalProjection(origin: region.pointInside)
      if let outline = outlines[place.code] { return .outline(outline, around: projection) }
      let radius = (place.areaSquareKilometres * 1e6 / .pi).squareRoot()
      return .disc(radiusMetres: radius, around: projection)
    }
  }

  /// The door of `subject` in a place; the same whenever it is asked for.
  func door(of subject: Int, in place: Int, _ draws: Draws) -> Coordinate {
    switch lands[place] {
    case .disc(let radius, let projection):
      return inDisc(of: subject, radius: radius, around: projection, draws)
    case .outline(let outline, let projection):
      return within(outline, of: subject, around: projection, draws)
    }
  }

  /// Tries places in the square around the disc; three of four lie in it.
  private func inDisc(
    of subject: Int, radius: Double, around projection: LocalProjection, _ draws: Draws
  ) -> Coordinate {
    for attempt in 0..<100 {
      let east = 2 * draws.uniform(.doorPlace, subject, turn: 2 * attempt) - 1
      let north = 2 * draws.uniform(.doorPlace, subject, turn: 2 * attempt + 1) - 1
      guard east * east + north * north <= 1 else { continue }
      let point = PlanarPoint(eastMetres: east * radius, northMetres: north * radius)
      if let place = try? projection.coordinate(point) { return place }
    }
    return projection.origin
  }

  /// Tries places in the box around the outline.
  private func within(
    _ outline: Shape, of subject: Int, around projection: LocalProjection, _ draws: Draws
  ) -> Coordinate {
    let box = outline.boundingBox
    let height = box.northEast.latitude - box.southWest.latitude
    let width = box.northEast.longitude - box.southWest.longitude
    for attempt in 0..<400 {
      let north = draws.uniform(.doorPlace, subject, turn: 2 * attempt)
      let east = draws.uniform(.doorPlace, subject, turn: 2 * attempt + 1)
      let place = try? Coordinate(
        latitude: box.southWest.latitude + north * height,
        longitude: box.southWest.longitude + east * width)
      if let place, outline.contains(place) { return place }
    }
    return projection.origin
  }
}
