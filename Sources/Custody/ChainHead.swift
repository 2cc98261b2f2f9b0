import Crypto

/// The end of a hash chain: how many events it has and the hash that stands for all of them.
///
/// `hash_n = SHA-256(hash_{n−1} ‖ event_n)`: whoever knows the head knows whether any event before
/// it was changed.
public struct ChainHead: Hashable, Sendable {
  public let count: Int
  public let hash: Fingerprint

  public init(count: Int, hash: Fingerprint) {
    self.count = count
    self.hash = hash
  }

  /// The head of a chain without events; what the chain belongs to is hashed in, so that no event of
  /// one fits another.
  init(genesis fields: KeyValuePairs<String, CanonicalValue?>) {
    count = 0
    hash = Fingerprint(digest: SHA256.hash(data: CanonicalValue.object(of: fields).bytes))
  }

  /// The head after one more event.
  public func appending(_ event: [UInt8]) -> ChainHead {
    var hasher = SHA256()
    hash.withBytes { hasher.update(bufferPointer: $0) }
    hasher.update(data: event)
    return ChainHead(count: count + 1, hash: Fingerprint(digest: hasher.finalize()))
  }
}
