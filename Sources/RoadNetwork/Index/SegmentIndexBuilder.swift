/// Packs the pieces of segments into the arrays of a ``SegmentIndex``.
struct SegmentIndexBuilder {
  private(set) var pieces: [Int32] = []
  private(set) var pieceSegments: [Int32] = []
  private(set) var boxes: [Int32] = []

  /// - Parameter isWanted: Which segments doors may be snapped to.
  init(
    firstPoint: [Int32], latitudesE7: [Int32], longitudesE7: [Int32], isWanted: (Int) -> Bool
  ) {
    for segment in 0..<firstPoint.count - 1 where isWanted(segment) {
      for point in firstPoint[segment]..<firstPoint[segment + 1] - 1 {
        pieces.append(point)
        pieceSegments.append(Int32(segment))
      }
    }
    sortAlongCurve(latitudesE7, longitudesE7)
    packPieces(latitudesE7, longitudesE7)
    packBoxes()
  }

  private mutating func sortAlongCurve(_ latitudesE7: [Int32], _ longitudesE7: [Int32]) {
    let rows = CurveCells(pieces.map { latitudesE7[Int($0)] })
    let columns = CurveCells(pieces.map { longitudesE7[Int($0)] })
    let order = risingOrder(
      of: pieces.map { point in
        let column = columns.cell(longitudesE7[Int(point)], longitudesE7[Int(point) + 1])
        let row = rows.cell(latitudesE7[Int(point)], latitudesE7[Int(point) + 1])
        return UInt64(hilbertDistance(column: column, row: row))
      })
    pieces = order.map { pieces[Int($0)] }
    pieceSegments = order.map { pieceSegments[Int($0)] }
  }

  /// The 65,536 cells from the least value to the largest.
  private struct CurveCells {
    private let least: Int64
    private let extent: Int64

    init(_ values: [Int32]) {
      least = Int64(values.min() ?? 0)
      extent = max(1, Int64(values.max() ?? 0) - least)
    }

    /// The cell of the middle of two values.
    func cell(_ first: Int32, _ second: Int32) -> UInt32 {
      let middle = (Int64(first) + Int64(second)) / 2 - least
      return UInt32(min(0xFFFF, max(0, middle * 0xFFFF / extent)))
    }
  }

  private mutating func packPieces(_ latitudesE7: [Int32], _ longitudesE7: [Int32]) {
    for start in stride(from: 0, to: pieces.count, by: SegmentIndex.fanOut) {
      var box = Box()
      for piece in start..<min(start + SegmentIndex.fanOut, pieces.count) {
        let point = Int(pieces[piece])
        box.take(latitudesE7[point], longitudesE7[point])
        box.take(latitudesE7[point + 1], longitudesE7[point + 1])
      }
      boxes += [box.south, box.west, box.north, box.east]
    }
  }

  private mutating func packBoxes() {
    let levels = SegmentIndex.levels(pieceCount: pieces.count)
    for level in 1..<max(1, levels.count - 1) {
      let below = levels[level - 1]..<levels[level]
      for start in stride(from: below.lowerBound, to: below.upperBound, by: SegmentIndex.fanOut) {
        var box = Box()
        for child in start..<min(start + SegmentIndex.fanOut, below.upperBound) {
          box.take(boxes[child * 4], boxes[child * 4 + 1])
          box.take(boxes[child * 4 + 2], boxes[child * 4 + 3])
        }
        boxes += [box.south, box.west, box.north, box.east]
      }
    }
  }

  private struct Box {
    var south = Int32.max
    var west = Int32.max
    var north = Int32.min
    var east = Int32.min

    mutating func take(_ latitude: Int32, _ longitude: Int32) {
      south = min(south, latitude)
      west = min(west, longitude)
      north = max(north, latitude)
      east = max(east, longitude)
    }
  }
}
