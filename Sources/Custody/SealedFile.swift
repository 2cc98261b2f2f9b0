import Crypto

/// A file of one canonical JSON object on one line, with its format, version and checksum in it.
///
/// The checksum is the SHA-256 of the object without the field `checksum`. It finds accidents, not
/// forgers: those need a signature inside the content.
struct SealedFile {
  /// The fields without `checksum`, `format` and `version`.
  let content: CanonicalValue
  private let format: String
  private let version: Int

  init(format: String, version: Int, fields: [String: CanonicalValue?]) {
    self.format = format
    self.version = version
    content = .object(of: fields)
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
    self.init(content: .object(fields), format: format, version: version)
    guard checksum == self.checksum.description else { throw .checksumMismatch }
  }

  private init(content: CanonicalValue, format: String, version: Int) {
    self.content = content
    self.format = format
    self.version = version
  }

  var bytes: [UInt8] {
    whole(with: ["checksum": .string(checksum.description)]).bytes + [UInt8(ascii: "\n")]
  }

  private var checksum: Fingerprint {
    Fingerprint(digest: SHA256.hash(data: whole(with: [:]).bytes))
  }

  private func whole(with extra: [String: CanonicalValue]) -> CanonicalValue {
    guard case .object(let fields) = content else { return content }
    var all: [String: CanonicalValue?] = extra.mapValues { $0 }
    all["format"] = .string(format)
    all["version"] = .integer(version)
    for field in fields { all[field.key] = field.value }
    return .object(of: all)
  }

  private static func take(
    _ key: String, from fields: inout [CanonicalValue.Field]
  ) -> CanonicalValue? {
    guard let index = fields.firstIndex(where: { $0.key == key }) else { return nil }
    return fields.remove(at: index).value
  }
}
