/// A benchmark instance in the VRPLIB format, as a problem whose cost is the distance.
public struct VRPLIBInstance: Sendable {
  public let name: String
  /// One job per customer in the order of the nodes; seconds stand for distance units.
  public let problem: Problem
  /// Units per unit of distance in the file: 10 with time windows, where one decimal counts.
  public let scale: Int

  /// Reads an instance.
  ///
  /// Handles CVRP and CVRPTW with EUC_2D, CEIL_2D and explicit distances, a longest route and
  /// one depot. With time windows distances are cut off after one decimal, as in the DIMACS
  /// challenge of 2021; otherwise they are whole.
  ///
  /// - Throws: ``VRPLIBError`` naming line and field.
  public init(parsing text: String) throws(VRPLIBError) {
    let text = try VRPLIBText(text)
    guard let dimension = text.dimension else { throw .missing(field: "DIMENSION") }
    guard let capacity = text.capacity else { throw .missing(field: "CAPACITY") }
    guard let depot = text.depots.first else { throw .missing(field: "DEPOT_SECTION") }
    guard text.depots.count == 1, (1...max(1, dimension)).contains(depot) else {
      throw .malformed(
        line: text.depotLine, field: "DEPOT_SECTION", text: "\(text.depots)")
    }
    let builder = VRPLIBProblem(
      text: text, dimension: dimension, capacity: capacity, depot: depot - 1)
    name = text.name
    scale = text.hasTimeWindows ? 10 : 1
    problem = try builder.problem(
      customers: (0..<dimension).filter { $0 != depot - 1 }, scale: scale)
  }
}
