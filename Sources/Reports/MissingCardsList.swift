public import Domain

/// The cards that a count did not find, with whoever had them last: a list to search by.
public struct MissingCardsList: Hashable, Sendable {
  public struct Missing: Hashable, Sendable {
    public let card: CardID
    /// Whoever the ledger says has it, as people call them.
    public let holder: String
    /// The last time anybody recorded the card before it was missed.
    public let lastSeen: Instant
    public let missedAt: Instant
    /// Whoever counted.
    public let countedBy: String
    /// The name of the resident's kelurahan or desa.
    public let village: String

    public init(
      card: CardID, holder: String, lastSeen: Instant, missedAt: Instant, countedBy: String,
      village: String
    ) {
      self.card = card
      self.holder = holder
      self.lastSeen = lastSeen
      self.missedAt = missedAt
      self.countedBy = countedBy
      self.village = village
    }
  }

  public let office: String
  public let now: Instant
  public let zone: TimeZoneOffset
  /// Those missed first come first, then by number.
  public let cards: [Missing]

  public init(office: String, now: Instant, zone: TimeZoneOffset, cards: [Missing]) {
    self.office = office
    self.now = now
    self.zone = zone
    self.cards = cards.sorted { ($0.missedAt, $0.card) < ($1.missedAt, $1.card) }
  }

  public func text(in language: Language, width: Int? = nil, colour: Bool = false) -> String {
    guard !cards.isEmpty else { return Self.none.text(in: language) + "\n" }
    return table(in: language).text(width: width, colour: colour)
  }

  public func html(in language: Language) -> String {
    ListPage(
      title: Phrase(id: "Kartu yang tidak ditemukan", en: "Missing cards").text(in: language),
      office: office, lines: [now.date(in: zone).text(in: language)],
      sections: cards.isEmpty
        ? [.text(Self.none.text(in: language))] : [.table(heading: nil, table(in: language))],
      notes: cards.isEmpty ? [] : Self.advice.map { $0.text(in: language) },
      signatures: cards.isEmpty ? [] : [Self.searcher.text(in: language)], isWide: true
    ).text(in: language)
  }

  public func csv(in language: Language) -> String {
    CSVText(
      header: titles(in: language),
      rows: cards.map { card in
        [
          card.card.description, card.holder, card.lastSeen.text(in: zone),
          card.missedAt.text(in: zone), card.countedBy, card.village,
        ]
      }
    ).text()
  }

  private static let none = Phrase(
    id: "Tidak ada kartu yang hilang.", en: "No card is missing.")

  private static let searcher = Phrase(id: "Dicari oleh", en: "Searched by")

  private static let advice = [
    Phrase(
      id: "Cari pada pemegang yang disebut, lalu pada tas rute hari itu. Kartu yang ditemukan "
        + "dicatat dengan dipindai; catatan lama tetap ada.",
      en: "Search with the holder named, then in the bags of that day's runs. A card that turns up "
        + "is recorded by scanning it; the earlier record stays."),
    Phrase(
      id: "Kartu yang tidak ditemukan dalam 3 hari dilaporkan kepada kepala dinas: kartu yang "
        + "hilang dapat disalahgunakan.",
      en:
        "Report a card that is not found within 3 days to the head of the office: a lost card can "
        + "be misused."),
  ]

  private func titles(in language: Language) -> [String] {
    [
      Phrase(id: "Kartu", en: "Card"),
      Phrase(id: "pemegang menurut buku", en: "holder in the ledger"),
      Phrase(id: "terakhir tercatat", en: "last recorded"),
      Phrase(id: "tidak ada sejak", en: "missing since"),
      Phrase(id: "dihitung oleh", en: "counted by"), Phrase(id: "kelurahan/desa", en: "village"),
    ].map { $0.text(in: language) }
  }

  private func table(in language: Language) -> TextTable {
    let titles = titles(in: language)
    return TextTable(
      columns: [
        .identifier(titles[0]), .init(titles[1]), .identifier(titles[2]), .identifier(titles[3]),
        .init(titles[4]), .init(titles[5]),
      ],
      rows: cards.map { card in
        [
          card.card.description, card.holder, card.lastSeen.minuteText(in: zone),
          card.missedAt.minuteText(in: zone), card.countedBy, card.village,
        ]
      })
  }
}

extension Instant {
  /// `2017-07-27 09:14` on the clocks of `zone`.
  func minuteText(in zone: TimeZoneOffset) -> String {
    let text = epcisText(offset: zone)
    return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5))"
  }
}
