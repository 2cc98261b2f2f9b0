/// A river from the inner land to the sea or the border.
struct WaterCourse {
  private let terrain: SketchTerrain

  init(_ terrain: SketchTerrain) {
    self.terrain = terrain
  }

  /// The line of a river that rises at `spring`; nothing where that is not inland or the way out is
  /// too short for a river.
  func line(from spring: MapPoint, using random: inout SplitMix64) -> [MapPoint]? {
    guard terrain.isInland(spring), let mouth = mouth(from: spring) else { return nil }
    let way = spring.displacement(to: mouth)
    let bends = Int(way.metres / 900)
    guard bends > 2 else { return nil }
    var corners = [spring]
    for bend in 1..<bends {
      let aside = way.unit.left * ((random.unit() * 2 - 1) * 320)
      corners.append(spring.moved(by: way * (Double(bend) / Double(bends)) + aside))
    }
    return Meander(terrain: terrain, stepMetres: 60, sway: 0.5)
      .line(along: corners + [mouth], using: &random)
  }

  /// Where inner land ends in the direction of middling distance out of sixteen.
  private func mouth(from spring: MapPoint) -> MapPoint? {
    let mouths = Displacement.compass.map { direction in
      let metres =
        terrain.inlandMetres(from: spring, towards: direction, limit: 60_000)
        + SketchTerrain.cellMetres
      return (metres: metres, place: spring.moved(by: direction * metres))
    }
    return mouths.sorted { $0.metres < $1.metres }[mouths.count / 2].place
  }
}
