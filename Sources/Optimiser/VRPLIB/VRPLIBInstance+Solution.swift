extension VRPLIBInstance {
  /// A solution file: routes and the cost it claims, in units of ``scale``.
  public struct Answer: Equatable, Sendable {
    public var solution: Solution
    public var cost: Int64?
  }

  /// Reads a solution file: lines `Route #1: 31 46 35`, then `Cost 27591`.
  ///
  /// Its numbers count the customers from 1 in the order of the nodes.
  ///
  /// - Throws: ``VRPLIBError`` naming line and field.
  public func answer(parsing text: String) throws(VRPLIBError) -> Answer {
    var answer = Answer(solution: Solution(routes: [], unserved: []), cost: nil)
    var isServed = [Bool](repeating: false, count: problem.jobs.count)
    for line in VRPLIBLine.lines(of: text) {
      switch line.keyword {
      case "ROUTE":
        let jobs = try jobs(on: line)
        for job in jobs { isServed[job] = true }
        answer.solution.routes.append(
          Route(vehicle: answer.solution.routes.count, jobs: jobs))
      case "COST":
        let cost = try line.number(line.fields.count - 1, "Cost")
        answer.cost = Int64(cost * Double(scale) + 0.5)
      default: break
      }
    }
    answer.solution.unserved = isServed.indices.filter { !isServed[$0] }
    return answer
  }

  /// Writes a solution file, which ``answer(parsing:)`` reads.
  public func text(of solution: Solution, cost: Int64) -> String {
    var text = ""
    for (index, route) in solution.routes.enumerated() {
      let numbers = route.jobs.map { String($0 + 1) }
      text += "Route #\(index + 1): \(numbers.joined(separator: " "))\n"
    }
    let units = Int64(scale)
    let part = scale == 1 ? "" : ".\(cost % units)"
    return text + "Cost \(cost / units)\(part)\n"
  }

  private func jobs(on line: VRPLIBLine) throws(VRPLIBError) -> [Int] {
    guard let colon = line.fields.firstIndex(where: { $0.hasSuffix(":") }) else {
      throw .malformed(line: line.number, field: "Route", text: line.fields.joined(separator: " "))
    }
    var jobs: [Int] = []
    for index in line.fields.indices.dropFirst(colon + 1) {
      let customer = try line.wholeNumber(index, "Route")
      guard (1...problem.jobs.count).contains(customer) else {
        throw .malformed(line: line.number, field: "Route", text: "\(customer)")
      }
      jobs.append(customer - 1)
    }
    return jobs
  }
}
