public import Custody
public import Domain

/// A card that has not reached its resident, and since when it lies where it is.
public struct AgedCard: Hashable, Sendable {
  public let card: CardID
  public let status: CardCustody.Status
  /// Whoever has it, as people call it.
  public let holder: String
  /// The name of the resident's kelurahan or desa.
  public let village: String
  public let printedOn: CalendarDate
  /// The day of its last accepted event.
  public let since: CalendarDate
  public let attempts: Int
  public let lastFailure: FailureReason?

  public init(
    card: CardID, status: CardCustody.Status, holder: String, village: String,
    printedOn: CalendarDate, since: CalendarDate, attempts: Int = 0,
    lastFailure: FailureReason? = nil
  ) {
    self.card = card
    self.status = status
    self.holder = holder
    self.village = village
    self.printedOn = printedOn
    self.since = since
    self.attempts = attempts
    self.lastFailure = lastFailure
  }
}
