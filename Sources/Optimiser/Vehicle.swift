/// One courier with a vehicle and a bag, available for one run.
public struct Vehicle: Hashable, Sendable {
  /// A shift without a clock: nothing is too late.
  public static let anyTime: ClosedRange<Int32> = 0...Int32.max

  /// Where the run begins; an index into the problem's ``TravelTimes``; nil means at its first
  /// stop.
  public var startLocation: Int?
  /// Where the run ends; nil means at its last stop.
  public var endLocation: Int?
  /// The earliest leaving and the latest return, in seconds of the day, or ``anyTime``.
  public var shift: ClosedRange<Int32>
  /// Rests, in order of their windows.
  public var breaks: [Break]
  /// Room in the bag.
  public var capacity: Amount
  /// Where the bag can be filled again during the run; nil means nowhere.
  public var reload: Reload?
  /// The most jobs a run may hold.
  public var maximumStops: Int32
  /// The longest a run may take, breaks not counted; nil means as long as the shift.
  public var maximumDurationSeconds: Int32?
  /// The longest a run may be on the way, in seconds; nil means no limit.
  public var maximumTravelSeconds: Int32?
  /// The farthest a run may go, in metres; nil means no limit.
  public var maximumDistanceMetres: Int32?
  /// One bit per skill.
  public var skills: UInt64
  /// The kind of way it uses: an index into ``Problem/travel``.
  public var profile: Int
  /// Speed in thousandths: travel takes `base × 1000 / speedPermille`, rounded up.
  public var speedPermille: Int32
  /// What using the vehicle at all costs.
  public var fixedCost: Int32
  /// What a second costs: of duration or of travel, as ``Problem/measure`` says.
  public var costPerSecond: Int32
  /// What a metre of way costs.
  public var costPerMetre: Int32
  /// The durations, in seconds, that cost nothing extra if the vehicle is used; nil means any.
  public var workBand: ClosedRange<Int32>?
  /// What each second of duration below or above ``workBand`` costs extra.
  public var costPerSecondOutsideBand: Int32

  public init(
    startLocation: Int?, endLocation: Int?, shift: ClosedRange<Int32> = Vehicle.anyTime,
    breaks: [Break] = [], capacity: Amount = Amount(1 << 30), reload: Reload? = nil,
    maximumStops: Int32 = 1 << 30, maximumDurationSeconds: Int32? = nil,
    maximumTravelSeconds: Int32? = nil, maximumDistanceMetres: Int32? = nil, skills: UInt64 = 0,
    profile: Int = 0, speedPermille: Int32 = 1_000, fixedCost: Int32 = 0,
    costPerSecond: Int32 = 1, costPerMetre: Int32 = 0, workBand: ClosedRange<Int32>? = nil,
    costPerSecondOutsideBand: Int32 = 0
  ) {
    self.startLocation = startLocation
    self.endLocation = endLocation
    self.shift = shift
    self.breaks = breaks
    self.capacity = capacity
    self.reload = reload
    self.maximumStops = maximumStops
    self.maximumDurationSeconds = maximumDurationSeconds
    self.maximumTravelSeconds = maximumTravelSeconds
    self.maximumDistanceMetres = maximumDistanceMetres
    self.skills = skills
    self.profile = profile
    self.speedPermille = speedPermille
    self.fixedCost = fixedCost
    self.costPerSecond = costPerSecond
    self.costPerMetre = costPerMetre
    self.workBand = workBand
    self.costPerSecondOutsideBand = costPerSecondOutsideBand
  }

  /// Returns the travel time of this vehicle, in seconds, or nil where there is no way.
  func travelSeconds(base: Int32) -> Int? {
    guard base != TravelTimes.unreachable else { return nil }
    let permille = Int(speedPermille)
    return (Int(base) * 1_000 + permille - 1) / permille
  }

  /// The latest moment to be back, in seconds; without a clock none is too late.
  var latestReturn: Int { shift == Self.anyTime ? .max : Int(shift.upperBound) }

  /// Returns the seconds by which `durationSeconds` misses the work band.
  func secondsOutsideBand(durationSeconds: Int) -> Int {
    guard let workBand else { return 0 }
    let missing = Int(workBand.lowerBound) - durationSeconds
    return max(0, missing, durationSeconds - Int(workBand.upperBound))
  }
}
