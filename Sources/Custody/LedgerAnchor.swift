/// What the ledger's end was, kept in a small file outside the database.
///
/// A database cut off after some entry is consistent in itself; only a copy of its head elsewhere
/// shows that the tail is missing. The store writes the anchor after every commit, so an anchor
/// may be behind the ledger but never ahead of it.
public struct LedgerAnchor: Hashable, Sendable {
  public let head: ChainHead
  private let code: Fingerprint

  public init(head: ChainHead, sealedWith key: LedgerKey) {
    self.head = head
    code = key.code(for: Self.message(head))
  }

  /// Reads what ``fileBytes`` writes. Nothing has been verified yet: see ``isAuthentic(under:)``.
  ///
  /// - Throws: ``BundleError`` if the file is cut off, changed or something else.
  public init(fileBytes: [UInt8]) throws(BundleError) {
    let file = try SealedFile(fileBytes, format: Self.format, version: 1)
    (head, code) = try BundleError.wrap { () throws(EventFormatError) in
      var fields = try FieldReader(file.content)
      let head = ChainHead(
        count: try fields.integer("count"), hash: try fields.fingerprint("hash"))
      let code = try fields.fingerprint("code")
      try fields.finish()
      return (head, code)
    }
  }

  /// The anchor as a file.
  public var fileBytes: [UInt8] {
    SealedFile(
      format: Self.format, version: 1,
      fields: [
        "code": .string(code.description), "count": .integer(head.count),
        "hash": .string(head.hash.description),
      ]
    ).bytes
  }

  /// Whether whoever made this anchor held `key`.
  public func isAuthentic(under key: LedgerKey) -> Bool {
    key.verifies(code, for: Self.message(head))
  }

  private static let format = "hantar-ledger-anchor"

  /// Longer than a chain hash, so that no seal of an entry can pass for an anchor.
  private static func message(_ head: ChainHead) -> [UInt8] {
    CanonicalValue.object(of: [
      "count": .integer(head.count), "format": .string(format),
      "hash": .string(head.hash.description),
    ]).bytes
  }
}
