import Crypto

/// The end of a hash chain: how many entries it has and the hash that stands for all of them.
///
/// `hash_n = SHA-256(hash_{n−1} ‖ entry_n)`: whoever knows the head knows whether any entry before
/// it was changed.
public struct ChainHead: Hashable, Sendable {
  public let count: Int
  public let hash: Fingerprint

  public init(count: Int, hash: Fingerprint) {
    self.count = count
    self.hash = hash
  }

  /// The head of a ledger without entries.
  ///
  /// The workspace is hashed in, so that no entry of one office fits the ledger of another.
  public static func genesis(workspaceID: String) -> ChainHead {
    ChainHead(genesis: [
      "format": .string("hantar-ledger"), "version": .integer(1),
      "workspace": .string(workspaceID),
    ])
  }

  init(genesis fields: KeyValuePairs<String, CanonicalValue?>) {
    count = 0
    hash = Fingerprint(digest: SHA256.hash(data: CanonicalValue.object(of: fields).bytes))
  }

  /// The head after one more entry.
  public func appending(_ entry: [UInt8]) -> ChainHead {
    var hasher = SHA256()
    hasher.update(data: hash.bytes)
    hasher.update(data: entry)
    return ChainHead(count: count + 1, hash: Fingerprint(digest: hasher.finalize()))
  }

  /// The next entry of the ledger, with the seal that only the holder of `key` can make.
  public func link(_ entry: [UInt8], sealedWith key: LedgerKey) -> ChainLink {
    let head = appending(entry)
    return ChainLink(
      index: head.count, canonical: entry, hash: head.hash, seal: key.seal(head.hash))
  }
}
