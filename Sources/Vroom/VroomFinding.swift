/// Something wrong with a plan somebody made; numbers are those of the file.
public enum VroomFinding: Hashable, Sendable {
  case unknownVehicle(path: String, id: Int)
  case vehicleTwice(id: Int)
  case unknownJob(path: String, id: Int)
  case jobTwice(id: Int)
  case jobMissing(id: Int)
  case jobServedAndUnassigned(id: Int)
  case unknownBreak(path: String, id: Int)
  case breakTwice(vehicle: Int, id: Int)
  /// A start that is not the first step, or an end that is not the last.
  case stepOutOfPlace(path: String)
  /// A rule of the file, broken by the route as a whole.
  case route(vehicle: Int, VroomViolation)
  case atJob(vehicle: Int, id: Int, VroomViolation)
  case atBreak(vehicle: Int, id: Int, VroomViolation)
  case atStart(vehicle: Int, VroomViolation)
  case atEnd(vehicle: Int, VroomViolation)
  case routeCost(vehicle: Int, claimed: Int, actual: Int)
  case cost(claimed: Int, actual: Int)
}
