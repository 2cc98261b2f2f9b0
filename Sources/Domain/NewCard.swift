/// A printed card as a row of a file describes it: valid in itself, perhaps not yet numbered.
public struct NewCard: Hashable, Sendable {
  /// The line of the file on which the row starts, from 1.
  public let row: Int
  /// The number the file gives the card; nothing if one is still to be minted.
  public let id: CardID?
  public let resident: Resident
  public let request: RequestKind
  public let urgency: Urgency
  public let requestedOn: CalendarDate
  public let printedOn: CalendarDate
  public let channel: Channel
  public let location: Location

  public init(
    row: Int, id: CardID?, resident: Resident, request: RequestKind, urgency: Urgency,
    requestedOn: CalendarDate, printedOn: CalendarDate, channel: Channel, location: Location
  ) {
    self.row = row
    self.id = id
    self.resident = resident
    self.request = request
    self.urgency = urgency
    self.requestedOn = requestedOn
    self.printedOn = printedOn
    self.channel = channel
    self.location = location
  }

  /// The card under the number `id`, which the caller minted where the row has none.
  public func card(numbered id: CardID) -> Card {
    Card(
      id: id, resident: resident, request: request, urgency: urgency, requestedOn: requestedOn,
      printedOn: printedOn, channel: channel, location: location)
  }
}
