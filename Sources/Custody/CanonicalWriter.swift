import Domain

/// Writes an object of canonical JSON field by field, without a ``CanonicalValue`` of it.
///
/// The caller names the fields in canonical order; what has no value is left out.
struct CanonicalWriter {
  private(set) var bytes: [UInt8]
  /// What the next key must come after.
  private var lastKey = ""

  /// - Parameter capacity: About how many bytes there will be.
  init(capacity: Int) {
    bytes = []
    bytes.reserveCapacity(capacity)
    bytes.append(UInt8(ascii: "{"))
  }

  mutating func field(_ key: String, _ text: String?) {
    guard let text else { return }
    begin(key)
    CanonicalValue.write(text, to: &bytes)
  }

  mutating func field(_ key: String, _ number: (some BinaryInteger)?) {
    guard let number else { return }
    begin(key)
    bytes.append(contentsOf: String(Int64(clamping: number)).utf8)
  }

  mutating func field(_ key: String, _ value: CanonicalValue?) {
    guard let value else { return }
    begin(key)
    value.write(to: &bytes)
  }

  mutating func field(_ key: String, _ hash: Fingerprint?) {
    guard let hash else { return }
    begin(key)
    bytes.append(UInt8(ascii: "\""))
    hash.withBytes { Hexadecimal.append($0, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func field(_ key: String, _ cards: [CardID]) {
    begin(key)
    bytes.append(UInt8(ascii: "["))
    for (index, card) in cards.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      CanonicalValue.write(card.description, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// The object with its end.
  consuming func finished() -> [UInt8] {
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }

  private mutating func begin(_ key: String) {
    assert(lastKey < key, "\(key) does not come after \(lastKey)")
    lastKey = key
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: key.utf8)
    bytes.append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: ":")])
  }
}
