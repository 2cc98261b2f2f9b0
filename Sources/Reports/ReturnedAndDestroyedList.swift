public import Custody
public import Domain

/// What came back to the office in a period and why, and what was destroyed there.
public struct ReturnedAndDestroyedList: Hashable, Sendable {
  public struct Returned: Hashable, Sendable {
    public let card: CardID
    public let date: CalendarDate
    /// Whoever brought it back, as people call them.
    public let from: String
    /// Nothing for an old card and for one that was never tried.
    public let reason: FailureReason?
    public let status: CardCustody.Status
    /// The record under which it came back, where there is one.
    public let document: String?

    public init(
      card: CardID, date: CalendarDate, from: String, reason: FailureReason?,
      status: CardCustody.Status, document: String? = nil
    ) {
      self.card = card
      self.date = date
      self.from = from
      self.reason = reason
      self.status = status
      self.document = document
    }
  }

  public struct Destroyed: Hashable, Sendable {
    public let card: CardID
    public let date: CalendarDate
    /// The number of the destruction record.
    public let document: String

    public init(card: CardID, date: CalendarDate, document: String) {
      self.card = card
      self.date = date
      self.document = document
    }
  }

  public let office: String
  public let period: ClosedRange<CalendarDate>
  /// By day, then by number.
  public let returned: [Returned]
  /// By day, then by number.
  public let destroyed: [Destroyed]

  public init(
    office: String, period: ClosedRange<CalendarDate>, returned: [Returned], destroyed: [Destroyed]
  ) {
    self.office = office
    self.period = period
    self.returned = returned.sorted { ($0.date, $0.card) < ($1.date, $1.card) }
    self.destroyed = destroyed.sorted { ($0.date, $0.card) < ($1.date, $1.card) }
  }

  public func text(in language: Language, width: Int? = nil, colour: Bool = false) -> String {
    sections(in: language).map { heading, table in
      heading + "\n" + table.text(width: width, colour: colour)
    }
    .joined(separator: "\n")
  }

  /// A list to sign: whoever keeps the safe answers for it.
  public func html(in language: Language) -> String {
    let days = "\(period.lowerBound.text(in: language)) – \(period.upperBound.text(in: language))"
    return ListPage(
      title: Phrase(id: "Kartu kembali dan dimusnahkan", en: "Cards returned and destroyed")
        .text(in: language),
      office: office, lines: [days],
      sections: sections(in: language).map { .table(heading: $0.heading, $0.table) },
      signatures: [
        Phrase(id: "Penjaga brankas", en: "Keeper of the safe"),
        Phrase(id: "Mengetahui", en: "Seen by"),
      ].map { $0.text(in: language) },
      isWide: true
    ).text(in: language)
  }

  /// Both lists in one, told apart by their first column.
  public func csv(in language: Language) -> String {
    let header = [
      Phrase(id: "peristiwa", en: "event"), Phrase(id: "kartu", en: "card"),
      Phrase(id: "tanggal", en: "date"), Phrase(id: "dari", en: "from"),
      Phrase(id: "alasan", en: "reason"), Phrase(id: "keadaan", en: "status"),
      Phrase(id: "dokumen", en: "document"),
    ]
    let rows =
      returned.map { card in
        [
          Event.Kind.returned.phrase.text(in: language), card.card.description,
          card.date.description, card.from, card.reason?.phrase.text(in: language) ?? "",
          card.status.phrase.text(in: language), card.document ?? "",
        ]
      }
      + destroyed.map { card in
        [
          Event.Kind.destroyed.phrase.text(in: language), card.card.description,
          card.date.description, "", "", "", card.document,
        ]
      }
    return CSVText(header: header.map { $0.text(in: language) }, rows: rows).text()
  }

  private func sections(in language: Language) -> [(heading: String, table: TextTable)] {
    let back = Phrase(
      id: "Dikembalikan: \(language.figure(returned.count))",
      en: "Returned: \(language.figure(returned.count))")
    let gone = Phrase(
      id: "Dimusnahkan: \(language.figure(destroyed.count))",
      en: "Destroyed: \(language.figure(destroyed.count))")
    return [
      (back.text(in: language), returnedTable(in: language)),
      (gone.text(in: language), destroyedTable(in: language)),
    ]
  }

  private func returnedTable(in language: Language) -> TextTable {
    TextTable(
      columns: [
        .identifier(Phrase(id: "Kartu", en: "Card").text(in: language)),
        .identifier(Phrase(id: "tanggal", en: "date").text(in: language)),
        .init(Phrase(id: "dari", en: "from").text(in: language)),
        .init(Phrase(id: "alasan", en: "reason").text(in: language)),
        .init(Phrase(id: "keadaan sekarang", en: "status now").text(in: language)),
        .identifier(Phrase(id: "dokumen", en: "document").text(in: language)),
      ],
      rows: returned.map { card in
        [
          card.card.description, card.date.description, card.from,
          card.reason?.phrase.text(in: language) ?? "–", card.status.phrase.text(in: language),
          card.document ?? "–",
        ]
      })
  }

  private func destroyedTable(in language: Language) -> TextTable {
    TextTable(
      columns: [
        .identifier(Phrase(id: "Kartu", en: "Card").text(in: language)),
        .identifier(Phrase(id: "tanggal", en: "date").text(in: language)),
        .identifier(
          Phrase(id: "berita acara pemusnahan", en: "destruction record").text(in: language)),
      ],
      rows: destroyed.map { [$0.card.description, $0.date.description, $0.document] })
  }
}
