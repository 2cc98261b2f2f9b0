public import Geometry

/// One day's work: who carries which card to which door in which order, and what stays behind.
///
/// Invariant, kept by the checker in `Planning`: every card that was asked for is in exactly one
/// run or left out with a reason per courier.
public struct Plan: Hashable, Sendable {
  public let id: PlanID
  public let date: CalendarDate
  public let seed: UInt64
  /// Runs in order of kecamatan and courier.
  public let runs: [Run]
  /// Cards that are in no run, in order of identifier.
  public let leftOut: [LeftOutCard]

  public init(
    id: PlanID, date: CalendarDate, seed: UInt64, runs: [Run], leftOut: [LeftOutCard]
  ) {
    self.id = id
    self.date = date
    self.seed = seed
    self.runs = runs
    self.leftOut = leftOut
  }

  public var cardCount: Int { runs.reduce(0) { $0 + $1.cardCount } }
  public var stopCount: Int { runs.reduce(0) { $0 + $1.stops.count } }
}

/// `2017-07-27-1`: the day and how many plans that day has seen.
public struct PlanID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let date: CalendarDate
  public let version: Int

  public init(date: CalendarDate, version: Int) {
    self.date = date
    self.version = version
  }

  /// Reads what ``description`` writes.
  public init?(_ text: some StringProtocol) {
    guard let dash = text.lastIndex(of: "-"), let date = CalendarDate(text[..<dash]),
      let version = Int(text[text.index(after: dash)...]), version >= 1
    else { return nil }
    self.init(date: date, version: version)
  }

  public var description: String { "\(date)-\(version)" }

  public static func < (left: PlanID, right: PlanID) -> Bool {
    (left.date, left.version) < (right.date, right.version)
  }
}

/// `R-20170727-1-042`: a run of one plan, short enough to read out over a radio.
public struct RunID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let plan: PlanID
  public let number: Int

  public init(plan: PlanID, number: Int) {
    self.plan = plan
    self.number = number
  }

  /// Reads what ``description`` writes, in any case.
  public init?(_ text: some StringProtocol) {
    // Generic code is slow from another module, and every event of a courier names a run.
    self.init(bytes: Array(text.utf8))
  }

  private init?(bytes: [UInt8]) {
    let dash = UInt8(ascii: "-")
    var scanner = NumberScanner(bytes)
    guard scanner.accept(UInt8(ascii: "R")) || scanner.accept(UInt8(ascii: "r")),
      scanner.accept(dash), let day = scanner.number(digits: 8...8)?.value,
      scanner.accept(dash), let version = scanner.number()?.value, version >= 1,
      scanner.accept(dash), let number = scanner.number()?.value, number >= 1, scanner.isAtEnd,
      let date = CalendarDate(year: day / 10_000, month: day / 100 % 100, day: day % 100)
    else { return nil }
    self.init(plan: PlanID(date: date, version: version), number: number)
  }

  public var description: String {
    let dash = UInt8(ascii: "-")
    var text = [UInt8(ascii: "R"), dash]
    text.reserveCapacity(24)
    text.append(plan.date.year, paddedTo: 4)
    text.append(plan.date.month, paddedTo: 2)
    text.append(plan.date.day, paddedTo: 2)
    text.append(dash)
    text.append(plan.version, paddedTo: 1)
    text.append(dash)
    text.append(number, paddedTo: 3)
    return String(decoding: text, as: UTF8.self)
  }

  public static func < (left: RunID, right: RunID) -> Bool {
    (left.plan, left.number) < (right.plan, right.number)
  }
}

/// One courier's round on one day: from the base, past the stops in order, and back.
///
/// A run to an island has crossings. Where its last crossing leaves on a later day, the courier
/// stays overnight: ``returns`` is then when the day's work ends at the island's pier, and the way
/// back is no part of ``travel`` and ``distance``.
public struct Run: Hashable, Sendable {
  public let id: RunID
  public let courier: CourierID
  /// The kecamatan served; nothing when the plan was allowed to cross borders.
  public let kecamatan: RegionCode?
  public let leaves: TimeOfDay
  public let returns: TimeOfDay
  /// When the break starts; nothing if the run needs none.
  public let restStarts: TimeOfDay?
  /// Time on roads and paths; crossings are not counted.
  public let travel: Duration
  /// Length of the way on roads and paths; crossings are not counted.
  public let distance: Metres
  public let stops: [Stop]
  /// In order; empty for a run that stays on one land.
  public let crossings: [Crossing]

