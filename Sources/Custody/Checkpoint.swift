public import Domain

/// The office's signed word on its whole log: so many entries, and the root of their Merkle tree.
///
/// Whoever keeps one can show later that the log was cut, forked or rewritten. It is published as
/// one line of text:
/// `hantar-checkpoint 1 WORKSPACE SIZE ROOT MILLISECONDS SIGNATURE`, hexadecimal, a space between.
public struct Checkpoint: Hashable, Sendable {
  public let workspaceID: String
  public let size: Int
  public let root: Fingerprint
  public let time: Instant
  /// Ed25519 over the line up to the space before the signature; 64 bytes.
  public let signature: [UInt8]

  /// Signs the office's word.
  public init(
    workspaceID: String, size: Int, root: Fingerprint, time: Instant, signedWith key: SigningKey
  ) throws(KeyError) {
    let statement = Self.statement(workspaceID, size, root, time)
    self.init(
      workspaceID: workspaceID, size: size, root: root, time: time,
      signature: try key.signature(of: Array(statement.utf8)))
  }

  private init(
    workspaceID: String, size: Int, root: Fingerprint, time: Instant, signature: [UInt8]
  ) {
    self.workspaceID = workspaceID
    self.size = size
    self.root = root
    self.time = time
    self.signature = signature
  }

  /// Reads what ``line`` writes, with or without space around it.
  ///
  /// Whose word it is must be asked of ``isSigned(by:)``.
  ///
  /// - Throws: ``EventFormatError/badField(_:)`` naming the first part that is not as written.
  public init(line: some StringProtocol) throws(EventFormatError) {
    let text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 7, parts[0] == Self.format, parts[1] == "1" else {
      throw .badField("hantar-checkpoint 1")
    }
    guard let size = Int(parts[3]), size >= 0 else { throw .badField("size") }
    guard let root = Fingerprint(parts[4]) else { throw .badField("root") }
    guard let milliseconds = Int64(parts[5]) else { throw .badField("time") }
    guard let signature = Hexadecimal.bytes(parts[6]), signature.count == 64 else {
      throw .badField("signature")
    }
    self.init(
      workspaceID: parts[2], size: size, root: root,
      time: Instant(milliseconds: milliseconds), signature: signature)
    guard self.line == text else { throw .badField("hantar-checkpoint 1") }
  }

  /// The line to publish, without an end of line.
  public var line: String { "\(statement) \(Hexadecimal.text(signature))" }

  /// Whether it is the word of the office with `key`.
  public func isSigned(by key: PublicKey) -> Bool {
    key.verifies(signature, of: Array(statement.utf8))
  }

  private static let format = "hantar-checkpoint"

  private var statement: String { Self.statement(workspaceID, size, root, time) }

  private static func statement(
    _ workspaceID: String, _ size: Int, _ root: Fingerprint, _ time: Instant
  ) -> String {
    "\(format) 1 \(workspaceID) \(size) \(root) \(time.milliseconds)"
  }
}
