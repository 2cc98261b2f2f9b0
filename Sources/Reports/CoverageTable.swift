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

/// The colour an office gives a region by its coverage.
public enum Zone: String, CaseIterable, Sendable, Described {
  case red, yellow, green

  public var phrase: Phrase {
    switch self {
    case .red: Phrase(id: "merah", en: "red")
    case .yellow: Phrase(id: "kuning", en: "yellow")
    case .green: Phrase(id: "hijau", en: "green")
    }
  }
}

/// Where the zones begin; no rule fixes them for all offices, so their source is always shown.
///
/// Invariant: 0 < yellow < green <= 1000, in thousandths.
public struct ZoneThresholds: Hashable, Sendable {
  public let yellowFromPermille: Int
  public let greenFromPermille: Int
  public let source: Phrase

  /// Red below 85 %, green from 98 %.
  public static let usual = ZoneThresholds(
    yellow: 850, green: 980,
    source: Phrase(
      id: "daftar intervensi Dukcapil 2019 (<85 %), sasaran 98 %",
      en: "Dukcapil intervention list of 2019 (<85 %), target 98 %"))

  /// - Throws: ``ZoneThresholdsError`` if the zones would not follow each other.
  public init(
    yellowFromPermille: Int, greenFromPermille: Int, source: Phrase
  ) throws(ZoneThresholdsError) {
    guard 0 < yellowFromPermille, yellowFromPermille < greenFromPermille, greenFromPermille <= 1000
    else { throw .outOfOrder(yellow: yellowFromPermille, green: greenFromPermille) }
    self.init(yellow: yellowFromPermille, green: greenFromPermille, source: source)
  }

  private init(yellow: Int, green: Int, source: Phrase) {
    yellowFromPermille = yellow
    greenFromPermille = green
    self.source = source
  }

  /// The zone of `holders` of `obliged`, compared exactly and not as a rounded percentage.
  public func zone(of holders: Int, obliged: Int) -> Zone? {
    guard obliged > 0 else { return nil }
    let share = holders.multipliedFullWidth(by: 1000)
    if share < obliged.multipliedFullWidth(by: yellowFromPermille) { return .red }
    return share < obliged.multipliedFullWidth(by: greenFromPermille) ? .yellow : .green
  }

  /// `merah < 85,0 %, kuning < 98,0 %, hijau sisanya; sumber: ...`.
  public func text(in language: Language) -> String {
    let yellow = language.figure(tenths: yellowFromPermille)
    let green = language.figure(tenths: greenFromPermille)
    return Phrase(
      id: "Zona: merah di bawah \(yellow) %, hijau mulai \(green) %, kuning di antaranya. "
        + "Sumber: \(source.indonesian).",
      en: "Zones: red below \(yellow) %, green from \(green) %, yellow between. "
        + "Source: \(source.english)."
    ).text(in: language)
  }
}

/// Why numbers are not the borders of zones.
public enum ZoneThresholdsError: Error, Equatable, Described {
  case outOfOrder(yellow: Int, green: Int)

  public var phrase: Phrase {
    switch self {
    case .outOfOrder(let yellow, let green):
      Phrase(
        id: "batas zona kuning (\(yellow) per mil) harus di atas 0 dan di bawah hijau (\(green), "
          + "paling tinggi 1000); perbaiki batasnya",
        en: "the yellow zone (from \(yellow) per mille) must start above 0 and below the green "
          + "(from \(green), at most 1000); correct the borders")
    }
  }
}
