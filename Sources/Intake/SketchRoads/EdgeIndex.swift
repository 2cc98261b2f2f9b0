/// Which edges are near a place: a raster of square cells with the edges whose boxes touch each.
struct EdgeIndex {
  private let origin: MapPoint
  private let columns: Int
  private let rows: Int
  private var edges: [[Int32]]

  private static let cellMetres = 64.0
  private static let cellUnits = Int64(cellMetres * MapPoint.unitsPerMetre)

  init(_ terrain: SketchTerrain) {
    origin = terrain.origin
    let share = SketchTerrain.cellMetres / Self.cellMetres
    columns = Int(Double(terrain.columns) * share) + 2
    rows = Int(Double(terrain.rows) * share) + 2
    edges = Array(repeating: [], count: columns * rows)
  }

  mutating func insert(_ edge: Int, _ segment: Segment) {
    for cell in cells(near: segment, within: 0) { edges[cell].append(Int32(edge)) }
  }

  mutating func remove(_ edge: Int, _ segment: Segment) {
    for cell in cells(near: segment, within: 0) { edges[cell].removeAll { $0 == Int32(edge) } }
  }

  /// Each edge once, in the order of the cells.
  ///
  /// An edge that was cut may still be listed where its far part was; whoever asks measures anyway.
  func edges(near segment: Segment, within metres: Double) -> [Int] {
    var found: [Int] = []
    for cell in cells(near: segment, within: metres) {
      for edge in edges[cell] where !found.contains(Int(edge)) { found.append(Int(edge)) }
    }
    return found
  }

  private func cells(near segment: Segment, within metres: Double) -> [Int] {
    let margin = Int64(metres * MapPoint.unitsPerMetre)
    func line(_ value: Int32, _ origin: Int32, _ margin: Int64, _ count: Int) -> Int {
      let offset = Int64(value) - Int64(origin) + margin
      return min(count - 1, max(0, Int(offset / Self.cellUnits)))
    }
    let west = line(min(segment.start.x, segment.end.x), origin.x, -margin, columns)
    let east = line(max(segment.start.x, segment.end.x), origin.x, margin, columns)
    let south = line(min(segment.start.y, segment.end.y), origin.y, -margin, rows)
    let north = line(max(segment.start.y, segment.end.y), origin.y, margin, rows)
    return (south...north).flatMap { row in (west...east).map { row * columns + $0 } }
  }
}
