public import Domain

/// How printed cards reach residents.
public struct Delivery: Hashable, Sendable {
  public var channels: [DeliveryChannel]
  /// Tried in order: the first rule that takes a card says which channels it may go by.
  public var rules: [ChannelRule]
  public var runs: RunModel

  public init(
    channels: [DeliveryChannel] = [], rules: [ChannelRule] = [], runs: RunModel = .estimate
  ) {
    self.channels = channels
    self.rules = rules
    self.runs = runs
  }
}

/// How the length of a day's runs is found.
public enum RunModel: String, CaseIterable, Hashable, Sendable {
  /// By the formula of Beardwood, Halton and Hammersley, calibrated for each kecamatan.
  case estimate
  /// By the planner itself, on invented doors.
  case planner
}

/// Which share of some cards goes by which channel.
public struct ChannelRule: Hashable, Sendable {
  /// Indices into ``Scenario/kecamatan``; empty means all.
  public var kecamatan: [Int]
  /// Empty means all.
  public var kinds: [RequestKind]
  /// Only places without signal, or only islands, or all.
  public var onlyWithoutSignal: Bool
  public var onlyIslands: Bool
  /// One weight per channel of ``Delivery/channels``, not all zero; they need not sum to one.
  public var weights: [Double]

  public init(
    kecamatan: [Int] = [], kinds: [RequestKind] = [], onlyWithoutSignal: Bool = false,
    onlyIslands: Bool = false, weights: [Double]
  ) {
    self.kecamatan = kecamatan
    self.kinds = kinds
    self.onlyWithoutSignal = onlyWithoutSignal
    self.onlyIslands = onlyIslands
    self.weights = weights
  }
}

/// One way from the office to the resident.
public struct DeliveryChannel: Hashable, Sendable {
  public enum Means: Hashable, Sendable {
    case door(DoorService)
    /// Left at the village office, from where the resident or the RT head fetches it.
    case village(VillageService)
    /// Fetched at a counter of the registry office.
    case counter(CounterService)
  }

  public var name: String
  public var title: Phrase
  public var means: Means
  /// The first day on which cards are handed over to it; nil: from the start.
  public var from: CalendarDate?
  /// Days of the week on which cards are handed over to it (BAST), in order.
  public var handoverDays: [Weekday]

  public init(
    name: String, title: Phrase, means: Means, from: CalendarDate? = nil,
    handoverDays: [Weekday] = [.monday, .tuesday, .wednesday, .thursday, .friday]
  ) {
    self.name = name
    self.title = title
    self.means = means
    self.from = from
    self.handoverDays = handoverDays
  }
}

/// Couriers who go from door to door: Satpol PP, the post, staff.
public struct DoorService: Hashable, Sendable {
  public var couriers: Int
  public var hours: WorkingHours
  /// Rest within the hours, in minutes.
  public var restMinutes: Int
  /// Cards a courier carries at most on one day.
  public var bagCards: Int
  /// Days from the hand-over to the first attempt, for the sorting of the post; 0: same day.
  public var transitDays: Spread
  /// Cards that share a door on average, at least 1.
  public var cardsPerDoor: Double
  /// Time at the door for a card, in minutes; parking and finding the door, once each door.
  public var minutesAtDoor: Spread
  public var setupMinutes: Double
  /// More for an old card taken in exchange, in minutes.
  public var oldCardMinutes: Double
  public var attempts: Attempts
  /// Boats to the islands; without boats islands are not reached.
  public var boats: Boats?

  public init(
    couriers: Int, hours: WorkingHours, restMinutes: Int = 60, bagCards: Int = 100,
    transitDays: Spread = .fixed(0), cardsPerDoor: Double = 1,
    minutesAtDoor: Spread = .logNormal(median: 3, ninetieth: 7), setupMinutes: Double = 1,
    oldCardMinutes: Double = 1.5, attempts: Attempts = Attempts(), boats: Boats? = nil
  ) {
    self.couriers = couriers
    self.hours = hours
    self.restMinutes = restMinutes
    self.bagCards = bagCards
    self.transitDays = transitDays
    self.cardsPerDoor = cardsPerDoor
    self.minutesAtDoor = minutesAtDoor
    self.setupMinutes = setupMinutes
    self.oldCardMinutes = oldCardMinutes
    self.attempts = attempts
    self.boats = boats
  }
}

/// Boats and their crews of couriers.
public struct Boats: Hashable, Sendable {
  public var count: Int
  /// Days of the week they sail, in order.
  public var days: [Weekday]
  /// Cards that one trip brings to doors at most.
  public var cardsPerTrip: Int
  /// Working days a trip takes.
  public var tripDays: Int
  /// Share of days on which the sea is too high, 0 to 1.
  public var roughSeaShare: Double

  public init(
    count: Int, days: [Weekday], cardsPerTrip: Int, tripDays: Int = 1, roughSeaShare: Double = 0
  ) {
    self.count = count
    self.days = days
    self.cardsPerTrip = cardsPerTrip
    self.tripDays = tripDays
    self.roughSeaShare = roughSeaShare
  }
}

