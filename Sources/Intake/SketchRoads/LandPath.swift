/// Ways over land where the straight line would cross water.
struct LandPath {
  private let terrain: SketchTerrain

  init(_ terrain: SketchTerrain) {
    self.terrain = terrain
  }

  /// The corners of a short way from `start` to `end` on land, both included; nothing if none is
  /// found with a detour of at most five times the straight distance.
  ///
  /// Source: P. E. Hart, N. J. Nilsson, B. Raphael, "A Formal Basis for the Heuristic Determination of
  /// Minimum Cost Paths", 1968; then corners that can be seen past are left out.
  func line(from start: MapPoint, to end: MapPoint) -> [MapPoint]? {
    if terrain.isInland(from: start, to: end) { return [start, end] }
    guard let first = terrain.cell(start), let last = terrain.cell(end),
      terrain.mass[first] >= 0, terrain.mass[first] == terrain.mass[last],
      let cells = cells(from: first, to: last)
    else { return nil }
    let places = [start] + cells.dropFirst().dropLast().map(terrain.centre) + [end]
    return withoutNeedlessCorners(places)
  }

  private func cells(from first: Int, to last: Int) -> [Int]? {
    let columns = terrain.columns
    let reach = 5 * steps(first, last) + 50
    var costs: [Int: Double] = [first: 0]
    var previous: [Int: Int] = [:]
    var waiting = CostHeap()
    waiting.push(first, steps(first, last))
    while let cell = waiting.pop() {
      if cell == last { break }
      guard let cost = costs[cell], cost < reach else { continue }
      for (east, north, length) in moves {
        let next = cell + north * columns + east
        guard terrain.desa.indices.contains(next), terrain.desa[next] >= 0 else { continue }
        let total = cost + length * (terrain.isInland[next] ? 1 : 6)
        guard total < costs[next] ?? .infinity else { continue }
        costs[next] = total
        previous[next] = cell
        waiting.push(next, total + steps(next, last))
      }
    }
    var path = [last]
    while let cell = path.last, cell != first {
      guard let before = previous[cell] else { return nil }
      path.append(before)
    }
    return path.reversed()
  }

  private func steps(_ first: Int, _ second: Int) -> Double {
    let east = Double(first % terrain.columns - second % terrain.columns)
    let north = Double(first / terrain.columns - second / terrain.columns)
    return Displacement(east, north).metres
  }

  private func withoutNeedlessCorners(_ places: [MapPoint]) -> [MapPoint] {
    var kept = [places[0]]
    var index = 0
    while index < places.count - 1 {
      var next = index + 1
      var reach = min(places.count - 1, index + 40)
      while reach > next {
        if terrain.isInland(from: places[index], to: places[reach]) {
          next = reach
          break
        }
        reach -= 1
      }
      kept.append(places[next])
      index = next
    }
    return kept
  }
}

private let moves: [(east: Int, north: Int, length: Double)] = [
  (1, 0, 1), (-1, 0, 1), (0, 1, 1), (0, -1, 1),
  (1, 1, 1.4142), (1, -1, 1.4142), (-1, 1, 1.4142), (-1, -1, 1.4142),
]
