public import Domain

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
