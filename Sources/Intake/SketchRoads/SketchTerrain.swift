import Geometry
import OpenStreetMap

/// The land as a raster of square cells: which desa each is in, which are far enough from the shore
/// to build on, and which piece of land they belong to.
struct SketchTerrain {
  static let cellMetres = 40.0

  /// The south-west corner.
  let origin: MapPoint
  let columns: Int
  let rows: Int
  /// The desa of a cell, by position in the list it was made from; -1 off the land.
  private(set) var desa: [Int32]
  /// Whether a cell and its eight neighbours are land.
  private(set) var isInland: [Bool]
  /// The piece of connected land of a cell; -1 off the land.
  private(set) var mass: [Int32]
  private(set) var massCount = 0

  private static let cellUnits = cellMetres * MapPoint.unitsPerMetre

  /// - Parameter shapes: One per desa; nothing where the map has no outline of it.
  init?(_ shapes: [Shape?]) {
    let boxes = shapes.compactMap { $0?.boundingBox }
    guard let west = boxes.map(\.southWest.longitudeE7).min(),
      let south = boxes.map(\.southWest.latitudeE7).min(),
      let east = boxes.map(\.northEast.longitudeE7).max(),
      let north = boxes.map(\.northEast.latitudeE7).max()
    else { return nil }
    let margin = Int32(2 * Self.cellUnits)
    origin = MapPoint(x: west - margin, y: south - margin)
    columns = Int(Double(Int64(east) - Int64(west)) / Self.cellUnits) + 5
    rows = Int(Double(Int64(north) - Int64(south)) / Self.cellUnits) + 5
    desa = [Int32](repeating: -1, count: columns * rows)
    isInland = [Bool](repeating: false, count: columns * rows)
    mass = [Int32](repeating: -1, count: columns * rows)
    for (index, shape) in shapes.enumerated() {
      for polygon in shape?.polygons ?? [] { fill(polygon, with: Int32(index)) }
    }
    markInland()
    markMasses()
  }

  /// The box of the raster.
  var bounds: OSMBounds {
    OSMBounds(
      southE7: origin.y, westE7: origin.x,
      northE7: origin.y + Int32(Double(rows) * Self.cellUnits),
      eastE7: origin.x + Int32(Double(columns) * Self.cellUnits))
  }

  /// The cell of `place`; nothing beyond the raster.
  func cell(_ place: MapPoint) -> Int? {
    let column = Int(Double(Int64(place.x) - Int64(origin.x)) / Self.cellUnits)
    let row = Int(Double(Int64(place.y) - Int64(origin.y)) / Self.cellUnits)
    guard place.x >= origin.x, place.y >= origin.y, column < columns, row < rows else { return nil }
    return row * columns + column
  }

  /// The middle of a cell.
  func centre(_ cell: Int) -> MapPoint {
    MapPoint(
      x: origin.x + Int32((Double(cell % columns) + 0.5) * Self.cellUnits),
      y: origin.y + Int32((Double(cell / columns) + 0.5) * Self.cellUnits))
  }

  func isInland(_ place: MapPoint) -> Bool { cell(place).map { isInland[$0] } ?? false }

  /// Whether the straight line stays on land well off the shore.
  func isInland(from start: MapPoint, to end: MapPoint) -> Bool {
    let segment = Segment(start: start, end: end)
    let steps = max(1, Int(segment.metres / (Self.cellMetres * 0.4)))
    return (0...steps).allSatisfy { isInland(segment.point(at: Double($0) / Double(steps))) }
  }

  /// Whether the straight line stays on land, be it the shore.
  func isLand(from start: MapPoint, to end: MapPoint) -> Bool {
    let segment = Segment(start: start, end: end)
    let steps = max(1, Int(segment.metres / (Self.cellMetres * 0.4)))
    return (0...steps).allSatisfy { step in
      cell(segment.point(at: Double(step) / Double(steps))).map { desa[$0] >= 0 } ?? false
    }
  }

  /// How far one can go inland from `place`, in metres, at most `limit`.
  func inlandMetres(from place: MapPoint, towards direction: Displacement, limit: Double) -> Double
  {
    var metres = 0.0
    while metres < limit, isInland(place.moved(by: direction * (metres + Self.cellMetres))) {
      metres += Self.cellMetres
    }
    return metres
  }

