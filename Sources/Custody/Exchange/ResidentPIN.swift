public import Domain

/// The six digits a resident tells at the door, on their way to the office, where alone they can be
/// checked.
public enum ResidentPIN {
  public static let digitCount = 6

  private static let purpose = "hantar resident's PIN"

  /// Whether `text` can be a PIN at all.
  public static func isWellFormed(_ text: String) -> Bool {
    text.utf8.count == digitCount && text.utf8.allSatisfy(isASCIIDigit)
  }

  /// Seals what the resident said, for one event and nothing else.
  ///
  /// - Throws: ``KeyError/unusable``.
  public static func seal(
    _ digits: String, for event: Event.ID, cards: [CardID], to office: BoxPublicKey
  ) throws(KeyError) -> [UInt8] {
    try SealedBox.seal(
      Array(digits.utf8), to: office, info: purpose, authenticating: context(event, cards))
  }

  /// Opens what came with an event.
  ///
  /// - Throws: ``KeyError/cannotOpen(context:)`` if it was made for another event or office.
  public static func open(
    _ sealed: [UInt8], for event: Event.ID, cards: [CardID], with key: BoxKey
  ) throws(KeyError) -> String {
    let digits = try SealedBox.open(
      sealed, with: key, info: purpose, authenticating: context(event, cards))
    let text = String(decoding: digits, as: UTF8.self)
    guard isWellFormed(text) else { throw .cannotOpen(context: purpose) }
    return text
  }

  private static func context(_ event: Event.ID, _ cards: [CardID]) -> [UInt8] {
    CanonicalValue.object(of: [
      "cards": .strings(cards.map(\.description)), "device": .string(event.device),
      "sequence": .integer(event.sequence),
    ]).bytes
  }
}
