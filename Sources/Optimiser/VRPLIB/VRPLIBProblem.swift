/// Makes a ``Problem`` of what a VRPLIB text says.
struct VRPLIBProblem {
  let text: VRPLIBText
  let dimension: Int
  let capacity: Int
  /// Index of the depot among the nodes, from 0.
  let depot: Int

  /// Up to this size distances between points with decimals are kept in a table.
  private static let largestTable = 5_000

  func problem(customers: [Int], scale: Int) throws(VRPLIBError) -> Problem {
    let demands = try column(text.demands, "DEMAND_SECTION")
    let services =
      text.serviceTimes.isEmpty
      ? nil : try column(text.serviceTimes, "SERVICE_TIME_SECTION", scale: scale)
    let windows = text.windows.isEmpty ? nil : try windows(scale: scale)
    var jobs: [Job] = []
    for node in customers {
      var job = Job(location: node, demand: Amount(demands[node]))
      job.serviceSeconds = services?[node] ?? Int32(text.serviceTime * scale)
      if let window = windows?[node] { job.timeWindows = [window] }
      jobs.append(job)
    }
    var vehicle = Vehicle(
      startLocation: depot, endLocation: depot, capacity: Amount(Int32(capacity)))
    if let shift = windows?[depot] { vehicle.shift = shift }
    vehicle.maximumDurationSeconds = text.longestRoute.map { Int32($0 * scale) }
    let travel = try travel(scale: scale)
    do throws(ProblemError) {
      return try Problem(
        travel: travel, jobs: jobs,
        vehicles: Array(repeating: vehicle, count: fleetSize(demands)), measure: .travel)
    } catch {
      throw .refused(error)
    }
  }

  /// As many vehicles as are given; else so many that no plan worth having needs more, since two
  /// half-empty runs are better joined.
  private func fleetSize(_ demands: [Int32]) -> Int {
    let total = demands.reduce(0) { $0 + Int($1) }
    let bound = 2 * (total / max(1, capacity)) + 10
    return text.vehicles ?? min(max(1, dimension - 1), bound)
  }
}

/// Sections by node.
extension VRPLIBProblem {
  /// Returns the rows of a section in the order of the nodes, one for each.
  private func byNode(
    _ rows: [VRPLIBText.Row], _ section: String
  ) throws(VRPLIBError) -> [VRPLIBText.Row] {
    guard rows.count == dimension else {
      throw rows.isEmpty
        ? .missing(field: section)
        : .wrongCount(field: section, actual: rows.count, expected: dimension)
    }
    var ordered = [VRPLIBText.Row?](repeating: nil, count: dimension)
    for row in rows {
      guard (1...dimension).contains(row.node), ordered[row.node - 1] == nil else {
        throw .malformed(line: row.line, field: section, text: "\(row.node)")
      }
      ordered[row.node - 1] = row
    }
    return ordered.compactMap(\.self)
  }

  private func column(
    _ rows: [VRPLIBText.Row], _ section: String, scale: Int = 1
  ) throws(VRPLIBError) -> [Int32] {
    var column: [Int32] = []
    for row in try byNode(rows, section) {
      column.append(try whole(row.values[0] * Double(scale), row, section))
    }
    return column
  }

  private func windows(scale: Int) throws(VRPLIBError) -> [ClosedRange<Int32>] {
    let section = "TIME_WINDOW_SECTION"
    var windows: [ClosedRange<Int32>] = []
    for row in try byNode(text.windows, section) {
      let opening = try whole(row.values[0] * Double(scale), row, section)
      let closing = try whole(row.values[1] * Double(scale), row, section)
      guard opening <= closing else {
        throw .malformed(line: row.line, field: section, text: "\(opening) to \(closing)")
      }
      windows.append(opening...closing)
    }
    return windows
  }

  private func whole(
    _ value: Double, _ row: VRPLIBText.Row, _ section: String
  ) throws(VRPLIBError) -> Int32 {
    guard let whole = Int32(exactly: value) else {
      throw .malformed(line: row.line, field: section, text: "\(value)")
    }
    return whole
  }
}

