import Domain

/// What the books of an office hold of each thing that can be learnt, one value per case.
///
/// Only what happened within the history's period is a case; what happened before it still counts
/// for the state of a card, and what happened after it is not looked at.
struct HistorySamples: Sendable {
  /// A call at a door.
  struct Call: Sendable {
    var day: Int
    var hour: Int
    /// From 1, counted anew after a clerk cleared the card.
    var number: Int
    /// Index into ``OfficeHistory/reasons``; nil if the card was handed over.
    var reason: Int?
    var channel: Int
    /// Index into ``Scenario/places``.
    var place: Int?

    /// From 0 for Monday.
    var weekday: Int { CalendarDate(dayNumber: day).weekday - 1 }
  }

  /// A card that waited for its resident to come, from a day on.
  struct Stay: Sendable {
    var channel: Int
    var since: Int
    var fetched: Int?
    var returned: Int?
  }

  /// A card's outcome at a stop of a run.
  struct Outcome: Sendable {
    var run: RunID
    var stop: Int
    var seconds: Int
    var isDelivered: Bool
    var tookOldCard: Bool
    var channel: Int
  }

  /// A courier on a day.
  struct CourierDay: Hashable, Comparable, Sendable {
    var channel: Int
    var day: Int
    var courier: CourierID

    static func < (left: CourierDay, right: CourierDay) -> Bool {
      (left.channel, left.day, left.courier) < (right.channel, right.day, right.courier)
    }
  }

  let period: ClosedRange<Int>
  var calls: [Call] = []
  /// Days from a failed call to the next of the same card, by channel.
  var retryDays: [[Double]]
  /// Cards kept after calls.
  var holds: [Stay] = []
  /// Cards sent to village offices.
  var villageStays: [Stay] = []
  /// Cards that wait at the counter from the day of printing.
  var counterStays: [Stay] = []
  var outcomes: [Outcome] = []
  /// Cards given to residents on each day that a courier was out.
  var courierDays: [CourierDay: Int] = [:]
  var printDays: [Double] = []
  var handOverDays: [Double] = []
  /// From the hand-over to the first call, by channel.
  var firstCallDays: [[Double]]
  /// Every card printed by the end of the period, in order of number.
  var cards: [HistoryCard] = []
  var findings = HistoryFindings()

  init(_ history: OfficeHistory, _ scenario: Scenario) {
    period = history.period.lowerBound.dayNumber...history.period.upperBound.dayNumber
    retryDays = Array(repeating: [], count: scenario.delivery.channels.count)
    firstCallDays = retryDays
    var reader = HistoryReader(history, scenario)
    for card in history.cards { reader.read(card, into: &self) }
  }
}
