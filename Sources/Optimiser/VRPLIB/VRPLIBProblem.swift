/// Makes a ``Problem`` of what a VRPLIB text says.
struct VRPLIBProblem {
  let text: VRPLIBText
  /// The number of nodes; every section by node has been found to have as many rows.
  let dimension: Int
  /// Units per unit of the file.
  let scale: Int
  /// Indices of the depots among the nodes, from 0, ascending.
  let depots: [Int]
  private let capacity: Int32
  /// By node.
  private let demands: [Int32]

  init(_ text: VRPLIBText) throws(VRPLIBError) {
    guard let dimension = try text.whole("DIMENSION", in: 1...Limits.amount.upperBound) else {
      throw .missing(field: "DIMENSION")
    }
    guard let capacity = try text.whole("CAPACITY") else { throw .missing(field: "CAPACITY") }
    self.text = text
    self.dimension = dimension
    self.capacity = Int32(capacity)
    scale = text.hasTimeWindows ? 10 : 1
    demands = try Self.column(
      text.demands, "DEMAND_SECTION", dimension, scale: 1, in: Limits.amount)
    depots = try Self.depots(text, dimension)
    for depot in depots where demands[depot] != 0 {
      throw .malformed(
        line: Int(text.demands.first { $0.node == depot + 1 }?.line ?? 0), field: "DEMAND_SECTION",
        text: "\(demands[depot])", need: .nothingAtDepot(node: depot + 1))
    }
  }

  /// Indices of the nodes that are no depots.
  var customers: [Int] {
    var isDepot = [Bool](repeating: false, count: dimension)
    for depot in depots { isDepot[depot] = true }
    return isDepot.indices.filter { !isDepot[$0] }
  }

  func problem() throws(VRPLIBError) -> Problem {
    let windows = try windows()
    let jobs = try jobs(windows: windows)
    let vehicles = try vehicles(windows: windows)
    let travel = try travel()
    do throws(ProblemError) {
      return try Problem(travel: travel, jobs: jobs, vehicles: vehicles, measure: .travel)
    } catch {
      throw .refused(error)
    }
  }

  private func jobs(windows: [ClosedRange<Int32>]?) throws(VRPLIBError) -> [Job] {
    let services = try serviceTimes()
    return customers.map { node in
      var job = Job(location: node, demand: Amount(demands[node]))
      job.serviceSeconds = services[node]
      if let window = windows?[node] { job.timeWindows = [window] }
      return job
    }
  }

  private func serviceTimes() throws(VRPLIBError) -> [Int32] {
    guard text.serviceTimes.isEmpty else {
      return try Self.column(
        text.serviceTimes, "SERVICE_TIME_SECTION", dimension, scale: scale, in: Limits.seconds)
    }
    let seconds = try text.seconds("SERVICE_TIME", scale: scale) ?? 0
    return Array(repeating: seconds, count: dimension)
  }

  private func windows() throws(VRPLIBError) -> [ClosedRange<Int32>]? {
    guard !text.windows.isEmpty else { return nil }
    let section = "TIME_WINDOW_SECTION"
    var windows: [ClosedRange<Int32>] = []
    for index in try Self.order(text.windows, section, dimension) {
      let row = text.windows[Int(index)]
      let opening = try Self.whole(row.first, row, section, scale: scale, in: Limits.seconds)
      let closing = try Self.whole(row.second, row, section, scale: scale, in: Limits.seconds)
      guard opening <= closing else {
        throw .malformed(
          line: Int(row.line), field: section, text: "\(row.first) to \(row.second)",
          need: .openingFirst)
      }
      windows.append(opening...closing)
    }
    return windows
  }
}

/// The fleet.
extension VRPLIBProblem {
  private static func depots(
    _ text: VRPLIBText, _ dimension: Int
  ) throws(VRPLIBError) -> [Int] {
    guard !text.depots.isEmpty else { throw .missing(field: "DEPOT_SECTION") }
    var depots: Set<Int> = []
    for row in text.depots {
      guard (1...dimension).contains(Int(row.node)), depots.insert(Int(row.node) - 1).inserted
      else {
        throw .malformed(
          line: Int(row.line), field: "DEPOT_SECTION", text: "\(row.node)",
          need: .onceEach(upTo: dimension))
      }
    }
    return depots.sorted()
  }

