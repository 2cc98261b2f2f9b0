public import Domain

/// Why the books do not tell a value; the scenario's own stays.
public enum CalibrationRefusal: Error, Hashable, Sendable, Described {
  /// With what is counted, such as calls.
  case tooFew(cases: Int, needed: Int, Counted)
  /// All cases are alike, or nine of ten take no longer than the median.
  case noSpread(cases: Int)
  /// The gaps between confirmations are mostly shorter than the ride alone should take.
  case ridingFillsTheGaps(cases: Int)
  /// Every card has an open end: the period is too short for anything to have ended.
  case periodTooShort(days: Int, needed: Int)
  /// Nothing in the scenario could take it.
  case notInScenario

  /// What the cases are.
  public enum Counted: String, CaseIterable, Hashable, Sendable, Described {
    case calls, failures, cards, visits, days, gaps

    public var phrase: Phrase {
      switch self {
      case .calls: Phrase(id: "kunjungan", en: "calls")
      case .failures: Phrase(id: "kunjungan gagal", en: "failed calls")
      case .cards: Phrase(id: "kartu", en: "cards")
      case .visits: Phrase(id: "rumah", en: "doors")
      case .days: Phrase(id: "hari", en: "days")
      case .gaps: Phrase(id: "jeda", en: "gaps")
      }
    }
  }

  public var phrase: Phrase {
    switch self {
    case .tooFew(let cases, let needed, let counted):
      Phrase(
        id: "hanya \(cases) \(counted.phrase.indonesian), perlu \(needed)",
        en: "only \(cases) \(counted.phrase.english), \(needed) are needed")
    case .noSpread(let cases):
      Phrase(
        id: "\(cases) kasus hampir semuanya sama, sebarannya tidak terlihat",
        en: "\(cases) cases are nearly all alike, how they vary is not seen")
    case .ridingFillsTheGaps(let cases):
      Phrase(
        id: "pada \(cases) jeda, perjalanan menurut rencana lebih lama dari jedanya",
        en: "of \(cases) gaps, most are shorter than the planned ride alone")
    case .periodTooShort(let days, let needed):
      Phrase(
        id: "catatan \(days) hari, perlu lebih dari \(needed) hari",
        en: "the books cover \(days) days, more than \(needed) are needed")
    case .notInScenario:
      Phrase(
        id: "skenario tidak punya tempat untuk nilai ini",
        en: "the scenario has no place for this value")
    }
  }
}
