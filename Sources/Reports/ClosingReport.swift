public import Domain

/// The end of a day: for every holder of cards what came, what went and what is there, as counted.
public struct ClosingReport: Hashable, Sendable {
  public let date: CalendarDate
  public let office: String
  /// In the order in which they are shown.
  public let holders: [HolderClosing]
  /// The closing's own entry in the log, where there is one.
  public let proof: ProofReference?

  public init(
    date: CalendarDate, office: String, holders: [HolderClosing], proof: ProofReference? = nil
  ) {
    self.date = date
    self.office = office
    self.holders = holders
    self.proof = proof
  }

  /// Whether every holder that counted has exactly what the ledger says.
  public var isBalanced: Bool { holders.allSatisfy { $0.missing.isEmpty && $0.extra.isEmpty } }

  /// The table for a terminal, and what is missing or too many.
  public func text(in language: Language, width: Int? = nil, colour: Bool = false) -> String {
    let lists = differences(in: language).map { heading, cards in
      "\(heading)\n" + cards.map { "  \($0)\n" }.joined()
    }
    let parts = [table(in: language).text(width: width, colour: colour)] + lists
    return (parts + [verdict(in: language) + "\n"]).joined(separator: "\n")
  }

  /// A page to print and sign.
  public func html(in language: Language) -> String {
    ListPage(
      title: Phrase(id: "Penutupan harian", en: "Daily closing").text(in: language),
      office: office, lines: [date.text(in: language)],
      sections: [.table(heading: nil, table(in: language))]
        + differences(in: language).map { .cards(heading: $0.heading, $0.cards) },
      notes: [verdict(in: language)],
      signatures: [
        Phrase(id: "Dihitung oleh", en: "Counted by"),
        Phrase(id: "Diperiksa oleh", en: "Checked by"),
      ].map { $0.text(in: language) },
      proof: proof
    ).text(in: language)
  }

  /// The counts for a spreadsheet.
  public func csv(in language: Language) -> String {
    CSVText(
      header: columns(in: language),
      rows: holders.map { holder in
        [holder.name] + Self.counts(of: holder).map { $0.map { String($0) } ?? "" }
      }
    ).text()
  }

  private func columns(in language: Language) -> [String] {
    [
      Phrase(id: "Pemegang", en: "Holder"), Phrase(id: "awal", en: "opening"),
      Phrase(id: "masuk", en: "in"), Phrase(id: "keluar", en: "out"),
      Phrase(id: "akhir", en: "closing"), Phrase(id: "dihitung", en: "counted"),
      Phrase(id: "tidak ada", en: "missing"), Phrase(id: "lebih", en: "extra"),
    ].map { $0.text(in: language) }
  }

  private static func counts(of holder: HolderClosing) -> [Int?] {
    [
      holder.opening, holder.received, holder.given, holder.closing, holder.counted,
      holder.counted.map { _ in holder.missing.count },
      holder.counted.map { _ in holder.extra.count },
    ]
  }

  func table(in language: Language) -> TextTable {
    let titles = columns(in: language)
    let sums = (0..<4).map { index in
      holders.reduce(0) { $0 + (Self.counts(of: $1)[index] ?? 0) }
    }
    return TextTable(
      columns: [.init(titles[0])] + titles.dropFirst().map { .number($0) },
      rows: holders.map { holder in
        [TextTable.Cell(holder.name)]
          + Self.counts(of: holder).enumerated().map { index, count in
            let isOff = index >= 5 && count ?? 0 > 0
            return TextTable.Cell(
              count.map { language.figure($0) } ?? "–", tone: isOff ? .bad : .plain)
          }
      },
      totals: [TextTable.Cell(Phrase(id: "Jumlah", en: "Total").text(in: language))]
        + sums.map { TextTable.Cell(language.figure($0)) })
  }

  /// Every holder's missing and extra cards under a heading of their own.
  private func differences(in language: Language) -> [(heading: String, cards: [CardID])] {
    holders.flatMap { holder in
      [
        (
          Phrase(id: "Tidak ditemukan: \(holder.name)", en: "Missing: \(holder.name)"),
          holder.missing
        ),
        (Phrase(id: "Lebih: \(holder.name)", en: "Extra: \(holder.name)"), holder.extra),
      ]
    }
    .filter { !$0.1.isEmpty }.map { ($0.0.text(in: language), $0.1) }
  }

  private func verdict(in language: Language) -> String {
    let uncounted = holders.count { $0.counted == nil && $0.closing > 0 }
    let phrase =
      if !isBalanced {
        Phrase(
          id: "Hitungan tidak cocok dengan buku: cari kartu di atas sebelum kantor ditutup.",
          en: "The count differs from the ledger: find the cards above before the office closes.")
      } else if uncounted > 0 {
        Phrase(
          id: "\(language.figure(uncounted)) pemegang belum dihitung.",
          en: "\(language.figure(uncounted)) holders have not been counted yet.")
      } else {
        Phrase(
          id: "Semua hitungan cocok dengan buku.", en: "Every count agrees with the ledger.")
      }
    return phrase.text(in: language)
  }
}