  /// The longest of eight straight lines through `place` that stay inland.
  func longestLine(through place: MapPoint, halfMetres: Double) -> Segment {
    let lines = Displacement.compass.prefix(8).map { direction in
      let back = inlandMetres(from: place, towards: direction.reversed, limit: halfMetres)
      let ahead = inlandMetres(from: place, towards: direction, limit: halfMetres)
      return Segment(
        start: place.moved(by: direction.reversed * back), end: place.moved(by: direction * ahead))
    }
    return lines.max { $0.metres < $1.metres } ?? Segment(start: place, end: place)
  }

  /// The inland place nearest to `place` within some 2 km, by rings of cells; nothing if there is none.
  func inlandPlace(near place: MapPoint) -> MapPoint? {
    guard let start = cell(place) else { return nil }
    if isInland[start] { return place }
    for reach in 1...50 {
      var nearest: MapPoint?
      for row in max(0, start / columns - reach)...min(rows - 1, start / columns + reach) {
        let isEdge = abs(row - start / columns) == reach
        let low = start % columns - reach
        for column in stride(from: low, through: low + 2 * reach, by: isEdge ? 1 : 2 * reach)
        where (0..<columns).contains(column) && isInland[row * columns + column] {
          let found = centre(row * columns + column)
          if found.metres(to: place) < nearest?.metres(to: place) ?? .infinity { nearest = found }
        }
      }
      if let nearest { return nearest }
    }
    return nil
  }

  /// Gives `index` to the cells whose middles are in `polygon` and in no other yet.
  private mutating func fill(_ polygon: Polygon, with index: Int32) {
    let rings = [polygon.exterior] + polygon.holes
    let norths = polygon.exterior.coordinates.map(\.latitudeE7)
    guard let south = norths.min(), let north = norths.max() else { return }
    let low = max(0, Int(Double(south - origin.y) / Self.cellUnits) - 1)
    let high = min(rows - 1, Int(Double(north - origin.y) / Self.cellUnits) + 1)
    guard low <= high else { return }
    var crossings = [[Double]](repeating: [], count: high - low + 1)
    for ring in rings {
      for (start, end) in zip(ring.coordinates, ring.coordinates.dropFirst()) {
        collectCrossings(MapPoint(start), MapPoint(end), rows: low...high, into: &crossings)
      }
    }
    for (offset, easts) in crossings.enumerated() {
      let sorted = easts.sorted()
      for pair in stride(from: 0, to: sorted.count - 1, by: 2) {
        let first = max(0, Int((sorted[pair] - 0.5).rounded(.up)))
        let last = min(columns - 1, Int((sorted[pair + 1] - 0.5).rounded(.down)))
        for column in stride(from: first, through: last, by: 1) {
          let cell = (low + offset) * columns + column
          if desa[cell] < 0 { desa[cell] = index }
        }
      }
    }
  }

  /// Adds the columns at which an edge crosses the middle lines of the rows.
  private func collectCrossings(
    _ start: MapPoint, _ end: MapPoint, rows range: ClosedRange<Int>,
    into crossings: inout [[Double]]
  ) {
    let startRow = Double(start.y - origin.y) / Self.cellUnits - 0.5
    let endRow = Double(end.y - origin.y) / Self.cellUnits - 0.5
    guard startRow != endRow else { return }
    let first = max(range.lowerBound, Int(min(startRow, endRow).rounded(.up)))
    let last = min(range.upperBound, Int(max(startRow, endRow).rounded(.up)) - 1)
    let startColumn = Double(start.x - origin.x) / Self.cellUnits
    let endColumn = Double(end.x - origin.x) / Self.cellUnits
    for row in stride(from: first, through: last, by: 1) {
      let share = (Double(row) - startRow) / (endRow - startRow)
      crossings[row - range.lowerBound].append(startColumn + (endColumn - startColumn) * share)
    }
  }

  private mutating func markInland() {
    for row in 1..<(rows - 1) {
      for column in 1..<(columns - 1) {
        let cell = row * columns + column
        isInland[cell] = (-1...1).allSatisfy { north in
          (-1...1).allSatisfy { desa[cell + north * columns + $0] >= 0 }
        }
      }
    }
  }

  private mutating func markMasses() {
    for start in desa.indices where desa[start] >= 0 && mass[start] < 0 {
      mass[start] = Int32(massCount)
      var waiting = [start]
      while let cell = waiting.popLast() {
        for next in [cell - 1, cell + 1, cell - columns, cell + columns]
        where desa[next] >= 0 && mass[next] < 0 {
          mass[next] = mass[start]
          waiting.append(next)
        }
      }
      massCount += 1
    }
  }
}
