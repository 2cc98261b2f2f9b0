internal import Custody
public import Domain

/// The cards that are still on their way, those printed longest ago first.
public struct AgeingList: Hashable, Sendable {
  public let today: CalendarDate
  public let office: String
  /// By the day of printing, then by number.
  public let cards: [AgedCard]

  public init(today: CalendarDate, office: String, cards: [AgedCard]) {
    self.today = today
    self.office = office
    self.cards = cards.sorted { ($0.printedOn, $0.card) < ($1.printedOn, $1.card) }
  }

  public func text(in language: Language, width: Int? = nil, colour: Bool = false) -> String {
    [summary(in: language), table(in: language)]
      .map { $0.text(width: width, colour: colour) }.joined(separator: "\n")
  }

  public func html(in language: Language) -> String {
    ListPage(
      title: Phrase(id: "Umur kartu yang belum diterima", en: "Age of cards not yet delivered")
        .text(in: language),
      office: office, lines: [today.text(in: language)],
      sections: [
        .table(heading: nil, summary(in: language)), .table(heading: nil, table(in: language)),
      ],
      isWide: true
    ).text(in: language)
  }

  public func csv(in language: Language) -> String {
    CSVText(
      header: titles(in: language),
      rows: cards.map { card in
        [
          card.card.description, String(age(of: card)), String(days(since: card.since)),
          card.status.phrase.text(in: language), card.holder, card.village, String(card.attempts),
          card.lastFailure?.phrase.text(in: language) ?? "",
        ]
      }
    ).text()
  }

  /// Whole days since the card was printed.
  public func age(of card: AgedCard) -> Int { days(since: card.printedOn) }

  private func days(since date: CalendarDate) -> Int { max(0, today.dayNumber - date.dayNumber) }

  private func titles(in language: Language) -> [String] {
    [
      Phrase(id: "Kartu", en: "Card"), Phrase(id: "umur (hari)", en: "age (days)"),
      Phrase(id: "di tempat (hari)", en: "there for (days)"), Phrase(id: "keadaan", en: "status"),
      Phrase(id: "pemegang", en: "holder"), Phrase(id: "kelurahan/desa", en: "village"),
      Phrase(id: "percobaan", en: "attempts"), Phrase(id: "alasan terakhir", en: "last reason"),
    ].map { $0.text(in: language) }
  }

  private func table(in language: Language) -> TextTable {
    let titles = titles(in: language)
    return TextTable(
      columns: [
        .identifier(titles[0]), .number(titles[1]), .number(titles[2]), .init(titles[3]),
        .init(titles[4]), .init(titles[5]), .number(titles[6]), .init(titles[7]),
      ],
      rows: cards.map { card in
        let days = age(of: card)
        return [
          TextTable.Cell(card.card.description),
          TextTable.Cell(
            language.figure(days), tone: AgeClass(days: days) == .overOneMonth ? .bad : .plain),
          TextTable.Cell(language.figure(self.days(since: card.since))),
          TextTable.Cell(card.status.phrase.text(in: language)), TextTable.Cell(card.holder),
          TextTable.Cell(card.village), TextTable.Cell(language.figure(card.attempts)),
          TextTable.Cell(card.lastFailure?.phrase.text(in: language) ?? "–"),
        ]
      })
  }

  /// How many cards are in each class of age.
  private func summary(in language: Language) -> TextTable {
    let classes = cards.map { AgeClass(days: age(of: $0)) }
    return TextTable(
      columns: [
        .init(Phrase(id: "Umur sejak dicetak", en: "Age since printing").text(in: language)),
        .number(Phrase(id: "kartu", en: "cards").text(in: language)),
      ],
      rows: AgeClass.allCases.map { age in
        [age.phrase.text(in: language), language.figure(classes.count { $0 == age })]
      },
      totals: [
        Phrase(id: "Jumlah", en: "Total").text(in: language), language.figure(cards.count),
      ])
  }
}
