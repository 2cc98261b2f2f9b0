extension VRPLIBInstance {
  /// A solution file: routes and the cost it claims, in units of ``scale``.
  public struct Answer: Equatable, Sendable {
    public var solution: Solution
    public var cost: Int64?
  }

  /// Reads a solution file: lines `Route #1: 31 46 35`, then `Cost 27591`.
  ///
  /// Routes belong to the vehicles in order. With one depot, empty routes do not count; with
  /// several, every line stands for the next vehicle, so that a depot's last vehicle may stay
  /// where it is.
  ///
  /// - Throws: ``VRPLIBError`` naming line and field.
  public func answer(parsing bytes: [UInt8]) throws(VRPLIBError) -> Answer {
    var answer = Answer(solution: Solution(routes: [], unserved: []), cost: nil)
    var isServed = [Bool](repeating: false, count: problem.jobs.count)
    var lineCount = 0
    var scanner = VRPLIBScanner(bytes)
    while scanner.goToNextLine() {
      guard scanner.isAtWord() else { continue }
      switch scanner.takeKeyword() {
      case "ROUTE":
        let jobs = try jobs(&scanner)
        let vehicle = hasSeveralDepots ? lineCount : answer.solution.routes.count
        lineCount += 1
        for job in jobs { isServed[job] = true }
        if !jobs.isEmpty { answer.solution.routes.append(Route(vehicle: vehicle, jobs: jobs)) }
      case "COST":
        _ = scanner.skipColon()
        let cost = try scanner.takeNumber("Cost")
        guard cost.magnitude < 1e14 else { throw scanner.malformed("Cost", .plainNumber) }
        answer.cost = Int64((cost * Double(scale)).rounded())
      default: break
      }
    }
    answer.solution.unserved = isServed.indices.filter { !isServed[$0] }
    return answer
  }

  public func answer(parsing text: String) throws(VRPLIBError) -> Answer {
    try answer(parsing: Array(text.utf8))
  }

  /// Writes a solution file, which ``answer(parsing:)-swift.method`` reads.
  public func text(of solution: Solution, cost: Int64) -> String {
    var text = ""
    var number = 0
    for route in solution.routes.sorted(by: { $0.vehicle < $1.vehicle }) {
      while hasSeveralDepots, number < route.vehicle {
        number += 1
        text += "Route #\(number):\n"
      }
      number += 1
      text += "Route #\(number):"
      for job in route.jobs { text += " \(customerNumber(of: job))" }
      text += "\n"
    }
    let units = Int64(scale)
    let part = scale == 1 ? "" : ".\(cost % units)"
    return text + "Cost \(cost / units)\(part)\n"
  }

  /// Returns how far all routes go, whatever rules they break, in units of ``scale``; nil where
  /// there is no way, or no such vehicle.
  public func distance(of solution: Solution) -> Int64? {
    var distance: Int64 = 0
    for route in solution.routes {
      guard problem.vehicles.indices.contains(route.vehicle) else { return nil }
      let vehicle = problem.vehicles[route.vehicle]
      let stops =
        [vehicle.startLocation].compactMap(\.self) + route.jobs.map { problem.jobs[$0].location }
        + [vehicle.endLocation].compactMap(\.self)
      for (from, to) in zip(stops, stops.dropFirst()) {
        let seconds = problem.travel[vehicle.profile].seconds(from: from, to: to)
        guard seconds != TravelTimes.unreachable else { return nil }
        distance += Int64(seconds)
      }
    }
    return distance
  }

  private var hasSeveralDepots: Bool {
    problem.vehicles.contains { $0.startLocation != problem.vehicles[0].startLocation }
  }

  private func jobs(_ scanner: inout VRPLIBScanner) throws(VRPLIBError) -> [Int] {
    guard scanner.skipPastColon() else {
      throw .malformed(
        line: scanner.line, field: "Route", text: "", need: .routeLine)
    }
    var jobs: [Int] = []
    while !scanner.isAtLineEnd() {
      jobs.append(
        try scanner.takeWhole("Route", in: customerNumbers) - customerNumbers.lowerBound)
    }
    return jobs
  }
}
