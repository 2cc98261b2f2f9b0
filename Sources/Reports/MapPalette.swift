internal import Domain
internal import Geometry

/// Which line each run gets: a colour and a dash.
///
/// Eight colours that stay apart for colour-blind readers, each solid, dashed and dotted. Eight runs
/// of a kecamatan never share a colour and 24 never share a line; beyond that, and across borders,
/// a colour goes to the run farthest from those that have it.
///
/// Source: M. Okabe and K. Ito, "Color Universal Design", 2008, lightened for a dark ground.
enum MapPalette {
  static let colourCount = 8
  static let styleCount = 24

  /// Enough places to tell how near two runs pass without comparing every pair of stops.
  private static let sampledPlaces = 8

  /// The style of each run: `style % 8` is its colour, `style / 8` its dash.
  ///
  /// - Complexity: O(`runs.count`²).
  static func styles(of runs: [MapRun]) -> [Int] {
    guard let origin = runs.first?.base else { return [] }
    let projection = LocalProjection(origin: origin)
    let places = runs.map { run in sample(run.stops).map { projection.point($0.coordinate) } }
    var used: [RegionCode?: [Int]] = [:]
    var colours: [Int] = []
    return runs.indices.map { index in
      let counts = used[runs[index].kecamatan] ?? Array(repeating: 0, count: colourCount)
      let room = roomByColour(around: places[index], among: places, coloured: colours)
      let least = counts.min() ?? 0
      let free = (0..<colourCount).filter { counts[$0] == least }
      let colour = free.max { (room[$0], $1) < (room[$1], $0) } ?? 0
      colours.append(colour)
      used[runs[index].kecamatan, default: counts][colour] += 1
      return colour + counts[colour] % (styleCount / colourCount) * colourCount
    }
  }

  /// For each colour the distance to the nearest earlier run that has it, in metres.
  private static func roomByColour(
    around own: [PlanarPoint], among places: [[PlanarPoint]], coloured colours: [Int]
  ) -> [Double] {
    var room = Array(repeating: Double.infinity, count: colourCount)
    for (colour, others) in zip(colours, places) {
      for place in own {
        for other in others {
          room[colour] = min(room[colour], place.metres(to: other))
        }
      }
    }
    return room
  }

  private static func sample(_ stops: [MapStop]) -> [MapStop] {
    let step = max(1, stops.count / sampledPlaces)
    return stride(from: 0, to: stops.count, by: step).map { stops[$0] }
  }
}
