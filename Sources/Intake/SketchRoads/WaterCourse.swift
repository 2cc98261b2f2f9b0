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
    let mouths = compass.map { direction in
      var metres = 0.0
      while metres < 60_000, terrain.isInland(spring.moved(by: direction * metres)) {
        metres += SketchTerrain.cellMetres
      }
      return (metres: metres, place: spring.moved(by: direction * metres))
    }
    return mouths.sorted { $0.metres < $1.metres }[mouths.count / 2].place
  }
}

/// Sixteen directions about evenly around.
private let compass: [Displacement] = {
  let quarter = [
    Displacement(1, 0), Displacement(0.92, 0.38), Displacement(0.7, 0.7), Displacement(0.38, 0.92),
  ]
  return quarter + quarter.map(\.left) + quarter.map(\.reversed) + quarter.map(\.left.reversed)
}()
