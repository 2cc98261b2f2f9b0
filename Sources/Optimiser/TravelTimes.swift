/// Base travel times between every ordered pair of locations, in whole seconds, and, if they are
/// known, the lengths of the ways in whole metres.
///
/// Either a table, or points in a plane or labels of hubs, whose times are computed when asked for,
/// so that many locations need no `count × count` memory. `seconds(from:to:)` need not be symmetric.
public struct TravelTimes: Sendable {
  /// The value for a pair of locations with no way between them.
  public static let unreachable = Int32.max

  /// How the times are found.
  enum Source: Sendable {
    /// `count × count`, row-major, in seconds.
    case table([Int32])
    /// One point per location, in metres; see ``Plane``.
    case plane(Plane)
    /// The hubs of each location; see ``TravelLabels``.
    case labels(TravelLabels)
  }

  /// The number of locations.
  public let count: Int
  let source: Source
  /// The lengths beside a table, `count × count`, row-major, in metres; nil when not known.
  let metres: [Int32]?
  /// The longest time of all, in seconds; without a table a bound from above.
  let longestSeconds: Int32
  /// The longest way of all, in metres; in a plane a bound from above.
  let longestMetres: Int32

  /// Creates the table from one row per origin.
  ///
  /// - Parameters:
  ///   - rows: `n` rows of `n` values, each in seconds or ``unreachable``, with a zero diagonal.
  ///   - metres: The lengths of the ways in the same shape, or nil; where there is no way the
  ///     value does not matter.
  /// - Throws: ``ProblemError`` naming the first row or cell that is wrong.
  public init(rows: [[Int32]], metres: [[Int32]]? = nil) throws(ProblemError) {
    try Self.requireSquare(rows, of: rows.count, "row")
    if let metres { try Self.requireSquare(metres, of: rows.count, "row of metres") }
    try self.init(
      count: rows.count, seconds: Array(rows.joined()), metres: metres.map { Array($0.joined()) })
  }

  /// Creates the table from `count × count` values, row-major.
  ///
  /// - Throws: ``ProblemError`` naming the first cell that is wrong.
  public init(count: Int, seconds: [Int32], metres: [Int32]? = nil) throws(ProblemError) {
    guard count > 0 else {
      throw .outOfRange(.travelTimes, field: "count", value: count, allowed: Limits.amount)
    }
    try Self.requireCells(seconds, count * count, "table")
    var (longestSeconds, longestMetres) = (Int32(0), Int32(0))
    for (index, value) in seconds.enumerated() where value != Self.unreachable {
      let (from, to) = (index / count, index % count)
      let allowed = from == to ? 0...0 : Limits.travelSeconds
      guard allowed.contains(Int(value)) else {
        throw .travelSeconds(from: from, to: to, value: Int(value), allowed: allowed)
      }
      longestSeconds = max(longestSeconds, value)
    }
    if let metres {
      try Self.requireCells(metres, count * count, "table of metres")
      for (index, value) in metres.enumerated() where seconds[index] != Self.unreachable {
        let (from, to) = (index / count, index % count)
        let allowed = from == to ? 0...0 : Limits.travelMetres
        guard allowed.contains(Int(value)) else {
          throw .travelMetres(from: from, to: to, value: Int(value), allowed: allowed)
        }
        longestMetres = max(longestMetres, value)
      }
    }
    self.count = count
    source = .table(seconds)
    self.metres = metres
    self.longestSeconds = longestSeconds
    self.longestMetres = longestMetres
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
    metres = nil
    longestSeconds = Int32(plane.longestMetres * plane.secondsPerMetre) + 1
    longestMetres = Int32(plane.longestMetres) + 1
  }

  /// Creates times through the hubs that two locations share.
  public init(_ labels: TravelLabels) {
    count = labels.count
    source = .labels(labels)
    metres = nil
    longestSeconds = labels.longestSeconds
    longestMetres = 0
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
    case .labels(let labels): labels.seconds(from: from, to: to)
    }
  }

  /// Whether the lengths of the ways are known.
  public var hasMetres: Bool {
    if case .plane = source { return true }
    return metres != nil
  }

  /// Returns the length of the way, in metres: in a plane that of the straight line, to the
  /// nearest metre; 0 when the lengths are not known. Means nothing where there is no way.
  ///
  /// - Precondition: Both locations are in `0..<count`.
  public func metres(from: Int, to: Int) -> Int32 {
    precondition((0..<count).contains(from), "there is no location \(from)")
    precondition((0..<count).contains(to), "there is no location \(to)")
    return switch source {
    case .table, .labels: metres?[from * count + to] ?? 0
    case .plane(let plane): plane.metres(from: from, to: to)
    }
  }

  /// Whether there and back always take the same time, as far as that is known.
  var isSymmetric: Bool {
    switch source {
    case .table(let seconds):
      (0..<count).allSatisfy { from in
        (0..<from).allSatisfy { to in seconds[from * count + to] == seconds[to * count + from] }
      }
    case .plane: true
    case .labels: false
    }
  }

  /// Whether some pair of locations has no way between them, or may have none.
  var hasGaps: Bool {
    switch source {
    case .table(let seconds): seconds.contains(Self.unreachable)
    case .plane: false
    case .labels: true
    }
  }

  private static func requireSquare(
    _ rows: [[Int32]], of count: Int, _ name: String
  ) throws(ProblemError) {
    for (index, row) in rows.enumerated() where row.count != count {
      throw .wrongCount(
        .travelTimes, field: "\(name) \(index)", actual: row.count, expected: count)
    }
  }

  private static func requireCells(
    _ cells: [Int32], _ count: Int, _ name: String
  ) throws(ProblemError) {
    guard cells.count == count else {
      throw .wrongCount(.travelTimes, field: name, actual: cells.count, expected: count)
    }
  }
}
