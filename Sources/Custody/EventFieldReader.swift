/// Takes a signed event and more out of a canonical object, keeping the event's bytes as they stand.
struct EventFieldReader {
  private var fields: FieldReader
  /// The bytes of the field `event`.
  private let canonical: [UInt8]

  init(_ bytes: [UInt8]) throws(EventFormatError) {
    let parsed: (value: CanonicalValue, extents: [Range<Int>])
    do { parsed = try CanonicalParser.object(of: bytes) } catch { throw .notCanonical(error) }
    fields = try FieldReader(parsed.value)
    guard let place = parsed.value.place(of: "event") else { throw .missingField("event") }
    canonical = Array(bytes[parsed.extents[place]])
  }

  mutating func signedEvent() throws(EventFormatError) -> SignedEvent {
    let value = try fields.required("event") { $0 }
    return SignedEvent(
      event: try Event(canonicalValue: value, spelt: canonical), canonical: canonical,
      previous: try fields.fingerprint("previous"),
      signature: try fields.required("signature") { value in
        value.string.flatMap { Hexadecimal.bytes($0) }.flatMap { $0.count == 64 ? $0 : nil }
      })
  }

  mutating func optional<Value>(
    _ key: String, _ read: (CanonicalValue) -> Value?
  ) throws(EventFormatError) -> Value? {
    try fields.optional(key, read)
  }

  mutating func required<Value>(
    _ key: String, _ read: (CanonicalValue) -> Value?
  ) throws(EventFormatError) -> Value {
    try fields.required(key, read)
  }

  func finish() throws(EventFormatError) { try fields.finish() }
}
