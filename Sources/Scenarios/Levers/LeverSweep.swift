import Domain

/// A lever moved through its values, as asked for: `blanks.monthly=500..8000/500`.
public struct LeverSweep: Hashable, Sendable {
  public static let mostValues = 200

  /// As written: a path or the short name of a lever.
  public let path: String
  /// In the lever's own unit, from the first to the last.
  public let values: [Double]

  /// Reads `LEVER=FROM..TO/STEP`, or `LEVER=VALUE,VALUE,…`.
  ///
  /// - Throws: ``ScenarioError`` saying what is wrong with it.
  public init(_ text: String) throws(ScenarioError) {
    guard let (path, range) = text.halves(around: "="), !path.trimmed.isEmpty else {
      throw Self.refusal(text)
    }
    self.path = path.trimmed
    if let (from, rest) = range.halves(around: "..") {
      guard let (to, step) = rest.halves(around: "/") else { throw Self.refusal(text) }
      values = try Self.values(from: from, to: to, step: step, text)
    } else {
      let values = range.split(separator: ",").map { Self.number(String($0)) }
      guard !values.isEmpty, values.count <= Self.mostValues, values.allSatisfy({ $0 != nil })
      else { throw Self.refusal(text) }
      self.values = values.compactMap(\.self)
    }
  }

  private static func values(
    from: String, to: String, step: String, _ text: String
  ) throws(ScenarioError) -> [Double] {
    guard let first = number(from), let last = number(to), let step = number(step), step > 0,
      first <= last, (last - first) / step < Double(mostValues)
    else { throw refusal(text) }
    let count = Int(((last - first) / step + 1e-9).rounded(.down)) + 1
    return (0..<count).map { first + Double($0) * step }
  }

  private static func number(_ text: String) -> Double? { QuantityText.amount(text.trimmed) }

  private static func refusal(_ text: String) -> ScenarioError {
    ScenarioError(problems: [
      ScenarioProblem(
        Origin(file: "--sweep", line: nil), value: text,
        Phrase(
          id: "tulis seperti “blanks.monthly=500..8000/500”: dari, sampai, langkah di atas nol, "
            + "paling banyak \(mostValues) nilai, tanpa satuan",
          en: "write it like “blanks.monthly=500..8000/500”: from, to, a step above zero, "
            + "\(mostValues) values at most, no units"))
    ])
  }
}