  /// As ``VRPLIBInstance/init(parsing:)-swift.init`` says: one by one where their depots are
  /// listed, else equally many from each depot.
  private func vehicles(windows: [ClosedRange<Int32>]?) throws(VRPLIBError) -> [Vehicle] {
    let longest = try text.seconds("DISTANCE", scale: scale)
    let longestDuration = try text.seconds("VEHICLES_MAX_DURATION", scale: scale)
    return try vehicleDepots().map { depot in
      var vehicle = Vehicle(startLocation: depot, endLocation: depot, capacity: Amount(capacity))
      if let shift = windows?[depot] { vehicle.shift = shift }
      vehicle.maximumDurationSeconds = [longest, longestDuration].compactMap(\.self).min()
      return vehicle
    }
  }

  private func vehicleDepots() throws(VRPLIBError) -> [Int] {
    let stated = try text.whole("VEHICLES", in: 1...Limits.amount.upperBound)
    guard text.vehicleDepots.isEmpty else { return try listedDepots(stated: stated) }
    // More vehicles than customers are never used, so an absurd number need not be kept.
    let most = max(1, dimension - depots.count)
    let count = min(most, stated ?? usefulFleet)
    return depots.flatMap { Array(repeating: $0, count: count) }
  }

  /// So many vehicles that no plan worth having needs more, since two half-empty runs are better
  /// joined.
  private var usefulFleet: Int {
    let total = demands.reduce(0) { $0 + Int($1) }
    return 2 * (total / max(1, Int(capacity))) + 10
  }

  private func listedDepots(stated: Int?) throws(VRPLIBError) -> [Int] {
    let section = "VEHICLES_DEPOT_SECTION"
    let count = stated ?? text.vehicleDepots.count
    return try Self.order(text.vehicleDepots, section, count).map { (index) throws(VRPLIBError) in
      let row = text.vehicleDepots[Int(index)]
      guard let node = Int(exactly: row.first), depots.contains(node - 1) else {
        throw .malformed(
          line: Int(row.line), field: section, text: "\(row.first)",
          need: .depot)
      }
      return node - 1
    }
  }
}

/// Sections by node.
extension VRPLIBProblem {
  /// Returns, for every number from 1 to `count`, the index of its row.
  ///
  /// - Throws: ``VRPLIBError`` unless each number has one row.
  static func order(
    _ rows: [VRPLIBText.Row], _ section: String, _ count: Int
  ) throws(VRPLIBError) -> [Int32] {
    guard !rows.isEmpty else { throw .missing(field: section) }
    guard rows.count == count else {
      throw .wrongCount(field: section, actual: rows.count, expected: count)
    }
    var order = [Int32](repeating: -1, count: count)
    for (index, row) in rows.enumerated() {
      guard row.node <= count, order[Int(row.node) - 1] < 0 else {
        throw .malformed(
          line: Int(row.line), field: section, text: "\(row.node)",
          need: .onceEach(upTo: count))
      }
      order[Int(row.node) - 1] = Int32(index)
    }
    return order
  }

  private static func column(
    _ rows: [VRPLIBText.Row], _ section: String, _ count: Int, scale: Int,
    in allowed: ClosedRange<Int>
  ) throws(VRPLIBError) -> [Int32] {
    var column: [Int32] = []
    column.reserveCapacity(rows.count)
    for index in try order(rows, section, count) {
      let row = rows[Int(index)]
      column.append(try whole(row.first, row, section, scale: scale, in: allowed))
    }
    return column
  }

  private static func whole(
    _ value: Double, _ row: VRPLIBText.Row, _ section: String, scale: Int,
    in allowed: ClosedRange<Int>
  ) throws(VRPLIBError) -> Int32 {
    let scaled = value * Double(scale)
    guard let whole = Int(exactly: scaled.rounded()), allowed.contains(whole),
      abs(scaled - scaled.rounded()) < 1e-6
    else {
      let most = allowed.upperBound / scale
      throw .malformed(
        line: Int(row.line), field: section, text: "\(value)",
        need: scale == 1 ? .whole(0...most) : .decimal(upTo: most))
    }
    return Int32(whole)
  }
}
