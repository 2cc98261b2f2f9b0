/// Base travel times between every ordered pair of locations, in whole seconds.
///
/// Either a table, or points in a plane whose times are computed when asked for, so that a
/// million locations need no `count × count` memory. `seconds(from:to:)` need not be symmetric.
public struct TravelTimes: Sendable {
  /// The value for a pair of locations with no way between them.
  public static let unreachable = Int32.max

  /// How the times are found.
  enum Source: Sendable {
    /// `count × count`, row-major, in seconds.
    case table([Int32])
    /// One point per location, in metres; see ``Plane``.
    case plane(Plane)
  }

  /// The number of locations.
  public let count: Int
  let source: Source

  /// Creates the table from one row per origin.
  ///
  /// - Parameter rows: `n` rows of `n` values, each in seconds or ``unreachable``, with a zero
  ///   diagonal.
  /// - Throws: ``ProblemError`` naming the first row or cell that is wrong.
  public init(rows: [[Int32]]) throws(ProblemError) {
    for (index, row) in rows.enumerated() where row.count != rows.count {
      throw .wrongCount(
        .travelTimes, field: "row \(index)", actual: row.count, expected: rows.count)
    }
    try self.init(count: rows.count, seconds: Array(rows.joined()))
  }

  /// Creates the table from `count × count` values, row-major.
  ///
  /// - Throws: ``ProblemError`` naming the first cell that is wrong.
  public init(count: Int, seconds: [Int32]) throws(ProblemError) {
    guard count > 0 else {
      throw .outOfRange(.travelTimes, field: "count", value: count, allowed: Limits.amount)
    }
    guard seconds.count == count * count else {
      throw .wrongCount(
        .travelTimes, field: "table", actual: seconds.count, expected: count * count)
    }
    for (index, value) in seconds.enumerated() where value != Self.unreachable {
      let (from, to) = (index / count, index % count)
      let allowed = from == to ? 0...0 : Limits.travelSeconds
      guard allowed.contains(Int(value)) else {
        throw .travelSeconds(from: from, to: to, value: Int(value), allowed: allowed)
      }
    }
    self.count = count
    source = .table(seconds)
  }

  /// Creates times from straight lines between points.
  ///
  /// - Parameters:
  ///   - eastMetres: One value per location.
  ///   - northMetres: One value per location.
  ///   - millisecondsPerMetre: The time for one metre of straight line, detours included; with
  ///     1,000 a second is a metre, rounded to the nearest.
  /// - Throws: ``ProblemError`` naming the first value that is wrong.
  public init(
    eastMetres: [Int32], northMetres: [Int32], millisecondsPerMetre: Int32
  ) throws(ProblemError) {
    try self.init(
      eastMetres: eastMetres, northMetres: northMetres,
      millisecondsPerMetre: millisecondsPerMetre, rounding: .nearest)
  }

  init(
    eastMetres: [Int32], northMetres: [Int32], millisecondsPerMetre: Int32,
    rounding: Plane.Rounding
  ) throws(ProblemError) {
    let plane = try Plane(
      eastMetres: eastMetres, northMetres: northMetres,
      millisecondsPerMetre: millisecondsPerMetre, rounding: rounding)
    count = eastMetres.count
    source = .plane(plane)
  }

  /// Returns the travel time at base speed, in seconds, or ``unreachable``.
  ///
  /// - Precondition: Both locations are in `0..<count`.
  public func seconds(from: Int, to: Int) -> Int32 {
    precondition((0..<count).contains(from), "there is no location \(from)")
    precondition((0..<count).contains(to), "there is no location \(to)")
    return switch source {
    case .table(let seconds): seconds[from * count + to]
    case .plane(let plane): plane.seconds(from: from, to: to)
    }
  }

  /// Whether there and back always take the same time.
  var isSymmetric: Bool {
    guard case .table(let seconds) = source else { return true }
    return (0..<count).allSatisfy { from in
      (0..<from).allSatisfy { to in seconds[from * count + to] == seconds[to * count + from] }
    }
  }

  /// Whether some pair of locations has no way between them.
  var hasGaps: Bool {
    guard case .table(let seconds) = source else { return false }
    return seconds.contains(Self.unreachable)
  }
}
