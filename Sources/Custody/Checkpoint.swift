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

  public init(
    workspaceID: String, size: Int, root: Fingerprint, time: Instant, signature: [UInt8]
  ) {
    self.workspaceID = workspaceID
    self.size = size
    self.root = root
    self.time = time
    self.signature = signature
  }
}
