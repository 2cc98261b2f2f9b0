/// Takes the fields of a canonical object one by one, and refuses what is left over.
struct FieldReader {
  /// What nobody has taken yet, in canonical order.
  private var fields: [CanonicalValue.Field]
  private let name: String

  /// - Parameter name: What the value is called in messages; empty for the outermost object.
  /// - Throws: ``EventFormatError/badField(_:)`` if `value` is not an object.
  init(_ value: CanonicalValue, named name: String = "") throws(EventFormatError) {
    guard case .object(let fields) = value else { throw .badField(name) }
    self.fields = fields
    self.name = name
  }

  /// - Throws: ``EventFormatError/unknownField(_:)`` for the first field nobody took.
  func finish() throws(EventFormatError) {
    if let field = fields.first { throw .unknownField(path(field.key)) }
  }

  mutating func optional<Value>(
    _ key: String, _ read: (CanonicalValue) -> Value?
  ) throws(EventFormatError) -> Value? {
    guard let place = fields.firstIndex(where: { $0.key == key }) else { return nil }
    guard let result = read(fields.remove(at: place).value) else { throw .badField(path(key)) }
    return result
  }

  mutating func required<Value>(
    _ key: String, _ read: (CanonicalValue) -> Value?
  ) throws(EventFormatError) -> Value {
    guard let result = try optional(key, read) else { throw .missingField(path(key)) }
    return result
  }

  /// Reads each element of the array at `key`; an absent array is empty.
  mutating func list<Element>(
    _ key: String, _ read: (CanonicalValue) throws(EventFormatError) -> Element
  ) throws(EventFormatError) -> [Element] {
    var elements: [Element] = []
    for value in try optional(key, { $0.array }) ?? [] { elements.append(try read(value)) }
    return elements
  }

  mutating func string(_ key: String) throws(EventFormatError) -> String {
    try required(key) { $0.string }
  }

  mutating func integer<Number: FixedWidthInteger>(
    _ key: String, as type: Number.Type = Number.self
  ) throws(EventFormatError) -> Number {
    try required(key) { value in value.integer.flatMap { Number(exactly: $0) } }
  }

  mutating func fingerprint(_ key: String) throws(EventFormatError) -> Fingerprint {
    try required(key) { $0.string.flatMap { Fingerprint($0) } }
  }

  private func path(_ key: String) -> String { name.isEmpty ? key : "\(name).\(key)" }
}

extension CanonicalValue {
  /// The place of a field in an object.
  func place(of key: String) -> Int? {
    guard case .object(let fields) = self else { return nil }
    return fields.firstIndex { $0.key == key }
  }

  var string: String? { if case .string(let text) = self { text } else { nil } }
  var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
  var array: [CanonicalValue]? { if case .array(let values) = self { values } else { nil } }
}
