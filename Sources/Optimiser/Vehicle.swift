/// One courier with a vehicle and a bag, available for one run.
public struct Vehicle: Hashable, Sendable {
  /// A shift without a clock: nothing is too late, and only the way counts.
  public static let anyTime: ClosedRange<Int32> = 0...Int32.max

  /// Where the run begins; an index into the problem's ``TravelTimes``.
  public var startLocation: Int
  /// Where the run ends; nil means at its last stop.
  public var endLocation: Int?
  /// The earliest leaving and the latest return, in seconds of the day, or ``anyTime``.
  public var shift: ClosedRange<Int32>
  /// Rests, in order of their windows.
  public var breaks: [Break]
  /// Room in the bag, in cards.
  public var capacity: Int32
  /// The most jobs a run may hold.
  public var maximumStops: Int32
  /// The longest a run may take, breaks not counted; nil means as long as the shift.
  public var maximumDurationSeconds: Int32?
  /// One bit per skill.
  public var skills: UInt64
  /// Speed in thousandths: travel takes `base × 1000 / speedPermille`, rounded up.
  public var speedPermille: Int32
  /// The duration above which every second costs ``softCostPerSecond`` more; nil means none.
  public var softDurationSeconds: Int32?
  /// What each second above ``softDurationSeconds`` costs extra.
  public var softCostPerSecond: Int32
  /// What using the vehicle at all costs, in seconds.
  public var fixedCostSeconds: Int32

  public init(
    startLocation: Int, endLocation: Int?, shift: ClosedRange<Int32> = Vehicle.anyTime,
    breaks: [Break] = [], capacity: Int32 = 1 << 30, maximumStops: Int32 = 1 << 30,
    maximumDurationSeconds: Int32? = nil, skills: UInt64 = 0, speedPermille: Int32 = 1_000,
    softDurationSeconds: Int32? = nil, softCostPerSecond: Int32 = 0, fixedCostSeconds: Int32 = 0
  ) {
    self.startLocation = startLocation
    self.endLocation = endLocation
    self.shift = shift
    self.breaks = breaks
    self.capacity = capacity
    self.maximumStops = maximumStops
    self.maximumDurationSeconds = maximumDurationSeconds
    self.skills = skills
    self.speedPermille = speedPermille
    self.softDurationSeconds = softDurationSeconds
    self.softCostPerSecond = softCostPerSecond
    self.fixedCostSeconds = fixedCostSeconds
  }

  /// Returns what a run of `durationSeconds` and `travelSeconds` costs.
  func cost(durationSeconds: Int, travelSeconds: Int, measure: Problem.Measure) -> Int64 {
    let soft = Int(softDurationSeconds ?? .max)
    let overtime = max(0, durationSeconds - soft) * Int(softCostPerSecond)
    let seconds = measure == .duration ? durationSeconds : travelSeconds
    return Int64(seconds + overtime + Int(fixedCostSeconds))
  }

  /// Returns the travel time of this vehicle, in seconds, or nil where there is no way.
  func travelSeconds(base: Int32) -> Int? {
    guard base != TravelTimes.unreachable else { return nil }
    let permille = Int(speedPermille)
    return (Int(base) * 1_000 + permille - 1) / permille
  }
}
