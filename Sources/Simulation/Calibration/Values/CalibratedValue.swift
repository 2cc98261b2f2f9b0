public import Domain

/// One value as the books tell it, or why they do not.
public struct CalibratedValue: Hashable, Sendable {
  /// The place in a scenario file, such as `channels.satpol-pp.attempts.first-failure`; nil: a
  /// scenario has no such value, and it is told for comparison.
  public let path: String?
  public let title: Phrase
  /// As a scenario file writes it, with its unit, such as `22.4 %`; nil: refused.
  public let written: String?
  /// The 95 % interval with its unit, such as `18.1–25.9 %`.
  public let interval: String?
  public let cases: Int
  /// What the cases are.
  public let counted: CalibrationRefusal.Counted
  /// The scenario's own value, which stays where the books are refused.
  public let current: String?
  public let refusal: CalibrationRefusal?
  /// Something to know about how it came about.
  public let note: Phrase?
  /// What it changes in a scenario; nil where it changes nothing.
  let change: CalibratedChange?

  /// The sentence of a refusal, and what stays; nil if there is none.
  public var refusalSentence: Phrase? {
    refusal.map { refusal in
      guard let current else { return refusal.phrase }
      return Phrase(
        id: "\(refusal.phrase.indonesian); nilai skenario tetap: \(current)",
        en: "\(refusal.phrase.english); the scenario's value stays: \(current)")
    }
  }
}
