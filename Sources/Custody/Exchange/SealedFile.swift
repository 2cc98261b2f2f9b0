import Crypto

/// A file of one canonical JSON object on one line, with its format, version and checksum in it.
///
/// The checksum is the SHA-256 of the object without the field `checksum`. It finds accidents, not
/// forgers: those need a signature inside the content.
struct SealedFile {
  private let format: String
  private let version: Int
  /// The fields without `checksum`, `format` and `version`, in canonical order.
  private let fields: [CanonicalValue.Field]

  init(format: String, version: Int, fields: KeyValuePairs<String, CanonicalValue?>) {
    self.init(format: format, version: version, fields: CanonicalValue.fields(of: fields))
  }

  private init(format: String, version: Int, fields: [CanonicalValue.Field]) {
    self.format = format
    self.version = version
    self.fields = fields
  }

  /// Reads a file of one known format and version.
  ///
  /// - Throws: ``BundleError``, from the most to the least basic failure.
  init(_ bytes: [UInt8], format: String, version: Int) throws(BundleError) {
    guard bytes.starts(with: Array("{\"".utf8)) else { throw .notABundle }
    guard bytes.last == UInt8(ascii: "\n") else { throw .truncated(byteCount: bytes.count) }
    let value = try BundleError.wrap { () throws(EventFormatError) in
      try CanonicalValue(bytes: Array(bytes.dropLast()))
    }
    guard case .object(var fields) = value, let found = Self.take("format", from: &fields)?.string
    else { throw .notABundle }
    guard found == format else { throw .wrongFormat(expected: format, found: found) }
    guard let number = Self.take("version", from: &fields)?.integer else { throw .notABundle }
    guard number == Int64(version) else { throw .unsupportedVersion(found: Int(number)) }
    let checksum = Self.take("checksum", from: &fields)?.string
    self.init(format: format, version: version, fields: fields)
    guard checksum == self.checksum.description else { throw .checksumMismatch }
  }

  var content: CanonicalValue { .object(fields) }

  /// The whole file.
  var bytes: [UInt8] {
    with("checksum", .string(checksum.description)).unchecked + [UInt8(ascii: "\n")]
  }

  /// What the checksum is of, and what a signature inside the content signs.
  var unchecked: [UInt8] {
    with("format", .string(format)).with("version", .integer(version)).content.bytes
  }

  /// The same file with one field more.
  func with(_ key: String, _ value: CanonicalValue) -> SealedFile {
    let place = fields.firstIndex { CanonicalValue.Field.areInOrder(key, $0.key) }
    var all = fields
    all.insert(CanonicalValue.Field(key: key, value: value), at: place ?? fields.endIndex)
    return SealedFile(format: format, version: version, fields: all)
  }

  /// The same file without one field of its content.
  func without(_ key: String) -> SealedFile {
    SealedFile(format: format, version: version, fields: fields.filter { $0.key != key })
  }

  private var checksum: Fingerprint { Fingerprint(digest: SHA256.hash(data: unchecked)) }

  private static func take(
    _ key: String, from fields: inout [CanonicalValue.Field]
  ) -> CanonicalValue? {
    guard let index = fields.firstIndex(where: { $0.key == key }) else { return nil }
    return fields.remove(at: index).value
  }
}
