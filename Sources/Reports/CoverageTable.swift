public import Domain

/// How many of those who must hold a card do hold one, by kecamatan and desa, with zone colours.
public struct CoverageTable: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public let region: RegionCode
    public let name: String
    /// Residents who hold their card.
    public let holders: Int
    /// Residents who must hold one.
    public let obliged: Int

    public init(region: RegionCode, name: String, holders: Int, obliged: Int) {
      self.region = region
      self.name = name
      self.holders = holders
      self.obliged = obliged
    }
  }

  public let rows: [Row]
  public let zones: ZoneThresholds

  /// Sorts `rows` by code, so that every kecamatan stands before its desa.
  public init(rows: [Row], zones: ZoneThresholds = .usual) {
    self.rows = rows.sorted { $0.region < $1.region }
    self.zones = zones
  }

  /// The zone of a row; nothing where nobody must hold a card.
  public func zone(of row: Row) -> Zone? { zones.zone(of: row.holders, obliged: row.obliged) }

  /// The table, with totals over the kecamatan, or over the desa where only desa are listed.
  public func table(in language: Language) -> TextTable {
    func say(id: String, en: String) -> String { Phrase(id: id, en: en).text(in: language) }
    let level = rows.map(\.region.level).min()
    let summed = rows.filter { $0.region.level == level }
    let holders = summed.reduce(0) { $0 + $1.holders }
    let obliged = summed.reduce(0) { $0 + $1.obliged }
    return TextTable(
      columns: [
        .identifier(say(id: "Kode", en: "Code")), .init(say(id: "Wilayah", en: "Region")),
        .number(say(id: "memegang KTP-el", en: "hold a card")),
        .number(say(id: "wajib KTP", en: "must hold one")),
        .number(say(id: "cakupan", en: "coverage")), .init(say(id: "zona", en: "zone")),
      ],
      rows: rows.map { row in
        let indent = row.region.level == .desa && level != .desa ? "  " : ""
        return [TextTable.Cell(row.region.description), TextTable.Cell(indent + row.name)]
          + figures(row.holders, row.obliged, language)
      },
      totals: ["", TextTable.Cell(say(id: "Jumlah", en: "Total"))]
        + figures(holders, obliged, language))
  }

  /// The table and the source of its zones, for a terminal.
  public func text(in language: Language, width: Int? = nil, colour: Bool = false) -> String {
    table(in: language).text(width: width, colour: colour) + "\n" + zones.text(in: language) + "\n"
  }

  private func figures(_ holders: Int, _ obliged: Int, _ language: Language) -> [TextTable.Cell] {
    let zone = zones.zone(of: holders, obliged: obliged)
    let tone: TextTable.Cell.Tone =
      switch zone {
      case .red: .bad
      case .yellow: .warning
      case .green: .good
      case nil: .faint
      }
    return [
      TextTable.Cell(language.figure(holders)), TextTable.Cell(language.figure(obliged)),
      TextTable.Cell(language.percentage(holders, of: obliged), tone: tone),
      TextTable.Cell(zone?.phrase.text(in: language) ?? "–", tone: tone),
    ]
  }
}
