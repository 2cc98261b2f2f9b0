import Crypto

/// HMAC-SHA-256 under one key, prepared once for many messages.
struct KeyedHash: Hashable, Sendable {
  let key: Fingerprint
  private let prepared: HMAC<SHA256>

  init(key: Fingerprint) {
    self.key = key
    prepared = HMAC(key: SymmetricKey(data: key.bytes))
  }

  func code(for message: String) -> Fingerprint {
    var hash = prepared
    hash.update(data: Array(message.utf8))
    return Fingerprint(code: hash.finalize())
  }

  static func == (left: KeyedHash, right: KeyedHash) -> Bool { left.key == right.key }

  func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
