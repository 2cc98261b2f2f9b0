public import Domain

/// One entry of the office's log: an event that reached the office, and what the office made of it.
///
/// Refused events are entries too, so that nobody can make a claim disappear; they change no
/// custody. The entry's bytes are a leaf of the Merkle tree.
public struct LedgerLeaf: Hashable, Sendable {
  public enum Verdict: Hashable, Sendable {
    case accepted
    /// With the code of the refusal: upper case with underscores.
    case refused(String)
  }

  public let signed: SignedEvent
  /// When the office took it in.
  public let receivedAt: Instant
  public let verdict: Verdict
  /// In the order of ``ReviewFlag``, each once; none on a refused event.
  public let flags: [ReviewFlag]

  /// - Parameter flags: In any order; those of a refused event are dropped.
  public init(
    signed: SignedEvent, receivedAt: Instant, verdict: Verdict = .accepted,
    flags: [ReviewFlag] = []
  ) {
    self.signed = signed
    self.receivedAt = receivedAt
    self.verdict = verdict
    self.flags = verdict == .accepted ? ReviewFlag.allCases.filter(flags.contains) : []
  }

  public var event: Event { signed.event }

  /// Reads what ``bytes`` writes, and nothing else.
  ///
  /// - Throws: ``EventFormatError`` for the first thing wrong.
  public init(bytes: [UInt8]) throws(EventFormatError) {
    var fields = try EventFieldReader(bytes)
    let signed = try fields.signedEvent()
    let flags = try fields.optional("flags", Self.flags) ?? []
    let refusal = try fields.optional("refusal") { $0.string.flatMap(Self.refusalCode) }
    let milliseconds = try fields.required("receivedAt") { $0.integer }
    try fields.finish()
    self.init(
      signed: signed, receivedAt: Instant(milliseconds: milliseconds),
      verdict: refusal.map { .refused($0) } ?? .accepted, flags: flags)
    guard self.flags == flags else { throw .badField("flags") }
  }

  /// Canonical JSON, the event's own bytes first: what the tree is built over.
  public var bytes: [UInt8] {
    var writer = CanonicalWriter(capacity: signed.canonical.count + 384)
    writer.field("event", canonical: signed.canonical)
    writer.field("flags", flags.isEmpty ? nil : .strings(flags.map(\.rawValue)))
    writer.field("previous", signed.previous)
    writer.field("receivedAt", receivedAt.milliseconds)
    writer.field("refusal", refusal)
    writer.field("signature", hexadecimal: signed.signature)
    return writer.finished()
  }

  /// The code of the refusal, where there is one.
  public var refusal: String? {
    if case .refused(let code) = verdict { code } else { nil }
  }

  /// Nothing for an empty list, which is written by leaving the field out.
  private static func flags(_ value: CanonicalValue) -> [ReviewFlag]? {
    guard let values = value.array, !values.isEmpty else { return nil }
    let flags = values.compactMap { $0.string.flatMap(ReviewFlag.init(rawValue:)) }
    return flags.count == values.count ? flags : nil
  }

  private static func refusalCode(_ text: String) -> String? {
    let isCode =
      !text.isEmpty
      && text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) || $0 == 0x5F }
    return isCode ? text : nil
  }
}
