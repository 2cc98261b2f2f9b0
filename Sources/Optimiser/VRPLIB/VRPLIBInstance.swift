/// A benchmark instance in the VRPLIB format, as a problem whose cost is the distance.
public struct VRPLIBInstance: Sendable {
  public let name: String
  /// One job per customer in the order of the nodes; seconds stand for distance units.
  public private(set) var problem: Problem
  /// Units per unit of distance in the file: 10 with time windows, where one decimal counts.
  public let scale: Int
  /// The number of each job's node in the file.
  public let nodes: [Int]
  /// Whether the file says how many vehicles there are.
  public let hasStatedFleet: Bool
  /// Whether the depots are the first nodes.
  private let isNumberedByNode: Bool

  /// Reads an instance.
  ///
  /// Handles CVRP, CVRPTW and several depots, with EUC_2D, CEIL_2D, GEO and explicit distances and
  /// a longest route. With time windows distances are cut off after one decimal, as in the DIMACS
  /// challenge of 2021; otherwise they are whole. Each depot has `VEHICLES` vehicles of its own,
  /// unless `VEHICLES_DEPOT_SECTION` gives a depot for each vehicle.
  ///
  /// - Throws: ``VRPLIBError`` naming line and field.
  public init(parsing bytes: [UInt8]) throws(VRPLIBError) {
    let text = try VRPLIBText(bytes)
    let builder = try VRPLIBProblem(text)
    name = text.headers["NAME"]?.value ?? ""
    problem = try builder.problem()
    scale = builder.scale
    nodes = builder.customers.map { $0 + 1 }
    hasStatedFleet = text.headers["VEHICLES"] != nil || !text.vehicleDepots.isEmpty
    isNumberedByNode = builder.depots == Array(builder.depots.indices)
  }

  public init(parsing text: String) throws(VRPLIBError) {
    try self.init(parsing: Array(text.utf8))
  }

  /// The instance with a fleet for `count` routes, unless the file says how many there are.
  ///
  /// Without a stated fleet ``problem`` has as many vehicles as a good plan may need; a plan made
  /// elsewhere may use more.
  public func allowing(routes count: Int) throws(VRPLIBError) -> VRPLIBInstance {
    guard !hasStatedFleet, count > problem.vehicles.count, let vehicle = problem.vehicles.first
    else { return self }
    let added = Array(repeating: vehicle, count: count - problem.vehicles.count)
    var larger = self
    do throws(ProblemError) {
      larger.problem = try Problem(
        travel: problem.travel, jobs: problem.jobs, vehicles: problem.vehicles + added,
        measure: problem.measure)
    } catch {
      throw .refused(error)
    }
    return larger
  }

  /// The number a solution file gives to `job`.
  ///
  /// Customers are counted from 1 in the order of the nodes; where several depots are the first
  /// nodes, a customer's number is its node's less 1, as other readers of such files have it.
  public func customerNumber(of job: Int) -> Int {
    isNumberedByNode ? nodes[job] - 1 : job + 1
  }

  /// The numbers solution files use, one per job, ascending.
  var customerNumbers: ClosedRange<Int> {
    let first = isNumberedByNode ? (nodes.first ?? 2) - 1 : 1
    return first...max(first, first + nodes.count - 1)
  }
}
