/// One stop to be made: cards to hand over at one location.
public struct Job: Hashable, Sendable {
  /// An index into the problem's ``TravelTimes``.
  public var location: Int
  /// Time to park and walk up, in seconds, before service; not paid again when the stop directly
  /// before it was at the same location.
  public var setupSeconds: Int32
  /// Time at the door, in seconds.
  public var serviceSeconds: Int32
  /// The room it takes in the bag until it is served.
  public var demand: Amount
  /// The room that what is picked up there takes in the bag from then on, up to the next reload or
  /// the end of the run; nil where nothing is.
  public var pickup: Amount?
  /// When service may start, in seconds of the day, in order and apart; empty means any time.
  public var timeWindows: [ClosedRange<Int32>]
  /// One bit per skill; a vehicle needs them all.
  public var requiredSkills: UInt64
  /// Urgency; 0 is the most urgent, and no number of later tiers outweighs an earlier one.
  public var tier: Int
  /// What is lost in its tier if it is left out; at least 1.
  public var weight: Int32
  /// The vehicles that may serve it, by index; nil means all.
  public var allowedVehicles: [Int]?
  /// The vehicles whose drivers know the place, by index; nil means all.
  public var familiarVehicles: [Int]?
  /// What it costs to let a vehicle serve it that is not in ``familiarVehicles``.
  public var strangerCost: Int32

  public init(
    location: Int, setupSeconds: Int32 = 0, serviceSeconds: Int32 = 0, demand: Amount = 1,
    pickup: Amount? = nil, timeWindows: [ClosedRange<Int32>] = [], requiredSkills: UInt64 = 0,
    tier: Int = 0,
    weight: Int32 = 1, allowedVehicles: [Int]? = nil, familiarVehicles: [Int]? = nil,
    strangerCost: Int32 = 0
  ) {
    self.location = location
    self.setupSeconds = setupSeconds
    self.serviceSeconds = serviceSeconds
    self.demand = demand
    self.pickup = pickup
    self.timeWindows = timeWindows
    self.requiredSkills = requiredSkills
    self.tier = tier
    self.weight = weight
    self.allowedVehicles = allowedVehicles
    self.familiarVehicles = familiarVehicles
    self.strangerCost = strangerCost
  }

  /// Whether anything is picked up there.
  var picksUp: Bool { pickup?.values.contains { $0 > 0 } ?? false }

  /// Returns what it costs extra to let `vehicle` serve it.
  func strangerCost(servedBy vehicle: Int) -> Int {
    familiarVehicles?.contains(vehicle) ?? true ? 0 : Int(strangerCost)
  }

  /// Returns the first moment from `ready` on at which service may start, or nil.
  func earliestStart(from ready: Int) -> Int? {
    if timeWindows.isEmpty { return ready }
    let window = timeWindows.first { Int($0.upperBound) >= ready }
    return window.map { max(ready, Int($0.lowerBound)) }
  }

  /// Returns the last moment up to `limit` at which service may start, or nil.
  func latestStart(upTo limit: Int) -> Int? {
    if timeWindows.isEmpty { return limit }
    let window = timeWindows.last { Int($0.lowerBound) <= limit }
    return window.map { min(limit, Int($0.upperBound)) }
  }
}
