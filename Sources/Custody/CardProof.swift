public import Domain

/// What a stranger needs to see for themselves that events of a card stand in an office's log: the
/// entries with their paths to the root of a signed checkpoint, and the enrolment of the devices
/// that signed them.
///
/// Invariant: everything in it has been verified, except that the office's key is the office's.
/// `docs/verify_proof.py` verifies the same from the file, and shares no code with this.
public struct CardProof: Hashable, Sendable {
  /// An entry of the log, and how its leaf leads to the root.
  public struct Entry: Hashable, Sendable {
    /// Counted from 1.
    public let place: Int
    /// The bytes of the ``LedgerLeaf``.
    public let leaf: [UInt8]
    /// As ``MerkleTree/inclusionProof(of:size:node:)`` gives it for leaf `place − 1`.
    public let path: [Fingerprint]

    public init(place: Int, leaf: [UInt8], path: [Fingerprint]) {
      self.place = place
      self.leaf = leaf
      self.path = path
    }
  }

  public let card: CardID
  /// In order of place; at least one.
  public let entries: [Entry]
  /// The enrolments of the devices that signed ``entries``; none for the office itself.
  public let enrolments: [Entry]
  public let checkpoint: Checkpoint
  public let officeKey: PublicKey

  /// - Throws: ``CardProofError`` for the first thing that does not prove what it should.
  public init(
    card: CardID, entries: [Entry], enrolments: [Entry], checkpoint: Checkpoint,
    officeKey: PublicKey
  ) throws(CardProofError) {
    self.card = card
    self.entries = entries.sorted { $0.place < $1.place }
    self.enrolments = enrolments.sorted { $0.place < $1.place }
    self.checkpoint = checkpoint
    self.officeKey = officeKey
    try verify()
  }

  /// Reads and verifies what ``fileBytes`` writes.
  ///
  /// - Throws: ``CardProofError``.
  public init(fileBytes: [UInt8]) throws(CardProofError) {
    let content: Content
    do { content = try Content(fileBytes) } catch { throw .badFile(error) }
    try self.init(
      card: content.card, entries: content.entries, enrolments: content.enrolments,
      checkpoint: content.checkpoint, officeKey: content.officeKey)
  }

  /// The proof as a file.
  public var fileBytes: [UInt8] {
    SealedFile(
      format: Self.format, version: 1,
      fields: [
        "card": .string(card.description), "checkpoint": .string(checkpoint.line),
        "enrolments": .array(enrolments.map(\.canonicalValue)),
        "entries": .array(entries.map(\.canonicalValue)),
        "officeKey": .string(officeKey.description),
      ]
    ).bytes
  }

  private static let format = "hantar-card-proof"

  private struct Content {
    let card: CardID
    let entries: [Entry]
    let enrolments: [Entry]
    let checkpoint: Checkpoint
    let officeKey: PublicKey

    init(_ fileBytes: [UInt8]) throws(BundleError) {
      let file = try SealedFile(fileBytes, format: format, version: 1)
      do throws(EventFormatError) {
        var fields = try FieldReader(file.content)
        card = try fields.required("card") { $0.string.flatMap { CardID($0) } }
        checkpoint = try Checkpoint(line: fields.string("checkpoint"))
        enrolments = try fields.list("enrolments", Entry.init(canonicalValue:))
        entries = try fields.list("entries", Entry.init(canonicalValue:))
        officeKey = try fields.required("officeKey") { $0.string.flatMap { PublicKey($0) } }
        try fields.finish()
      } catch { throw .damaged(error) }
    }
  }
}

extension CardProof.Entry {
  /// Leaves are canonical JSON and so valid UTF-8: they stand in the file as text.
  fileprivate var canonicalValue: CanonicalValue {
    .object(of: [
      "leaf": .string(String(decoding: leaf, as: UTF8.self)),
      "path": .strings(path.map(\.description)), "place": .integer(place),
    ])
  }

  fileprivate init(canonicalValue value: CanonicalValue) throws(EventFormatError) {
    var fields = try FieldReader(value, named: "entries")
    self.init(
      place: try fields.integer("place"), leaf: Array(try fields.string("leaf").utf8),
      path: try fields.list("path") { value throws(EventFormatError) in
        guard let hash = value.string.flatMap({ Fingerprint($0) }) else { throw .badField("path") }
        return hash
      })
    try fields.finish()
  }
}