/// Distances.
extension VRPLIBProblem {
  private func travel(scale: Int) throws(VRPLIBError) -> TravelTimes {
    guard let type = text.weightType else { throw .missing(field: "EDGE_WEIGHT_TYPE") }
    switch type.value {
    case "EUC_2D":
      return try travel(between: text.coordinates, scale, text.hasTimeWindows ? .down : .nearest)
    case "CEIL_2D":
      return try travel(between: text.coordinates, scale, .up)
    case "EXPLICIT":
      return try explicitTravel(scale: scale)
    default:
      throw .unsupported(line: type.number, field: "EDGE_WEIGHT_TYPE", value: type.value)
    }
  }

  private func travel(
    between rows: [VRPLIBText.Row], _ scale: Int, _ rounding: Plane.Rounding
  ) throws(VRPLIBError) -> TravelTimes {
    let points = try byNode(rows, "NODE_COORD_SECTION").map { row in
      (east: row.values[0] * Double(scale), north: row.values[1] * Double(scale))
    }
    let east = points.compactMap { Int32(exactly: $0.east) }
    let north = points.compactMap { Int32(exactly: $0.north) }
    do throws(ProblemError) {
      if east.count == dimension, north.count == dimension {
        return try TravelTimes(
          eastMetres: east, northMetres: north, millisecondsPerMetre: 1_000, rounding: rounding)
      }
      guard dimension <= Self.largestTable else {
        throw .outOfRange(
          .travelTimes, field: "count of points with decimals", value: dimension,
          allowed: 1...Self.largestTable)
      }
      var seconds: [Int32] = []
      for from in points {
        for to in points {
          let (east, north) = (from.east - to.east, from.north - to.north)
          let distance = (east * east + north * north).squareRoot()
          seconds.append(Int32(min(distance + rounding.bias, 1e9)))
        }
      }
      return try TravelTimes(count: dimension, seconds: seconds)
    } catch {
      throw .refused(error)
    }
  }

  private func explicitTravel(scale: Int) throws(VRPLIBError) -> TravelTimes {
    guard let format = text.weightFormat else { throw .missing(field: "EDGE_WEIGHT_FORMAT") }
    guard let cells = Self.cells(format.value, dimension) else {
      throw .unsupported(
        line: format.number, field: "EDGE_WEIGHT_FORMAT", value: format.value)
    }
    guard text.weights.count == cells.count else {
      throw .wrongCount(
        field: "EDGE_WEIGHT_SECTION", actual: text.weights.count, expected: cells.count)
    }
    var seconds = [Int32](repeating: 0, count: dimension * dimension)
    for ((row, column), weight) in zip(cells, text.weights) where row != column {
      let value = Int32(max(-1, min(weight * Double(scale) + 0.5, 1e9)))
      seconds[row * dimension + column] = value
      if format.value != "FULL_MATRIX" { seconds[column * dimension + row] = value }
    }
    do throws(ProblemError) {
      return try TravelTimes(count: dimension, seconds: seconds)
    } catch {
      throw .refused(error)
    }
  }

  /// Returns which cell each weight of an explicit format belongs to.
  private static func cells(_ format: String, _ count: Int) -> [(row: Int, column: Int)]? {
    func columns(of row: Int) -> Range<Int>? {
      switch format {
      case "FULL_MATRIX": 0..<count
      case "LOWER_ROW": 0..<row
      case "LOWER_DIAG_ROW": 0..<(row + 1)
      case "UPPER_ROW": (row + 1)..<count
      case "UPPER_DIAG_ROW": row..<count
      default: nil
      }
    }
    var cells: [(row: Int, column: Int)] = []
    for row in 0..<count {
      guard let columns = columns(of: row) else { return nil }
      cells += columns.map { (row, $0) }
    }
    return cells
  }
}
