/// One entry of the ledger as it is stored.
public struct ChainLink: Hashable, Sendable {
  /// Its place, from 1.
  public let index: Int
  /// The canonical bytes of the event.
  public let canonical: [UInt8]
  public let hash: Fingerprint
  /// HMAC-SHA-256 of ``hash``: a chain recomputed without the ledger key does not have it.
  public let seal: Fingerprint

  public init(index: Int, canonical: [UInt8], hash: Fingerprint, seal: Fingerprint) {
    self.index = index
    self.canonical = canonical
    self.hash = hash
    self.seal = seal
  }

  /// The end of the chain once this entry is in it.
  public var head: ChainHead { ChainHead(count: index, hash: hash) }
}
