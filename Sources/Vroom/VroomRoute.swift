/// One vehicle's route with everything the file's rules say about it, in its units.
public struct VroomRoute: Equatable, Sendable {
  /// One step: arrival, then waiting, then setup and service.
  public struct Step: Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
      case start
      /// An index into ``VroomInstance/jobs``.
      case job(Int)
      /// An index into the breaks of the vehicle.
      case `break`(Int)
      case end
    }

    public let kind: Kind
    /// The place of every step but a break.
    let place: Int?
    public let arrival: Int
    public let waiting: Int
    public let setup: Int
    public let service: Int
    /// On board after the step, one value per dimension.
    public let load: [Int]
    /// The way so far, in seconds.
    public let duration: Int
    /// The way so far, in metres; 0 where distances are not known.
    public let distance: Int
    public let violations: [VroomViolation]
  }

  /// An index into ``VroomInstance/vehicles``.
  public let vehicle: Int
  public let steps: [Step]
  public let cost: Int
  public let duration: Int
  public let waiting: Int
  public let distance: Int
  public let priority: Int
  public let delivery: [Int]
  public let pickup: [Int]
  /// Rules the route breaks as a whole, then those its steps break.
  public let violations: [VroomViolation]

  public var setup: Int { steps.reduce(0) { $0 + $1.setup } }
  public var service: Int { steps.reduce(0) { $0 + $1.service } }
}
