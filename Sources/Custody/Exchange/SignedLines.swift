/// What a segment holds: lines of canonical JSON, the last of them a signature of those before.
///
/// Canonical JSON holds no line break of its own, so a line is a value.
struct SignedLines {
  /// Without the signature's.
  let lines: [[UInt8]]
  private let signedBytes: ArraySlice<UInt8>
  private let signature: [UInt8]

  /// Reads the lines; whose they are must be asked of ``isSigned(by:)``.
  ///
  /// - Throws: ``BundleError/damaged(_:)``.
  init(_ bytes: [UInt8]) throws(BundleError) {
    var all = bytes.split(separator: Self.lineBreak, omittingEmptySubsequences: false)
    guard let end = all.popLast(), end.isEmpty, let last = all.popLast(), !all.isEmpty else {
      throw .damaged(.missingField("signature"))
    }
    lines = all.map { Array($0) }
    signedBytes = bytes[..<last.startIndex]
    signature = try BundleError.wrap { () throws(EventFormatError) in
      var fields = try FieldReader(try CanonicalValue(bytes: Array(last)))
      let signature = try fields.required("signature") { value in
        value.string.flatMap { Hexadecimal.bytes($0) }
      }
      try fields.finish()
      return signature
    }
  }

  /// One line that the device itself has kept.
  init(unsigned line: [UInt8]) {
    lines = [line]
    signedBytes = []
    signature = []
  }

  /// The lines with their signature.
  static func bytes(
    of lines: [[UInt8]], signedWith key: SigningKey
  ) throws(BundleError) -> [UInt8] {
    let content = lines.flatMap { $0 + [lineBreak] }
    let signature: [UInt8]
    do { signature = try key.signature(of: content) } catch { throw .cannotSeal }
    let end = CanonicalValue.object(of: ["signature": .string(Hexadecimal.text(signature))])
    return content + end.bytes + [lineBreak]
  }

  func isSigned(by key: PublicKey) -> Bool { key.verifies(signature, of: Array(signedBytes)) }

  /// The fields of the first line, after it was found to be of one known format and version.
  func head(format: String, version: Int) throws(BundleError) -> FieldReader {
    var fields = try BundleError.wrap { () throws(EventFormatError) in
      try FieldReader(try CanonicalValue(bytes: lines.first ?? []))
    }
    let (foundFormat, foundVersion) = try BundleError.wrap { () throws(EventFormatError) in
      (try fields.string("format"), try fields.integer("version", as: Int.self))
    }
    guard foundFormat == format else { throw .wrongFormat(expected: format, found: foundFormat) }
    guard foundVersion == version else { throw .unsupportedVersion(found: foundVersion) }
    return fields
  }

  private static let lineBreak = UInt8(ascii: "\n")
}
