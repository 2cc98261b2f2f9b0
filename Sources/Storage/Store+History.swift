public import Domain
import GRDB

/// When a card was asked for and printed and where it belongs, without anything about its resident.
public struct CardDates: Hashable, Sendable {
  public let id: CardID
  public let desa: RegionCode
  public let request: RequestKind
  public let urgency: Urgency
  public let requestedOn: CalendarDate
  public let printedOn: CalendarDate
  public let channel: Channel
}

extension Store {
  /// The dates of every card, in order of number; those of erased residents too, since nothing here
  /// is about a person.
  public func cardDates() throws -> [CardDates] {
    try file.read { database in
      let query = """
        SELECT id, desa, request, urgency, requested_on, printed_on, channel FROM card ORDER BY id
        """
      return try database.all(query) { row in
        CardDates(
          id: try row.read("id"), desa: try row.read("desa"), request: try row.read("request"),
          urgency: try row.read("urgency"), requestedOn: try row.read("requested_on"),
          printedOn: try row.read("printed_on"), channel: try row.read("channel"))
      }
    }
  }
}
