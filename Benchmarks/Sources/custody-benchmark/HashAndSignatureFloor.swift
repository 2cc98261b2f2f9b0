import Crypto
import Foundation

/// What the machine's own SHA-256 and Ed25519 take for a log, on all cores and with nothing else
/// done: per entry the hash of the leaf, one node of the tree, the link of the device's chain and one
/// signature.
struct HashAndSignatureFloor {
  private let messages: [[UInt8]]
  private let signatures: [Data]
  private let key: Curve25519.Signing.PublicKey

  /// - Parameter byteCount: Of one leaf.
  init(leafByteCount byteCount: Int, samples: Int = 4000) throws {
    let secret = Curve25519.Signing.PrivateKey()
    messages = (0..<samples).map { sample in
      (0..<byteCount).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ sample) }
    }
    signatures = try messages.map { try secret.signature(for: Data(SHA256.hash(data: $0))) }
    key = secret.publicKey
  }

  /// The time for so many entries, by as many as there are samples.
  func time(forEntries count: Int) -> TimeSpent {
    let cores = ProcessInfo.processInfo.activeProcessorCount
    let begin = TimeSpent.now
    DispatchQueue.concurrentPerform(iterations: cores) { core in
      var isValid = true
      for index in stride(from: core, to: messages.count, by: cores) {
        isValid = examine(index) && isValid
      }
      precondition(isValid, "the machine's Ed25519 refuses its own signature")
    }
    return TimeSpent.since(begin) * (Double(count) / Double(messages.count))
  }

  private func examine(_ index: Int) -> Bool {
    let leaf = SHA256.hash(data: messages[index])
    var node = SHA256()
    leaf.withUnsafeBytes { node.update(bufferPointer: $0) }
    leaf.withUnsafeBytes { node.update(bufferPointer: $0) }
    _ = node.finalize()
    let link = SHA256.hash(data: messages[index])
    return key.isValidSignature(signatures[index], for: Data(link))
  }
}
