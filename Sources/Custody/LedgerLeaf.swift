public import Domain

/// One entry of the office's log: an event that reached the office, and what the office made of it.
///
/// Refused events are entries too, so that nobody can make a claim disappear; they change no
/// custody. The entry's bytes are a leaf of the Merkle tree.
public struct LedgerLeaf: Hashable, Sendable {
  public enum Verdict: Hashable, Sendable {
    case accepted
    /// With the code of the refusal.
    case refused(String)
  }

  public let signed: SignedEvent
  /// When the office took it in.
  public let receivedAt: Instant
  public let verdict: Verdict
  /// In the order of ``ReviewFlag``, each once; none on a refused event.
  public let flags: [ReviewFlag]

  public init(
    signed: SignedEvent, receivedAt: Instant, verdict: Verdict = .accepted,
    flags: [ReviewFlag] = []
  ) {
    self.signed = signed
    self.receivedAt = receivedAt
    self.verdict = verdict
    self.flags = flags
  }

  public var event: Event { signed.event }
}
