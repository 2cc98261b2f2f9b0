public import Domain

/// The record of cards destroyed before witnesses (berita acara pemusnahan).
///
/// Source: circular of the Minister of Home Affairs 470.13/11176/SJ (13 December 2018): invalid or
/// damaged cards are recorded and burnt, each time with a record.
///
/// Invariant: at least one card, each once, and at least two witnesses.
public struct DestructionDocument: Hashable, Sendable {
  /// Why a card is destroyed.
  public enum Cause: String, CaseIterable, Sendable, Described {
    /// It was replaced and its resident gave it up.
    case replaced
    case damaged
    /// Its data is wrong.
    case wrongData
    case deceased
    case other

    public var phrase: Phrase {
      switch self {
      case .replaced: Phrase(id: "KTP lama yang diganti", en: "old card that was replaced")
      case .damaged: Phrase(id: "rusak", en: "damaged")
      case .wrongData: Phrase(id: "data salah", en: "wrong data")
      case .deceased: Phrase(id: "pemilik meninggal", en: "owner deceased")
      case .other: Phrase(id: "lainnya", en: "other")
      }
    }
  }

  public struct Entry: Hashable, Sendable {
    public let card: CardID
    public let cause: Cause

    public init(card: CardID, cause: Cause) {
      self.card = card
      self.cause = cause
    }
  }

  public let number: String
  public let date: CalendarDate
  public let place: String
  /// Whoever answers for the destruction.
  public let official: HandoverDocument.Party
  public let witnesses: [HandoverDocument.Party]
  /// By cause, then by number.
  public let entries: [Entry]
  public let proof: ProofReference?

  /// - Throws: ``DestructionDocumentError`` if no card, a card twice, or too few witnesses are named.
  public init(
    number: String, date: CalendarDate, place: String, official: HandoverDocument.Party,
    witnesses: [HandoverDocument.Party], entries: [Entry], proof: ProofReference? = nil
  ) throws(DestructionDocumentError) {
    guard !entries.isEmpty else { throw .noCards(number) }
    guard witnesses.count >= 2 else { throw .tooFewWitnesses(witnesses.count) }
    var seen: Set<CardID> = []
    for entry in entries where !seen.insert(entry.card).inserted {
      throw .repeatedCard(entry.card)
    }
    self.number = number
    self.date = date
    self.place = place
    self.official = official
    self.witnesses = witnesses
    let order = Dictionary(
      uniqueKeysWithValues: Cause.allCases.enumerated().map { ($0.element, $0.offset) })
    self.entries = entries.sorted {
      (order[$0.cause] ?? 0, $0.card) < (order[$1.cause] ?? 0, $1.card)
    }
    self.proof = proof
  }

  /// The record, with the list of cards as its annex.
  public func html(in language: Language) -> String {
    let markup = DestructionMarkup(document: self, language: language)
    return HTMLPage.text(
      title: "\(markup.title) \(number)", language: language, style: LetterStyle.sheet,
      body: markup.html)
  }
}

/// Why there is no record of a destruction.
public enum DestructionDocumentError: Error, Hashable, Described {
  case noCards(String)
  case tooFewWitnesses(Int)
  case repeatedCard(CardID)

  public var phrase: Phrase {
    switch self {
    case .noCards(let number):
      Phrase(
        id: "berita acara pemusnahan \(number) tidak memuat kartu; pilih kartu yang dimusnahkan",
        en: "destruction record \(number) holds no cards; choose the cards that are destroyed")
    case .tooFewWitnesses(let count):
      Phrase(
        id: "pemusnahan memerlukan paling sedikit dua saksi, disebut \(count); tambahkan saksi",
        en: "a destruction needs at least two witnesses, \(count) given; name more")
    case .repeatedCard(let card):
      Phrase(
        id: "kartu \(card) tercantum dua kali; hapus salah satu",
        en: "card \(card) is listed twice; remove one")
    }
  }
}
