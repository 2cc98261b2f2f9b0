import Domain

extension Calibration {
  /// What the books tell as a variant for a scenario file, ready to be put at its end.
  ///
  /// A YAML map `variants:` with one name; each value stands with its source. Empty if the books
  /// tell nothing.
  public func variant(named name: String = "calibrated") -> String {
    guard !entries.isEmpty else { return "" }
    let days = "\(period.lowerBound) – \(period.upperBound)"
    let title = VariantEntry(
      path: ["title"],
      content: .phrase(
        Phrase(
          id: "nilai dari catatan kantor, \(cardCount) kartu, \(days)",
          en: "values from the office's books, \(cardCount) cards, \(days)")))
    return "variants:\n" + VariantText([title] + entries, below: [name]).text
  }
}
