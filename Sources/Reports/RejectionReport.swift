public import Domain

/// The rows of a file that were not taken in, each with the field and the reason, for whoever must
/// mend the file.
///
/// Values are shown as they were, but a NIK or family card number only masked.
public struct RejectionReport: Hashable, Sendable {
  public struct Rejection: Hashable, Sendable {
    /// The row's number in the file, the header being row 1.
    public let row: Int
    public let field: String
    public let value: String
    public let reason: Phrase

    public init(row: Int, field: String, value: String, reason: Phrase) {
      self.row = row
      self.field = field
      self.value = value
      self.reason = reason
    }

    /// The value as it may be shown.
    public var shownValue: String {
      let plain = field.lowercased().filter { $0.isLetter || $0.isNumber }
      let numbered: Set<String> = [
        "nik", "kk", "nokk", "nomorkk", "kartukeluarga", "familycard", "familycardnumber",
      ]
      return numbered.contains(plain) ? NIK.masked(value) : value.withLongNumbersMasked
    }
  }

  public let rejections: [Rejection]

  public init(_ rejections: [Rejection]) { self.rejections = rejections }

  /// A table for the terminal.
  public func text(in language: Language, width: Int? = nil, colour: Bool = false) -> String {
    let titles = Self.titles(in: language)
    let table = TextTable(
      columns: [
        .number(titles[0]), .init(titles[1], .fixed), .init(titles[2]), .init(titles[3]),
      ],
      rows: rejections.map { rejection in
        [
          TextTable.Cell(language.figure(rejection.row)), TextTable.Cell(rejection.field),
          TextTable.Cell(rejection.shownValue, tone: .warning),
          TextTable.Cell(rejection.reason.text(in: language)),
        ]
      })
    return table.text(width: width, colour: colour)
  }

  /// The same for a spreadsheet.
  public func csv(in language: Language) -> String {
    CSVText(
      header: Self.titles(in: language),
      rows: rejections.map {
        [String($0.row), $0.field, $0.shownValue, $0.reason.text(in: language)]
      }
    ).text()
  }

  private static func titles(in language: Language) -> [String] {
    [
      Phrase(id: "baris", en: "row"), Phrase(id: "kolom", en: "field"),
      Phrase(id: "nilai", en: "value"), Phrase(id: "alasan", en: "reason"),
    ].map { $0.text(in: language) }
  }
}
