public import Domain

/// What a stranger needs to see for themselves that an office's log only grew from one of its signed
/// checkpoints to a later one: nothing that was in it was changed, reordered or taken out.
///
/// Invariant: everything in it has been verified, except that the office's key is the office's.
/// `docs/verify_proof.py` verifies the same from the file, and shares no code with this.
public struct ConsistencyProof: Hashable, Sendable {
  public let older: Checkpoint
  public let newer: Checkpoint
  /// As ``MerkleTree/consistencyProof(from:to:node:)`` gives it.
  public let path: [Fingerprint]
  public let officeKey: PublicKey

  /// - Throws: ``ConsistencyProofError`` for the first thing that does not prove what it should.
  public init(
    older: Checkpoint, newer: Checkpoint, path: [Fingerprint], officeKey: PublicKey
  ) throws(ConsistencyProofError) {
    self.older = older
    self.newer = newer
    self.path = path
    self.officeKey = officeKey
    try verify()
  }

  private func verify() throws(ConsistencyProofError) {
    guard older.isSigned(by: officeKey), newer.isSigned(by: officeKey) else {
      throw .wrongCheckpoint
    }
    guard older.workspaceID == newer.workspaceID else { throw .differentOffices }
    let hasGrown = MerkleTree.verifiesConsistency(
      from: older.size, older.root, to: newer.size, newer.root, path: path)
    guard hasGrown else { throw .notGrown(older: older.size, newer: newer.size) }
  }

  /// Reads and verifies what ``fileBytes`` writes.
  ///
  /// - Throws: ``ConsistencyProofError``.
  public init(fileBytes: [UInt8]) throws(ConsistencyProofError) {
    let content: Content
    do { content = try Content(fileBytes) } catch { throw .badFile(error) }
    try self.init(
      older: content.older, newer: content.newer, path: content.path,
      officeKey: content.officeKey)
  }

  /// The proof as a file: JSON.
  public var fileBytes: [UInt8] {
    SealedFile(
      format: Self.format, version: 1,
      fields: [
        "newer": .string(newer.line), "officeKey": .string(officeKey.description),
        "older": .string(older.line), "path": .strings(path.map(\.description)),
      ]
    ).bytes
  }

  private static let format = "hantar-consistency-proof"

  private struct Content {
    let older: Checkpoint
    let newer: Checkpoint
    let path: [Fingerprint]
    let officeKey: PublicKey

    init(_ fileBytes: [UInt8]) throws(BundleError) {
      let file = try SealedFile(fileBytes, format: format, version: 1)
      do throws(EventFormatError) {
        var fields = try FieldReader(file.content)
        older = try Checkpoint(line: fields.string("older"))
        newer = try Checkpoint(line: fields.string("newer"))
        path = try fields.list("path") { value throws(EventFormatError) in
          guard let hash = value.string.flatMap({ Fingerprint($0) }) else {
            throw .badField("path")
          }
          return hash
        }
        officeKey = try fields.required("officeKey") { $0.string.flatMap { PublicKey($0) } }
        try fields.finish()
      } catch { throw .damaged(error) }
    }
  }
}

/// Why a proof that a log only grew proves nothing.
public enum ConsistencyProofError: Error, Hashable, Described {
  case badFile(BundleError)
  /// A checkpoint is not signed with the office's key.
  case wrongCheckpoint
  case differentOffices
  /// The path does not lead to both roots.
  case notGrown(older: Int, newer: Int)

  public var phrase: Phrase {
    switch self {
    case .badFile(let error):
      Phrase(
        id: "berkas bukti: \(error.phrase.indonesian)", en: "proof file: \(error.phrase.english)")
    case .wrongCheckpoint:
      Phrase(
        id: "tonggak di dalam bukti tidak ditandatangani kunci kantor; minta bukti baru",
        en: "a checkpoint in the proof is not signed with the office's key; ask for a new proof")
    case .differentOffices:
      Phrase(
        id: "kedua tonggak berasal dari buku yang berbeda; minta bukti baru",
        en: "the two checkpoints are of different logs; ask for a new proof")
    case .notGrown(let older, let newer):
      Phrase(
        id: "tidak terbukti bahwa buku dengan \(newer) catatan adalah kelanjutan dari buku dengan"
          + " \(older) catatan; minta bukti baru",
        en: "the log of \(newer) entries is not shown to go on from that of \(older); ask for a"
          + " new proof")
    }
  }
}
