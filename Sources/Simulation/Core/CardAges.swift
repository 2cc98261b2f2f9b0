/// How long cards have waited: those inside by the day on which they became print ready, and those
/// that reached their resident lately by their whole days of waiting.
///
/// Counted as cards come and go, so that no evening has to look at every card. The ages of an evening
/// are exact, since it is the last second of its day: whoever became ready on day `d` has waited for
/// as many whole days as there are days since `d`.
struct CardAges: Sendable {
  /// Days before the first day on which a card may have become ready at the earliest.
  static let longestBefore = 20_000

  /// Cards inside by the day on which they became ready, ``longestBefore`` first.
  private var inside: [Int32]
  private(set) var insideCount = 0
  /// No card inside became ready before this place of ``inside``.
  private var oldest: Int
  /// Cards that reached their resident since the last evening, by whole days waited.
  private var arrived: [Int32]
  private var arrivedCount = 0
  /// The fewest and the most days that one of them waited.
  private var fewestDays = Int.max
  private var mostDays = 0

  /// The median and the 95 % quantile, in whole days.
  struct Quantiles: Hashable, Sendable {
    var median = 0
    var ninetyFifth = 0
  }

  /// Of the cards that arrived on the last day on which any did; zero before.
  private(set) var ofArrived = Quantiles()

  init(dayCount: Int) {
    inside = Array(repeating: 0, count: Self.longestBefore + dayCount + 1)
    arrived = inside
    oldest = inside.count
  }

  /// Counts a card that became print ready at `readyAt`.
  mutating func enter(readyAt: Int32) {
    let day = Self.place(of: readyAt)
    inside[day] += 1
    insideCount += 1
    if day < oldest { oldest = day }
  }

  /// Counts out a card that came back.
  mutating func leave(readyAt: Int32) {
    let day = Self.place(of: readyAt)
    inside[day] -= 1
    insideCount -= 1
    assert(inside[day] >= 0, "a card left that had not come in")
  }

  /// Counts out a card that reached its resident at `now`.
  mutating func arrive(readyAt: Int32, now: Int32) {
    leave(readyAt: readyAt)
    let days = wholeDays(from: readyAt, to: now)
    arrived[days] += 1
    arrivedCount += 1
    fewestDays = min(fewestDays, days)
    mostDays = max(mostDays, days)
  }

  /// Ends a day: returns the ages of the cards inside, zero where there are none, and takes the day's
  /// arrivals into ``ofArrived``.
  ///
  /// - Complexity: O(days between the oldest card and the youngest).
  mutating func close(day: Int) -> Quantiles {
    if arrivedCount > 0 {
      ofArrived = Quantiles(median: arrivedDays(50), ninetyFifth: arrivedDays(95))
      for days in fewestDays...mostDays { arrived[days] = 0 }
      (arrivedCount, fewestDays, mostDays) = (0, .max, 0)
    }
    guard insideCount > 0 else { return Quantiles() }
    while inside[oldest] == 0 { oldest += 1 }
    let today = Self.longestBefore + day
    return Quantiles(
      median: today - place(olderThan: 50), ninetyFifth: today - place(olderThan: 95))
  }

  /// The fewest days that `percent` of the day's arrivals waited at most.
  private func arrivedDays(_ percent: Int) -> Int {
    var missing = Self.rank(percent, of: arrivedCount)
    for days in fewestDays...mostDays {
      missing -= Int(arrived[days])
      if missing <= 0 { return days }
    }
    return mostDays
  }

  /// The place of the card that `percent` of the cards inside, itself included, are no older than.
  private func place(olderThan percent: Int) -> Int {
    // From the oldest on, as there are far fewer cards to pass for the high quantile.
    var passing = insideCount - Self.rank(percent, of: insideCount) + 1
    var day = oldest
    while true {
      passing -= Int(inside[day])
      if passing <= 0 { return day }
      day += 1
    }
  }

  /// The number of cards that make up `percent` of them, rounded up.
  private static func rank(_ percent: Int, of count: Int) -> Int { (count * percent + 99) / 100 }

  private static func place(of readyAt: Int32) -> Int {
    (Int(readyAt) + longestBefore * 86_400) / 86_400
  }
}
