public import Domain

/// What an office's own books tell of its cards and runs, as plain values.
///
/// It names cards by their opaque numbers and nobody by name: no name, NIK or address is needed to
/// learn from it.
public struct OfficeHistory: Hashable, Sendable {
  /// The clocks by which days begin and end.
  public var zone: TimeZoneOffset
  /// The days that are looked at, both inclusive; what happened later is not known.
  public var period: ClosedRange<CalendarDate>
  /// In order of number, each once.
  public var cards: [HistoryCard]
  /// Runs that were planned, for the time that riding between their stops should take.
  public var runs: [HistoryRun]
  /// Every reason that a failed call names.
  public var reasons: [HistoryReason]
  /// Which organisation each courier belongs to.
  public var couriers: [HistoryCourier]

  public init(
    zone: TimeZoneOffset, period: ClosedRange<CalendarDate>, cards: [HistoryCard],
    runs: [HistoryRun] = [], reasons: [HistoryReason] = [], couriers: [HistoryCourier] = []
  ) {
    self.zone = zone
    self.period = period
    self.cards = cards
    self.runs = runs
    self.reasons = reasons
    self.couriers = couriers
  }

  /// The same books with other days looked at.
  public func during(_ period: ClosedRange<CalendarDate>) -> OfficeHistory {
    var history = self
    history.period = period
    return history
  }

  /// The first and the last day of which the books tell anything, whatever ``period`` is; nil for
  /// empty books.
  ///
  /// It begins with the first printing: of cards asked for earlier, those printed before the books
  /// were opened are missing.
  public var span: ClosedRange<CalendarDate>? {
    guard let first = cards.map(\.printedOn).min() else { return nil }
    let last = cards.lazy.map { card in
      max(card.printedOn, card.events.last?.time.date(in: zone) ?? card.printedOn)
    }.max()
    return first...max(first, last ?? first)
  }
}
