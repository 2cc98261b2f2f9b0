public import Custody
public import Domain

/// Everything the office has about one resident (UU 27/2022 articles 7 and 32).
public struct SubjectRecord: Hashable, Sendable {
  /// One card with all that is recorded of it.
  public struct CardStory: Hashable, Sendable {
    public let record: CardRecord
    /// The accepted events, the oldest first.
    public let entries: [LedgerEntry]
    /// The personal content kept beside them, in the same order; of some events there is none.
    public let details: [Detail]
    /// The runs that were to bring it, superseded ones too, the oldest first.
    public let runs: [RunID]
    /// What a post reported on its way.
    public let postEvents: [PostEvent]
  }

  /// The personal content of one event.
  public struct Detail: Hashable, Sendable {
    /// The place of the event's entry in the log.
    public let place: Int
    public let time: Instant
    public let content: EventDetail
  }

  public let resident: Resident
  /// In order of number.
  public let cards: [CardStory]
  /// Who read data of the cards, the oldest first.
  public let accesses: [AccessRecord]
}

/// One look at personal data, as the journal has it.
public struct AccessRecord: Hashable, Sendable {
  /// Its place in the journal, from 1.
  public let place: Int
  public let time: Instant
  public let by: String
  public let purpose: Access.Purpose
  public let note: String?
  /// How many cards' data were read at once.
  public let cardCount: Int
  /// Which, where they were few.
  public let cards: [CardID]
}

/// On what ground a resident's data are erased.
public enum ErasureBasis: String, CaseIterable, Sendable, Described {
  /// The resident asked for it (UU 27/2022 article 43).
  case request
  /// They are no longer needed or the time for keeping them is over (article 42).
  case retentionEnded = "retention-ended"
  /// A court or the authority ordered it.
  case order

  public var phrase: Phrase {
    switch self {
    case .request: Phrase(id: "permintaan penduduk", en: "the resident's request")
    case .retentionEnded: Phrase(id: "masa simpan berakhir", en: "end of retention")
    case .order: Phrase(id: "perintah yang berwenang", en: "order of an authority")
    }
  }
}

/// What an erasure took away, and what it had to leave.
public struct SubjectErasure: Hashable, Sendable {
  /// In order of number.
  public let erased: [CardID]
  /// Cards still on their way to the resident, which could not be brought without the data.
  public let kept: [CardCustody]
  /// How many personal contents of events went with the cards.
  public let details: Int
}
