public import Domain

/// How cards are told apart when it is asked who waits.
public enum WaitGroup: Hashable, Sendable {
  case everyone
  /// By index into ``Scenario/kecamatan``.
  case kecamatan(Int)
  /// By index into ``Scenario/places``.
  case place(Int)
  case kind(RequestKind)
  case urgency(Urgency)
  case age(AgeGroup)
  /// Told from the NIK rule; shown only where asked for.
  case sex(Sex)
  /// By index into ``Delivery/channels``.
  case channel(Int)
  /// Residents of places without signal.
  case withoutSignal
}

/// Ages as the registry office speaks of them.
public enum AgeGroup: String, CaseIterable, Hashable, Sendable {
  /// 17 years.
  case newlyObliged = "17"
  case young = "18-24"
  case adult = "25-59"
  case elderly = "60+"
}

/// Days from print ready (PRR) to the resident's hand, counted by group.
public struct WaitTable: Hashable, Sendable {
  /// The groups, each once, in the order of their histograms.
  public var groups: [WaitGroup]
  /// Cards that reached their resident, by days waited.
  public var reached: [WaitHistogram]
  /// Cards that had not when the period ended, by days waited so far.
  public var waiting: [WaitHistogram]
  /// Cards that reached their resident within ``Goals/promiseDays``, by group.
  public var withinPromise: [Int]

  public init(groups: [WaitGroup]) {
    self.groups = groups
    reached = Array(repeating: WaitHistogram(), count: groups.count)
    waiting = reached
    withinPromise = Array(repeating: 0, count: groups.count)
  }

  public subscript(group: WaitGroup) -> (reached: WaitHistogram, waiting: WaitHistogram)? {
    groups.firstIndex(of: group).map { (reached[$0], waiting[$0]) }
  }
}

/// Counts by whole days waited: exactly up to 119 days, by weeks up to two years, and beyond.
public struct WaitHistogram: Hashable, Sendable {
  static let exactDays = 120
  static let weeks = 87
  static let binCount = exactDays + weeks + 1

  public private(set) var counts: [Int32] = Array(repeating: 0, count: binCount)
  public private(set) var total = 0

  public init() {}

  /// Takes over one count per bin.
  init(_ counts: ArraySlice<Int32>) {
    precondition(counts.count == Self.binCount, "\(counts.count) bins")
    self.counts = Array(counts)
    total = counts.reduce(0) { $0 + Int($1) }
  }

  public mutating func add(days: Int, cards: Int = 1) {
    counts[Self.bin(of: days)] += Int32(cards)
    total += cards
  }

  public mutating func add(_ other: WaitHistogram) {
    for bin in counts.indices { counts[bin] += other.counts[bin] }
    total += other.total
  }

  /// The fewest days that at least `share` of the counted cards waited at most; nil if there are
  /// none. Beyond 119 days the last day of the week.
  public func quantile(_ share: Double) -> Int? {
    guard total > 0 else { return nil }
    var remaining = (share * Double(total)).rounded(.up)
    for bin in counts.indices {
      remaining -= Double(counts[bin])
      if remaining <= 0 { return Self.lastDay(of: bin) }
    }
    return Self.lastDay(of: counts.count - 1)
  }

  /// The number of cards in the bins that end by `days`.
  public func cards(withinDays days: Int) -> Int {
    counts.indices.prefix { Self.lastDay(of: $0) <= days }.reduce(0) { $0 + Int(counts[$1]) }
  }

  static func bin(of days: Int) -> Int {
    if days < exactDays { return max(0, days) }
    return min(binCount - 1, exactDays + (days - exactDays) / 7)
  }

  static func lastDay(of bin: Int) -> Int {
    bin < exactDays ? bin : exactDays + (bin - exactDays) * 7 + 6
  }
}
