import Custody
import Foundation
import Synchronization

/// The policy that was read last, shared by all copies of a pocket: one after the other, events are
/// nearly always of the same run.
final class PocketPolicies: Sendable {
  private let last = Mutex<(bytes: Data, policy: CustodyPolicy)?>(nil)

  /// The policy that `bytes` are.
  func policy(_ bytes: Data) throws -> CustodyPolicy {
    if let known = last.withLock({ $0 }), known.bytes == bytes { return known.policy }
    guard let policy = try? CustodyPolicy(bytes: Array(bytes)) else {
      throw UnreadableColumn(name: "run.policy")
    }
    last.withLock { $0 = (bytes, policy) }
    return policy
  }
}
