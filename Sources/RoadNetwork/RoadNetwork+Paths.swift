public import Geometry
import ShortestPaths

extension RoadNetwork {
  /// The line of a path from the point where the first door meets the road to that of the last.
  ///
  /// Two points that follow one another differ, unless the whole path is one point.
  public func coordinates(along path: RoadPath) -> [Coordinate] {
    var line = [path.departure.point]
    for piece in path.pieces {
      for point in inner(piece) where line.last != point { line.append(point) }
    }
    if line.last != path.arrival.point || line.count == 1 { line.append(path.arrival.point) }
    return line
  }

  /// The points of the segment that a piece passes, its junctions included where it reaches them.
  private func inner(_ piece: RoadPath.Piece) -> [Coordinate] {
    let segments = roads.segments
    let points = segments.points(of: Int(piece.segment))
    let length = Double(segments.decimetres[Int(piece.segment)]) / 10
    let start = Double(piece.startDecimetres) / 10
    let end = Double(piece.endDecimetres) / 10
    let drawn = points.dropLast().reduce(0) { $0 + segments.pieceMetres($1) }
    var along = 0.0
    var line: [Coordinate] = []
    for point in points {
      // Half a decimetre more or less is rounding, not another place.
      let passed = piece.isForward ? along : drawn - along
      let isEnd = passed >= length - 0.05 && end >= length - 0.05
      let isStart = passed <= 0.05 && start <= 0.05
      if isStart || isEnd || (passed > start && passed < end) {
        if let coordinate = segments.coordinate(point) { line.append(coordinate) }
      }
      if point < points.upperBound - 1 { along += segments.pieceMetres(point) }
    }
    return piece.isForward ? line : line.reversed()
  }
}
