public import Custody
public import Domain

/// What an office publishes about its deliveries: numbers by village, and nothing about anybody.
///
/// Small counts are hidden as ``SuppressedTable`` does it. The two tables count different things,
/// cards and attempts, so that neither tells what the other hides.
public struct PublicReport: Hashable, Sendable {
  /// The cards of one kelurahan or desa.
  public struct Village: Hashable, Sendable {
    public let name: String
    public let delivered: Int
    /// Cards not yet delivered by the time since printing; a class that is not there counts none.
    public let waiting: [AgeClass: Int]
    /// Failed attempts in the period.
    public let failures: [FailureReason: Int]

    public init(
      name: String, delivered: Int, waiting: [AgeClass: Int], failures: [FailureReason: Int] = [:]
    ) {
      self.name = name
      self.delivered = delivered
      self.waiting = waiting
      self.failures = failures
    }
  }

  public let office: String
  public let date: CalendarDate
  /// In the order in which they are shown.
  public let villages: [Village]
  /// The office's signed word on its log, as one line; see ``Custody/Checkpoint``.
  public let checkpoint: String?

  public init(office: String, date: CalendarDate, villages: [Village], checkpoint: String?) {
    self.office = office
    self.date = date
    self.villages = villages
    self.checkpoint = checkpoint
  }

  /// The page, which anyone may keep and pass on.
  public func html(in language: Language) -> String {
    let cards = Self.say("Kartu menurut kelurahan/desa", "Cards by village", language)
    let attempts = Self.say(
      "Percobaan yang gagal, menurut alasan", "Failed attempts by reason", language)
    var sections: [ListPage.Section] = [
      .table(heading: cards, table(cardColumns(language), cardCounts, language))
    ]
    if !failureReasons.isEmpty {
      sections.append(
        .table(heading: attempts, table(failureColumns(language), failureCounts, language)))
    }
    return ListPage(
      title: Self.say("Antaran KTP-el", "Delivery of KTP-el cards", language), office: office,
      lines: [date.text(in: language)],
      sections: sections + (checkpoint.map { [.line($0)] } ?? []),
      notes: notes(language)
    ).text(in: language)
  }

  /// Both tables for a spreadsheet, with the same cells hidden.
  public func csv(in language: Language) -> String {
    var rows = Self.rows(
      of: cardCounts, names: villages.map(\.name), titles: cardColumns(language), language)
    if !failureReasons.isEmpty {
      rows.append([])
      rows += Self.rows(
        of: failureCounts, names: villages.map(\.name), titles: failureColumns(language), language)
    }
    return CSVText(header: rows.first ?? [], rows: Array(rows.dropFirst())).text()
  }

  /// Delivered, then every class of age.
  private var cardCounts: [[Int]] {
    villages.map { village in
      [village.delivered] + AgeClass.allCases.map { village.waiting[$0] ?? 0 }
    }
  }

  /// The reasons that occurred anywhere.
  private var failureReasons: [FailureReason] {
    FailureReason.allCases.filter { reason in villages.contains { $0.failures[reason] ?? 0 > 0 } }
  }

  private var failureCounts: [[Int]] {
    villages.map { village in failureReasons.map { village.failures[$0] ?? 0 } }
  }

  private func cardColumns(_ language: Language) -> [String] {
    [Self.say("Kelurahan/desa", "Village", language), Self.say("diterima", "delivered", language)]
      + AgeClass.allCases.map {
        Self.say(
          "menunggu \($0.phrase.indonesian)", "waiting \($0.phrase.english)", language)
      } + [Self.say("jumlah", "total", language)]
  }

  private func failureColumns(_ language: Language) -> [String] {
    [Self.say("Kelurahan/desa", "Village", language)]
      + failureReasons.map { $0.phrase.text(in: language) } + [
        Self.say("jumlah", "total", language)
      ]
  }

  private func table(_ titles: [String], _ counts: [[Int]], _ language: Language) -> TextTable {
    let hidden = SuppressedTable(counts: counts)
    return TextTable(
      columns: [.init(titles[0])] + titles.dropFirst().map { .number($0) },
      rows: zip(villages, hidden.rows).map { village, cells in
        [village.name] + cells.map { $0.text(in: language) }
      },
      totals: [Self.say("Jumlah", "Total", language)] + hidden.totals.map { $0.text(in: language) })
  }

  private static func rows(
    of counts: [[Int]], names: [String], titles: [String], _ language: Language
  ) -> [[String]] {
    let hidden = SuppressedTable(counts: counts)
    let lines = zip(names, hidden.rows).map { name, cells in [name] + cells.map(\.plainText) }
    return [titles] + lines
      + [[say("Jumlah", "Total", language)] + hidden.totals.map(\.plainText)]
  }

  private func notes(_ language: Language) -> [String] {
    let threshold = SuppressedTable.threshold
    let notes = [
      Phrase(
        id: "<\(threshold): satu sampai empat. ··: tidak ditampilkan, agar angka kecil tidak dapat "
          + "dihitung dari jumlahnya.",
        en: "<\(threshold): one to four. ··: not shown, so that small numbers cannot be computed "
          + "from the totals."),
      Phrase(
        id: "Laporan ini tidak memuat nama, NIK, alamat, atau nomor kartu.",
        en: "This report holds no name, NIK, address or card number."),
      checkpoint == nil
        ? nil
        : Phrase(
          id: "Baris yang diawali hantar-checkpoint mengunci seluruh buku serah terima: siapa pun "
            + "yang menyimpannya dapat membuktikan bila catatan lama diubah.",
          en:
            "The line that starts with hantar-checkpoint locks the whole ledger: whoever keeps it "
            + "can prove it if old records are changed."),
      FeeGuard.residentNotice,
    ]
    return notes.compactMap { $0?.text(in: language) }
  }

  private static func say(_ indonesian: String, _ english: String, _ language: Language) -> String {
    Phrase(id: indonesian, en: english).text(in: language)
  }
}

extension SuppressedTable.Cell {
  fileprivate func text(in language: Language) -> String {
    if case .shown(let count) = self { return language.figure(count) }
    return plainText
  }

  /// The cell without thousands set apart, as a spreadsheet wants it.
  fileprivate var plainText: String {
    switch self {
    case .shown(let count): String(count)
    case .small: "<\(SuppressedTable.threshold)"
    case .withheld: "··"
    }
  }
}
