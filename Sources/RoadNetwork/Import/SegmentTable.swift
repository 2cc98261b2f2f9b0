/// The segments of a network while it is made: what ``RoadSegments`` becomes.
struct SegmentTable {
  private(set) var fromNode: [Int32] = []
  private(set) var toNode: [Int32] = []
  /// Negative where the segment is closed in this direction.
  private(set) var forwardMilliseconds: [Int32] = []
  private(set) var backwardMilliseconds: [Int32] = []
  private(set) var decimetres: [Int32] = []
  private(set) var names: [Int32] = []
  private(set) var classes: [UInt8] = []
  private(set) var flags: [UInt8] = []
  /// The points of segment `s` are `firstPoint[s]..<firstPoint[s + 1]`.
  private(set) var firstPoint: [Int32] = [0]
  private(set) var latitudesE7: [Int32] = []
  private(set) var longitudesE7: [Int32] = []
  /// The way of each segment; rises.
  private(set) var ways: [Int32] = []
  private(set) var graphNodeCount = 0

  var count: Int { fromNode.count }

  static let closed: Int32 = -1
  /// No single segment takes longer, so that paths of many stay within 32 bits.
  static let longestMilliseconds: Int32 = 200_000_000

  mutating func newGraphNode() -> Int32 {
    graphNodeCount += 1
    return Int32(graphNodeCount - 1)
  }

  mutating func append(
    from: Int32, to: Int32, run: ArraySlice<Int32>, way: Int32, name: Int32, use: RoadUse,
    _ nodes: NodeTable
  ) {
    var metres = 0.0
    var forwardDelay = 0.0
    var backwardDelay = 0.0
    var previous = run[run.startIndex]
    for (offset, node) in run.enumerated() {
      if offset > 0 { metres += nodes.metres(from: previous, to: node) }
      if offset > 0 { forwardDelay += Double(nodes.delay(at: node, isForward: true)) }
      if offset < run.count - 1 { backwardDelay += Double(nodes.delay(at: node, isForward: false)) }
      latitudesE7.append(nodes.latitudesE7[Int(node)])
      longitudesE7.append(nodes.longitudesE7[Int(node)])
      previous = node
    }
    firstPoint.append(Int32(latitudesE7.count))
    fromNode.append(from)
    toNode.append(to)
    decimetres.append(max(1, Int32(min(2e9, (metres * 10).rounded()))))
    forwardMilliseconds.append(
      Self.milliseconds(metres, use.forwardKilometresPerHour, delay: forwardDelay))
    backwardMilliseconds.append(
      Self.milliseconds(metres, use.backwardKilometresPerHour, delay: backwardDelay))
    names.append(name)
    classes.append(use.roadClass.rawValue)
    flags.append(use.flags.rawValue)
    ways.append(way)
  }

  /// Adds the time to get on board to every ferry that is left from land.
  mutating func addBoarding(milliseconds: Int32) {
    var isOnLand = [Bool](repeating: false, count: graphNodeCount)
    for segment in fromNode.indices where !isFerry(segment) {
      isOnLand[Int(fromNode[segment])] = true
      isOnLand[Int(toNode[segment])] = true
    }
    for segment in fromNode.indices where isFerry(segment) {
      if isOnLand[Int(fromNode[segment])], forwardMilliseconds[segment] != Self.closed {
        forwardMilliseconds[segment] += milliseconds
      }
      if isOnLand[Int(toNode[segment])], backwardMilliseconds[segment] != Self.closed {
        backwardMilliseconds[segment] += milliseconds
      }
    }
  }

  func isFerry(_ segment: Int) -> Bool {
    flags[segment] & SegmentFlags.ferry.rawValue != 0
  }

  /// The segments of `way`, which follow one another.
  func segments(of way: Int32) -> Range<Int> {
    var low = 0
    var high = ways.count
    while low < high {
      let middle = (low + high) / 2
      if ways[middle] < way { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < ways.count, ways[end] == way { end += 1 }
    return low..<end
  }

  /// At least 1 ms, so that no path can go round in no time.
  private static func milliseconds(
    _ metres: Double, _ kilometresPerHour: Double, delay: Double
  ) -> Int32 {
    guard kilometresPerHour > 0 else { return closed }
    let travel = (metres * 3600 / kilometresPerHour).rounded()
    return max(1, Int32(min(Double(longestMilliseconds), travel + delay)))
  }
}
