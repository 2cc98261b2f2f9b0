public import Domain

/// A card and what happened to it.
public struct HistoryCard: Hashable, Sendable {
  public var id: CardID
  public var desa: RegionCode
  public var kind: RequestKind
  public var urgency: Urgency
  public var requestedOn: CalendarDate
  public var printedOn: CalendarDate
  /// How it is meant to reach its resident.
  public var channel: Channel
  /// In the order in which the books hold them.
  public var events: [HistoryEvent]

  public init(
    id: CardID, desa: RegionCode, kind: RequestKind, urgency: Urgency = .normal,
    requestedOn: CalendarDate, printedOn: CalendarDate, channel: Channel = .door,
    events: [HistoryEvent] = []
  ) {
    self.id = id
    self.desa = desa
    self.kind = kind
    self.urgency = urgency
    self.requestedOn = requestedOn
    self.printedOn = printedOn
    self.channel = channel
    self.events = events
  }
}