  public init(
    id: RunID, courier: CourierID, kecamatan: RegionCode?, leaves: TimeOfDay, returns: TimeOfDay,
    restStarts: TimeOfDay?, travel: Duration, distance: Metres, stops: [Stop],
    crossings: [Crossing] = []
  ) {
    self.id = id
    self.courier = courier
    self.kecamatan = kecamatan
    self.leaves = leaves
    self.returns = returns
    self.restStarts = restStarts
    self.travel = travel
    self.distance = distance
    self.stops = stops
    self.crossings = crossings
  }

  /// The day the courier is back, when that is not the day of the run.
  public var overnightUntil: CalendarDate? {
    guard let last = crossings.last, last.daysLater > 0 else { return nil }
    return id.plan.date.adding(days: last.daysLater)
  }

  public var cards: [CardID] { stops.flatMap(\.cards) }
  public var cardCount: Int { stops.reduce(0) { $0 + $1.cards.count } }
}

/// One door on a run: one set-up, then each card in turn.
public struct Stop: Hashable, Sendable {
  /// Place in the run, from 1.
  public let number: Int
  public let location: Location
  public let desa: RegionCode
  public let arrives: TimeOfDay
  /// When the first card is handed over, after any wait.
  public let starts: TimeOfDay
  public let departs: TimeOfDay
  /// The cards for this door in order of identifier; at least one.
  public let cards: [CardID]

  public init(
    number: Int, location: Location, desa: RegionCode, arrives: TimeOfDay, starts: TimeOfDay,
    departs: TimeOfDay, cards: [CardID]
  ) {
    self.number = number
    self.location = location
    self.desa = desa
    self.arrives = arrives
    self.starts = starts
    self.departs = departs
    self.cards = cards
  }
}

/// A card in no run, with what each courier who serves its kecamatan lacked.
public struct LeftOutCard: Hashable, Sendable {
  public let card: CardID
  /// In order of courier; empty where no courier serves the kecamatan at all.
  public let refusals: [CourierRefusal]
  /// What would bring the card into a run.
  public let remedy: Phrase

  public init(card: CardID, refusals: [CourierRefusal], remedy: Phrase) {
    self.card = card
    self.refusals = refusals
    self.remedy = remedy
  }
}

/// Why one courier could not take one card.
public struct CourierRefusal: Hashable, Sendable {
  public let courier: CourierID
  public let reason: LeftOutReason

  public init(courier: CourierID, reason: LeftOutReason) {
    self.courier = courier
    self.reason = reason
  }
}

/// The constraint that kept a stop out of a courier's run.
///
/// Raw values are the reason codes of the vrp "pragmatic" format, which clients already know, and in
/// the same manner those that only roads and boats give.
public enum LeftOutReason: String, CaseIterable, Sendable, Described {
  case area = "AREA_CONSTRAINT"
  case skill = "SKILL_CONSTRAINT"
  case capacity = "CAPACITY_CONSTRAINT"
  case stopCount = "TOUR_SIZE_CONSTRAINT"
  case shift = "MAX_DURATION_CONSTRAINT"
  case timeWindow = "TIME_WINDOW_CONSTRAINT"
  case rest = "BREAK_CONSTRAINT"
  case unreachable = "REACHABLE_CONSTRAINT"
  case farFromRoad = "FAR_FROM_ROAD"
  case noSailing = "NO_SAILING"
  case noSailingBack = "NO_SAILING_BACK_BEFORE_SHIFT_END"

  public var phrase: Phrase {
    switch self {
    case .area:
      Phrase(
        id: "petugas dikirim ke kecamatan lain hari itu",
        en: "was sent to another kecamatan that day")
    case .skill:
      Phrase(id: "petugas tidak punya keahlian yang perlu", en: "lacks a skill the stop needs")
    case .capacity: Phrase(id: "tas petugas sudah penuh", en: "the bag is full")
    case .stopCount:
      Phrase(id: "jumlah alamat sudah mencapai batas", en: "the limit of stops is reached")
    case .shift: Phrase(id: "jam kerja tidak cukup", en: "the shift is too short")
    case .timeWindow:
      Phrase(id: "jam terima penghuni tidak cocok", en: "the hours at the door do not fit")
    case .rest:
      Phrase(id: "istirahat tidak bisa ditempatkan", en: "the break cannot be placed")
    case .unreachable: Phrase(id: "tidak terjangkau dari pangkalan", en: "cannot be reached")
    case .farFromRoad: Phrase(id: "jauh dari jalan mana pun", en: "lies far from any road")
    case .noSailing:
      Phrase(
        id: "tidak ada pelayaran ke pulau itu pada hari itu",
        en: "no boat sails to the island that day")
    case .noSailingBack:
      Phrase(
        id: "tidak ada pelayaran kembali sebelum jam kerja berakhir",
        en: "no boat is back before the shift ends")
    }
  }
}
