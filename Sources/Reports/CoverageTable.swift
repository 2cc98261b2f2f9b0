public import Domain

/// How far the cards of each region have come, and the share that has reached its residents, with
/// zone colours.
public struct CoverageTable: Hashable, Sendable {
  public struct Row: Hashable, Sendable {
    public let region: RegionCode
    public let name: String
    /// All cards printed for residents there; those of the other counts together.
    public let cards: Int
    public let atOffice: Int
    public let needsClerk: Int
    /// With the courier organisation or in a courier's bag.
    public let out: Int
    /// Kept at a village office.
    public let held: Int
    public let delivered: Int

    public init(
      region: RegionCode, name: String, cards: Int, atOffice: Int, needsClerk: Int, out: Int,
      held: Int, delivered: Int
    ) {
      self.region = region
      self.name = name
      self.cards = cards
      self.atOffice = atOffice
      self.needsClerk = needsClerk
      self.out = out
      self.held = held
      self.delivered = delivered
    }
  }

  public let rows: [Row]
  public let zones: ZoneThresholds

  /// Sorts `rows` by code, so that every kecamatan stands before its desa.
  public init(rows: [Row], zones: ZoneThresholds = .usual) {
    self.rows = rows.sorted { $0.region < $1.region }
    self.zones = zones
  }

  /// The zone of a row; nothing where there are no cards.
  public func zone(of row: Row) -> Zone? { zones.zone(of: row.delivered, obliged: row.cards) }

  /// The table, with totals over the kecamatan, or over the desa where only desa are listed.
  public func table(in language: Language) -> TextTable {
    func say(id: String, en: String) -> String { Phrase(id: id, en: en).text(in: language) }
    let level = rows.map(\.region.level).min()
    let summed = rows.filter { $0.region.level == level }
    func sum(_ count: (Row) -> Int) -> Int { summed.reduce(0) { $0 + count($1) } }
    return TextTable(
      columns: [
        .init(say(id: "Wilayah", en: "Region")), .number(say(id: "kartu", en: "cards")),
        .number(say(id: "di kantor", en: "at office")),
        .number(say(id: "perlu diperiksa", en: "needs clerk")),
        .number(say(id: "di jalan", en: "on the way")),
        .number(say(id: "dititipkan", en: "held")),
        .number(say(id: "diterima", en: "delivered")), .number("%"),
        .init(say(id: "zona", en: "zone")),
      ],
      rows: rows.map { row in
        let indent = row.region.level == .desa && level != .desa ? "  " : ""
        let counts = [
          row.cards, row.atOffice, row.needsClerk, row.out, row.held, row.delivered,
        ]
        return [TextTable.Cell(indent + row.name)] + figures(counts, language)
      },
      totals: [TextTable.Cell(say(id: "Jumlah", en: "Total"))]
        + figures(
          [
            sum(\.cards), sum(\.atOffice), sum(\.needsClerk), sum(\.out), sum(\.held),
            sum(\.delivered),
          ], language))
  }

  /// The table and the source of its zones, for a terminal.
  public func text(in language: Language, width: Int? = nil, colour: Bool = false) -> String {
    table(in: language).text(width: width, colour: colour) + "\n" + zones.text(in: language) + "\n"
  }

  /// - Parameter counts: All cards first, delivered ones last.
  private func figures(_ counts: [Int], _ language: Language) -> [TextTable.Cell] {
    let cards = counts.first ?? 0
    let delivered = counts.last ?? 0
    let zone = zones.zone(of: delivered, obliged: cards)
    let tone: TextTable.Cell.Tone =
      switch zone {
      case .red: .bad
      case .yellow: .warning
      case .green: .good
      case nil: .faint
      }
    return counts.map { TextTable.Cell(language.figure($0)) } + [
      TextTable.Cell(language.percentage(delivered, of: cards), tone: tone),
      TextTable.Cell(zone?.phrase.text(in: language) ?? "–", tone: tone),
    ]
  }
}
