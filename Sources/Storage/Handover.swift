public import Custody
public import Domain

/// A handover document (berita acara serah terima): which cards one party gives another.
///
/// Invariant: at least one bag, each with at least one card; no card twice.
public struct Handover: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// The office gives the bags of one organisation's couriers to the organisation.
    case toOrganisation = "to-organisation"
    /// The organisation, or the office itself, gives one courier the bags of their runs.
    case toCourier = "to-courier"
  }

  /// The cards of one run.
  public struct Bag: Hashable, Sendable {
    public let run: RunID
    public let courier: CourierID
    /// In order of number.
    public let cards: [CardID]
  }

  public enum State: Hashable, Sendable {
    case draft
    /// Custody has moved; the names are those under the document.
    case signed(at: Instant, giver: String, taker: String)
    /// A newer document lists the same run; this one will never be signed.
    case withdrawn(by: HandoverDocumentNumber)
  }

  public let number: HandoverDocumentNumber
  public let kind: Kind
  public let giver: Holder
  public let taker: Holder
  public let createdAt: Instant
  public let state: State
  /// In order of run.
  public let bags: [Bag]

  /// How many cards the taker must count.
  public var cardCount: Int { bags.reduce(0) { $0 + $1.cards.count } }
}
