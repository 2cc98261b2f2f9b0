public import Custody
public import Domain

/// A handover document (berita acara serah terima): which cards one party gives another.
///
/// Invariant: at least one card, no card twice, no empty bag.
public struct Handover: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// The office gives the bags of one organisation's couriers to the organisation.
    case toOrganisation = "to-organisation"
    /// The organisation, or the office itself, gives one courier the bags of their runs.
    case toCourier = "to-courier"
    /// The office gives cards outside any run to an organisation, such as a post, or to a village
    /// office that keeps them for their residents.
    case outsideRuns = "outside-runs"
  }

  /// The cards of one run.
  public struct Bag: Hashable, Sendable {
    public let run: RunID
    public let courier: CourierID
    /// As they were when the document was made.
    public let courierName: String
    public let organisation: String
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
  /// The cards that belong to no run, in order of number.
  public let cardsOutsideRuns: [CardID]
  /// The cards of the document that the taker did not find when it was signed, in order of number.
  public let missing: [CardID]

  /// All cards of the document, in the order in which it lists them.
  public var cards: [CardID] { bags.flatMap(\.cards) + cardsOutsideRuns }

  /// How many cards the taker must count.
  public var cardCount: Int { bags.reduce(cardsOutsideRuns.count) { $0 + $1.cards.count } }
}

/// A document that was signed, and what the taker counted.
public struct SignedHandover: Hashable, Sendable {
  public let handover: Handover
  public let count: Reconciliation
}
