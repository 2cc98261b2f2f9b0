import Domain

/// Writes an object of canonical JSON field by field, without a ``CanonicalValue`` of it.
///
/// The caller names the fields in canonical order; what has no value is left out.
struct CanonicalWriter {
  private(set) var bytes: [UInt8]
  /// What the next key of the object must come after; empty at its beginning.
  private var lastKey = ""

  /// - Parameter capacity: About how many bytes there will be.
  init(capacity: Int) {
    bytes = []
    bytes.reserveCapacity(capacity)
    beginObject()
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

  /// Writes bytes as hexadecimal digits.
  mutating func field(_ key: String, hexadecimal content: [UInt8]?) {
    guard let content else { return }
    begin(key)
    bytes.append(UInt8(ascii: "\""))
    Hexadecimal.append(content, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a value that is canonical already as it stands.
  mutating func field(_ key: String, canonical value: [UInt8]?) {
    guard let value else { return }
    begin(key)
    bytes.append(contentsOf: value)
  }

  /// Writes an object of the fields that `write` names.
  mutating func field(_ key: String, object write: (inout CanonicalWriter) -> Void) {
    begin(key)
    let outerKey = lastKey
    beginObject()
    write(&self)
    endObject()
    lastKey = outerKey
  }

  /// Writes a list of objects, each of the fields that `write` names for one element.
  mutating func field<Element>(
    _ key: String, objects elements: [Element], _ write: (inout CanonicalWriter, Element) -> Void
  ) {
    begin(key)
    let outerKey = lastKey
    bytes.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      beginObject()
      write(&self, element)
      endObject()
    }
    bytes.append(UInt8(ascii: "]"))
    lastKey = outerKey
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
    endObject()
    return bytes
  }

  private mutating func beginObject() {
    bytes.append(UInt8(ascii: "{"))
    lastKey = ""
  }

  private mutating func endObject() { bytes.append(UInt8(ascii: "}")) }

  private mutating func begin(_ key: String) {
    assert(lastKey < key, "\(key) does not come after \(lastKey)")
    if !lastKey.isEmpty { bytes.append(UInt8(ascii: ",")) }
    lastKey = key
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: key.utf8)
    bytes.append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: ":")])
  }
}
