/// A river from the inner land to the nearest water or border.
struct WaterCourse {
  private let terrain: SketchTerrain

  init(_ terrain: SketchTerrain) {
    self.terrain = terrain
  }

  /// The line of a river that rises near `spring`; nothing where that is not on land.
  func line(from spring: MapPoint, using random: inout SplitMix64) -> [MapPoint]? {
    guard let mouth = mouth(near: spring), spring.metres(to: mouth) > 1500 else { return nil }
    return Meander(terrain: terrain, stepMetres: 70, sway: 0.22)
      .line(along: [spring, mouth], using: &random)
  }

  /// The nearest place off the inner land, in sixteen directions.
  private func mouth(near spring: MapPoint) -> MapPoint? {
    var found: (metres: Double, place: MapPoint)?
    for direction in compass {
      var metres = 0.0
      var place = spring
      while terrain.isInland(place), metres < 60_000 {
        metres += SketchTerrain.cellMetres
        place = spring.moved(by: direction * metres)
      }
      if metres < found?.metres ?? .infinity { found = (metres, place) }
    }
    return found?.place
  }
}

/// Sixteen directions about evenly around.
private let compass: [Displacement] = {
  let quarter = [
    Displacement(1, 0), Displacement(0.92, 0.38), Displacement(0.7, 0.7), Displacement(0.38, 0.92),
  ]
  return quarter + quarter.map(\.left) + quarter.map(\.reversed) + quarter.map(\.left.reversed)
}()
