import ShortestPaths

/// The straight pieces of segments that doors may be snapped to, for finding the nearest.
///
/// A packed tree of boxes in flat arrays: pieces lie in the order of a Hilbert curve through their
/// middles, eight pieces share a box, eight boxes a larger one, and so on to one box around all.
/// Source: I. Kamel, C. Faloutsos, "On packing R-trees", 1993.
struct SegmentIndex: Sendable {
  static let fanOut = 8

  /// The point each piece begins at; it ends at the next.
  let pieces: FlatArray<Int32>
  let pieceSegments: FlatArray<Int32>
  /// South, west, north, east of every box, level by level from the smallest.
  let boxes: FlatArray<Int32>
  /// Where the boxes of each level begin, and at last their number.
  let levels: [Int]

  init(
    pieces: FlatArray<Int32>, pieceSegments: FlatArray<Int32>, boxes: FlatArray<Int32>
  ) {
    self.pieces = pieces
    self.pieceSegments = pieceSegments
    self.boxes = boxes
    levels = Self.levels(pieceCount: pieces.count)
  }

  /// Where the boxes of each level begin, for a number of pieces.
  static func levels(pieceCount: Int) -> [Int] {
    var levels = [0]
    var width = pieceCount
    while width > 1 || (levels.count == 1 && width == 1) {
      width = (width + fanOut - 1) / fanOut
      levels.append(levels[levels.count - 1] + width)
    }
    return levels
  }
}

/// The point of a piece nearest to a place.
struct NearestPoint {
  let segment: Int32
  /// The piece runs from this point of the segment table to the next.
  let point: Int32
  /// How far along the piece, 0 to 1.
  let fraction: Double
  let metres: Double
}

extension SegmentIndex {
  /// The nearest piece within `limitMetres` that `isWanted` accepts, which is asked in order of
  /// rising distance. Equally near pieces come in the order of the index.
  func nearest(
    latitudeE7: Int32, longitudeE7: Int32, limitMetres: Double,
    latitudes: FlatArray<Int32>, longitudes: FlatArray<Int32>,
    isWanted: (NearestPoint) -> Bool
  ) -> NearestPoint? {
    guard levels.count > 1 else { return nil }
    let plane = PlaceOnPlane(latitudeE7: latitudeE7, longitudeE7: longitudeE7)
    let limit = limitMetres * limitMetres
    var queue = PieceQueue()
    queue.push(
      PieceQueue.Item(squaredMetres: 0, level: Int32(levels.count - 2), index: 0, fraction: 0))
    while let item = queue.pop() {
      let first = Int(item.index) * Self.fanOut
      if item.level < 0 {
        let found = NearestPoint(
          segment: pieceSegments[Int(item.index)], point: pieces[Int(item.index)],
          fraction: item.fraction, metres: item.squaredMetres.squareRoot())
        if isWanted(found) { return found }
      } else if item.level == 0 {
        for piece in first..<min(first + Self.fanOut, pieces.count) {
          let point = Int(pieces[piece])
          let (squared, fraction) = plane.nearest(
            latitudes[point], longitudes[point], latitudes[point + 1], longitudes[point + 1])
          guard squared <= limit else { continue }
          queue.push(
            PieceQueue.Item(
              squaredMetres: squared, level: -1, index: Int32(piece), fraction: fraction))
        }
      } else {
        let level = Int(item.level) - 1
        let width = levels[level + 1] - levels[level]
        for box in first..<min(first + Self.fanOut, width) {
          let squared = plane.squaredMetres(toBox: (levels[level] + box) * 4, of: boxes)
          guard squared <= limit else { continue }
          queue.push(
            PieceQueue.Item(
              squaredMetres: squared, level: Int32(level), index: Int32(box), fraction: 0))
        }
      }
    }
    return nil
  }
}

/// A place as the origin of a plane that is true near it.
struct PlaceOnPlane {
  private let latitudeE7: Double
  private let longitudeE7: Double
  private let metresEast: Double

  init(latitudeE7: Int32, longitudeE7: Int32) {
    self.latitudeE7 = Double(latitudeE7)
    self.longitudeE7 = Double(longitudeE7)
    metresEast = metresPerUnitEast(latitudeE7: Double(latitudeE7))
  }

  /// The squared distance to the nearest point of a straight piece, and how far along it lies.
  func nearest(
    _ startLatitude: Int32, _ startLongitude: Int32, _ endLatitude: Int32, _ endLongitude: Int32
  ) -> (squaredMetres: Double, fraction: Double) {
    let east = (Double(startLongitude) - longitudeE7) * metresEast
    let north = (Double(startLatitude) - latitudeE7) * metresPerUnitNorth
    let alongEast = Double(endLongitude &- startLongitude) * metresEast
    let alongNorth = Double(endLatitude &- startLatitude) * metresPerUnitNorth
    let squaredLength = alongEast * alongEast + alongNorth * alongNorth
    var fraction = 0.0
    if squaredLength > 0 {
      fraction = min(1, max(0, -(east * alongEast + north * alongNorth) / squaredLength))
    }
    let nearestEast = east + fraction * alongEast
    let nearestNorth = north + fraction * alongNorth
    return (nearestEast * nearestEast + nearestNorth * nearestNorth, fraction)
  }

  func squaredMetres(toBox offset: Int, of boxes: FlatArray<Int32>) -> Double {
    let south = Double(boxes[offset]) - latitudeE7
    let west = Double(boxes[offset + 1]) - longitudeE7
    let north = latitudeE7 - Double(boxes[offset + 2])
    let east = longitudeE7 - Double(boxes[offset + 3])
    let metresUp = max(0, south, north) * metresPerUnitNorth
    let metresAside = max(0, west, east) * metresEast
    return metresUp * metresUp + metresAside * metresAside
  }
}

/// Boxes and pieces yet to look at, nearest first.
private struct PieceQueue {
  struct Item {
    let squaredMetres: Double
    /// Negative for a piece.
    let level: Int32
    let index: Int32
    let fraction: Double

    func isBefore(_ other: Item) -> Bool {
      (squaredMetres, level, index) < (other.squaredMetres, other.level, other.index)
    }
  }

  private var heap: [Item] = []

  init() { heap.reserveCapacity(64) }

  mutating func push(_ item: Item) {
    var place = heap.count
    heap.append(item)
    while place > 0 {
      let parent = (place - 1) / 2
      guard item.isBefore(heap[parent]) else { break }
      heap[place] = heap[parent]
      place = parent
    }
    heap[place] = item
  }

  mutating func pop() -> Item? {
    guard let last = heap.popLast() else { return nil }
    guard let first = heap.first else { return last }
    var place = 0
    while true {
      var child = 2 * place + 1
      guard child < heap.count else { break }
      if child + 1 < heap.count, heap[child + 1].isBefore(heap[child]) { child += 1 }
      guard heap[child].isBefore(last) else { break }
      heap[place] = heap[child]
      place = child
    }
    heap[place] = last
    return first
  }
}
