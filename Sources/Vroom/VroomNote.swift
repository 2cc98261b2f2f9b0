/// Something in a file that is worth a warning, though it can be read.
public enum VroomNote: Equatable, Sendable {
  case unknownKey(path: String)
  /// A matrix of a profile no vehicle has.
  case unusedProfile(path: String)
  /// The way from a place to itself is not 0, and is taken as 0.
  case wayToItself(path: String)
  /// `matrix` instead of `matrices`.
  case oldMatrix
  /// There are no matrices, and no router: times and distances are straight lines.
  case straightLines(metresPerHour: Int)
  /// The windows of two breaks overlap, and are cut apart.
  case breaksCutApart(path: String)
  /// A job with windows shares its place: its setup is planned even if the stop before it was there.
  case setupAlways(path: String)
  /// Given times of steps count when a plan is checked only.
  case stepTimesUnused(path: String)
  /// A pickup and its own kind: matters to nothing here.
  case optionsUnused(path: String)
}

extension VroomNote: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownKey(let path): "\(path) is not known and has no effect"
    case .unusedProfile(let path): "\(path) has no effect: no vehicle has that profile"
    case .wayToItself(let path): "\(path): the way from a place to itself is taken as 0"
    case .oldMatrix: "matrix is the old form of matrices.car.durations"
    case .straightLines(let metresPerHour):
      """
      there are no matrices: ways are straight lines, travelled at \
      \(metresPerHour / 1_000) km/h times the speed factor
      """
    case .breaksCutApart(let path): "\(path) overlaps the break before it; both are shortened"
    case .setupAlways(let path):
      "\(path): jobs share this place, so setup is planned for each of them"
    case .stepTimesUnused(let path): "\(path): given times have an effect on check only"
    case .optionsUnused(let path): "\(path) has no effect"
    }
  }
}
