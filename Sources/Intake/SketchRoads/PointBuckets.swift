/// Numbered places found by nearness.
struct PointBuckets {
  private struct Cell: Hashable {
    var column: Int
    var row: Int
  }

  private let cellUnits: Double
  private var points: [Cell: [(number: Int, place: MapPoint)]] = [:]

  init(cellMetres: Double) {
    cellUnits = cellMetres * MapPoint.unitsPerMetre
  }

  mutating func add(_ number: Int, _ place: MapPoint) {
    points[cell(place), default: []].append((number, place))
  }

  func hasAny(near place: MapPoint, within metres: Double) -> Bool {
    cells(near: place, within: metres).contains { cell in
      points[cell]?.contains { $0.place.metres(to: place) < metres } ?? false
    }
  }

  func points(near place: MapPoint, within metres: Double) -> [Int] {
    cells(near: place, within: metres).flatMap { cell in
      (points[cell] ?? []).filter { $0.place.metres(to: place) < metres }.map(\.number)
    }
  }

  private func cell(_ place: MapPoint) -> Cell {
    Cell(
      column: Int((Double(place.x) / cellUnits).rounded(.down)),
      row: Int((Double(place.y) / cellUnits).rounded(.down)))
  }

  private func cells(near place: MapPoint, within metres: Double) -> [Cell] {
    let reach = Int((metres * MapPoint.unitsPerMetre / cellUnits).rounded(.up))
    let middle = cell(place)
    return (-reach...reach).flatMap { row in
      (-reach...reach).map { Cell(column: middle.column + $0, row: middle.row + row) }
    }
  }
}
