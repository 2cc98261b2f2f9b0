public import Domain

/// What is asked of a plan.
public struct PlanOptions: Sendable {
  /// Fixes every random choice: same input and seed, same plan.
  public var seed: UInt64
  /// How long to look for shorter runs: steps of the search for each stop; see ``Effort``.
  public var stepsPerStop: Int
  /// Searches this long in place of a number of steps. The plan then depends on the machine;
  /// without a limit it does not.
  public var timeLimit: Duration?
  /// Kecamatan solved at the same time; no effect on the plan.
  public var threads: Int
  /// Whether a run may serve several kecamatan.
  public var crossesKecamatan: Bool
  /// The kecamatan to plan; nothing means all.
  public var kecamatan: Set<RegionCode>?
  /// When a card's resident can be met, in any order; a card without an entry has no limits.
  public var hours: [CardID: [ClosedRange<TimeOfDay>]]

  public init(
    seed: UInt64 = 1, stepsPerStop: Int = Effort.normal.stepsPerStop, timeLimit: Duration? = nil,
    threads: Int = 1,
    crossesKecamatan: Bool = false, kecamatan: Set<RegionCode>? = nil,
    hours: [CardID: [ClosedRange<TimeOfDay>]] = [:]
  ) {
    self.seed = seed
    self.stepsPerStop = stepsPerStop
    self.timeLimit = timeLimit
    self.threads = threads
    self.crossesKecamatan = crossesKecamatan
    self.kecamatan = kecamatan
    self.hours = hours
  }

  /// Whether `card` is to be planned: meant for the door, and in a kecamatan asked for.
  public func asksFor(_ card: Card) -> Bool {
    guard card.channel == .door else { return false }
    guard let kecamatan else { return true }
    return card.resident.address.desa.kecamatan.map(kecamatan.contains) ?? false
  }
}
