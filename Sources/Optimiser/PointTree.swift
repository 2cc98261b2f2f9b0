/// Points in a plane, arranged so that the nearest ones to a point are found without looking at
/// all of them.
///
/// Source: Bentley, "Multidimensional binary search trees used for associative searching", 1975.
struct PointTree: ~Copyable {
  private typealias Found = (square: Int, point: Int)

  /// The largest range that is searched point by point.
  private static let leafSize = 8

  private let east: Column<Int32>
  private let north: Column<Int32>
  /// The points, so ordered that the middle of each range divides the rest of it.
  private let order: Column<Int32>
  /// For each such middle, whether it divides east from west rather than north from south.
  private let dividesEast: Column<Int8>

  /// - Complexity: O(n log² n).
  init(eastMetres: [Int], northMetres: [Int]) {
    var points = Array(eastMetres.indices)
    var dividesEast = [Int](repeating: 0, count: points.count)
    var ranges = [points.indices]
    while let range = ranges.popLast() {
      guard range.count > Self.leafSize else { continue }
      let width = Self.extent(of: eastMetres, points[range])
      let isWide = width >= Self.extent(of: northMetres, points[range])
      let axis = isWide ? eastMetres : northMetres
      points[range].sort { (axis[$0], $0) < (axis[$1], $1) }
      let middle = Self.middle(of: range)
      dividesEast[middle] = isWide ? 1 : 0
      ranges.append(range.lowerBound..<middle)
      ranges.append((middle + 1)..<range.upperBound)
    }
    east = Column(eastMetres)
    north = Column(northMetres)
    order = Column(points)
    self.dividesEast = Column(dividesEast)
  }

  /// All points, near ones mostly close together.
  var points: [Int] {
    var points: [Int] = []
    for index in 0..<order.count { points.append(order[index]) }
    return points
  }

  /// Returns the `count` points nearest to `point`, itself excluded, nearest first; ties go to
  /// the smaller index.
  func nearest(to point: Int, count: Int) -> [Int] {
    var found: [Found] = []
    found.reserveCapacity(count + 1)
    if count > 0 { search(0..<order.count, from: point, count, &found) }
    return found.map(\.point)
  }

  private func search(
    _ range: Range<Int>, from point: Int, _ count: Int, _ found: inout [Found]
  ) {
    guard range.count > Self.leafSize else {
      for index in range { offer(order[index], from: point, count, &found) }
      return
    }
    let middle = Self.middle(of: range)
    let divider = order[middle]
    let gap =
      dividesEast[middle] != 0 ? east[point] - east[divider] : north[point] - north[divider]
    let lower = range.lowerBound..<middle
    let upper = (middle + 1)..<range.upperBound
    search(gap < 0 ? lower : upper, from: point, count, &found)
    offer(divider, from: point, count, &found)
    if found.count < count || gap * gap <= found[found.count - 1].square {
      search(gap < 0 ? upper : lower, from: point, count, &found)
    }
  }

  /// Keeps `other` if it is among the nearest so far.
  private func offer(
    _ other: Int, from point: Int, _ count: Int, _ found: inout [Found]
  ) {
    guard other != point else { return }
    let candidate = (square: square(point, other), point: other)
    if found.count == count {
      guard candidate < found[count - 1] else { return }
      found.removeLast()
    }
    found.append(candidate)
    var index = found.count - 1
    while index > 0, found[index] < found[index - 1] {
      found.swapAt(index, index - 1)
      index -= 1
    }
  }

  private func square(_ point: Int, _ other: Int) -> Int {
    let (east, north) = (east[point] - east[other], north[point] - north[other])
    return east * east + north * north
  }

  private static func middle(of range: Range<Int>) -> Int {
    range.lowerBound + range.count / 2
  }

  private static func extent(of axis: [Int], _ points: ArraySlice<Int>) -> Int {
    var least = Int.max
    var most = Int.min
    for point in points {
      least = min(least, axis[point])
      most = max(most, axis[point])
    }
    return most - least
  }
}
