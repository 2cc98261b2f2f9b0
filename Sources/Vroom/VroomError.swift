public import Optimiser

/// Why a text is no problem or solution in VROOM's JSON that can be used here.
///
/// A path such as `vehicles[2].breaks[0].time_windows` names the value, counting from 0.
public enum VroomError: Error, Equatable, Sendable {
  case notJSON(line: Int, column: Int, JSONFault)
  case missing(path: String)
  /// The value is `found`, where `need` is needed.
  case malformed(path: String, found: String, need: VroomNeed)
  /// The same number stands for two things of one kind.
  case repeatedID(path: String, id: Int)
  /// The value is valid VROOM, but nothing here can do what it asks.
  case unsupported(path: String, VroomLimit)
  /// The numbers make no valid problem.
  case refused(ProblemError)
}

/// What a value has to be.
public enum VroomNeed: Equatable, Sendable {
  case object, array, string
  case whole(ClosedRange<Int>)
  case number(ClosedRange<Double>)
  /// Longitude and latitude, in degrees.
  case coordinates
  /// Opening and closing, the opening not after the closing.
  case timeWindow
  /// Time windows that do not touch.
  case windowsApart
  case count(Int)
  case oneOf([String])
  /// At least one entry.
  case entries
  /// The number of a job of the problem.
  case jobID
  case breakID
}

/// A part of VROOM's format that is not handled.
public enum VroomLimit: Equatable, Sendable {
  case shipments
  case severalBreakWindows
  case maximumLoad
  case timesByVehicleType
  /// A break for which the shift, or the break before it, leaves no room.
  case breaksWithoutRoom
  /// Prices per working hour that differ between vehicles.
  case differingTaskPrices
  /// A matrix of costs beside a price per hour or kilometre, or a longest distance.
  case costsMatrixAndPrices
  /// Distances asked for where none are known.
  case noDistances
  /// Too many places, too far apart, to do without matrices.
  case noMatrices
  /// Moments too far apart to count in seconds.
  case momentsTooFarApart
}
