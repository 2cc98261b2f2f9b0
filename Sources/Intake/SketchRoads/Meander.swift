/// Gives straight lines the gentle curves of roads.
struct Meander {
  let terrain: SketchTerrain
  /// The longest straight piece, in metres.
  let stepMetres: Double
  /// How far the middle of a line may lie off, as a share of its length.
  let sway: Double

  /// The places of a curved line along `corners`, ends included; straight where it would leave the land.
  func line(along corners: [MapPoint], using random: inout SplitMix64) -> [MapPoint] {
    guard let first = corners.first else { return [] }
    var line = [first]
    for (start, end) in zip(corners, corners.dropFirst()) {
      bend(from: start, to: end, sway: sway, into: &line, using: &random)
      line.append(end)
    }
    return line
  }

  /// Appends the places between two others. Each halving sways half as much, so the curve is smooth.
  private func bend(
    from start: MapPoint, to end: MapPoint, sway: Double, into line: inout [MapPoint],
    using random: inout SplitMix64
  ) {
    let way = start.displacement(to: end)
    guard way.metres > stepMetres else { return }
    let offset = (random.unit() * 2 - 1) * sway
    let middle = start.moved(by: way / 2)
    let swayed = middle.moved(by: way.left * offset)
    let isClear =
      terrain.isInland(from: start, to: swayed) && terrain.isInland(from: swayed, to: end)
    let bend = isClear ? swayed : middle
    self.bend(from: start, to: bend, sway: sway / 2, into: &line, using: &random)
    line.append(bend)
    self.bend(from: bend, to: end, sway: sway / 2, into: &line, using: &random)
  }
}