/// Whether a call at a door succeeds, and what happens when it does not.
public struct Attempts: Hashable, Sendable {
  /// Why a call fails, and what follows.
  public struct Failure: Hashable, Sendable {
    public var name: String
    public var title: Phrase
    /// Share among the failures, 0 to 1; all failures sum to one.
    public var share: Double
    /// Whether trying again makes sense; otherwise the card goes back to the office.
    public var allowsRetry: Bool

    public init(name: String, title: Phrase, share: Double, allowsRetry: Bool) {
      self.name = name
      self.title = title
      self.share = share
      self.allowsRetry = allowsRetry
    }
  }

  /// Calls at most; then the card is held.
  public var maximum: Int
  /// Share of first calls that fail, 0 to 1.
  public var firstFailureShare: Double
  /// Share of later calls that fail, 0 to 1.
  public var laterFailureShare: Double
  /// Times the failure share by hour of the day, from midnight; 24 values, mean of working hours
  /// about 1.
  public var hourFactors: [Double]
  /// Times the failure share by day of the week, Monday first; 7 values.
  public var weekdayFactors: [Double]
  public var failures: [Failure]
  /// Days until the next call.
  public var retryDays: Int
  /// Days a card is held for its resident after the last call (30 at the post office).
  public var holdDays: Int
  /// Share of held cards that are fetched in time, 0 to 1; fetched on any day equally likely.
  public var fetchedShare: Double

  public init(
    maximum: Int = 2, firstFailureShare: Double = 0.2, laterFailureShare: Double = 0.4,
    hourFactors: [Double] = Array(repeating: 1, count: 24),
    weekdayFactors: [Double] = Array(repeating: 1, count: 7), failures: [Failure] = Failure.usual,
    retryDays: Int = 1, holdDays: Int = 30, fetchedShare: Double = 0.5
  ) {
    self.maximum = maximum
    self.firstFailureShare = firstFailureShare
    self.laterFailureShare = laterFailureShare
    self.hourFactors = hourFactors
    self.weekdayFactors = weekdayFactors
    self.failures = failures
    self.retryDays = retryDays
    self.holdDays = holdDays
    self.fetchedShare = fetchedShare
  }
}

extension Attempts.Failure {
  /// Not home 60 %, address 20 %, moved 12 %, refused 5 %, deceased 1 %, other 2 %.
  ///
  /// Source: Ninja Xpress 2021 (bisnis.com 1451953) and assumption.
  public static let usual = [
    Attempts.Failure(
      name: "NOT_HOME", title: Phrase(id: "penghuni tidak di tempat", en: "nobody at home"),
      share: 0.6, allowsRetry: true),
    Attempts.Failure(
      name: "ADDR_NOT_FOUND", title: Phrase(id: "alamat tidak ditemukan", en: "address not found"),
      share: 0.2, allowsRetry: false),
    Attempts.Failure(
      name: "MOVED", title: Phrase(id: "pindah", en: "moved"), share: 0.12, allowsRetry: false),
    Attempts.Failure(
      name: "OLD_CARD_MISSING",
      title: Phrase(id: "KTP lama tidak diserahkan", en: "old card not surrendered"), share: 0.05,
      allowsRetry: true),
    Attempts.Failure(
      name: "DECEASED", title: Phrase(id: "meninggal", en: "deceased"), share: 0.01,
      allowsRetry: false),
    Attempts.Failure(
      name: "OTHER", title: Phrase(id: "lain-lain", en: "other"), share: 0.02, allowsRetry: true),
  ]
}

/// Cards left at the village office.
public struct VillageService: Hashable, Sendable {
  /// Days from the hand-over to the village office.
  public var transitDays: Spread
  /// Days a resident takes to fetch the card.
  public var fetchDays: Spread
  /// Share that is never fetched and goes back, 0 to 1.
  public var neverFetchedShare: Double
  /// Days after which a card that nobody fetched goes back.
  public var returnAfterDays: Int

  public init(
    transitDays: Spread = .fixed(1), fetchDays: Spread = .exponential(mean: 7),
    neverFetchedShare: Double = 0.1, returnAfterDays: Int = 90
  ) {
    self.transitDays = transitDays
    self.fetchDays = fetchDays
    self.neverFetchedShare = neverFetchedShare
    self.returnAfterDays = returnAfterDays
  }
}

/// Cards fetched at the registry office, one resident at a time at each counter.
public struct CounterService: Hashable, Sendable {
  public var counters: Int
  public var minutesPerCard: Spread
  /// Days until the resident comes.
  public var fetchDays: Spread
  /// Share that is never fetched, 0 to 1.
  public var neverFetchedShare: Double
  /// Days after which a card whose resident has not come is put away for good.
  public var returnAfterDays: Int

  public init(
    counters: Int = 1, minutesPerCard: Spread = .exponential(mean: 3),
    fetchDays: Spread = .exponential(mean: 10), neverFetchedShare: Double = 0.1,
    returnAfterDays: Int = 90
  ) {
    self.counters = counters
    self.minutesPerCard = minutesPerCard
    self.fetchDays = fetchDays
    self.neverFetchedShare = neverFetchedShare
    self.returnAfterDays = returnAfterDays
  }
}
