public import Custody
public import Domain

/// What became of one card at its door, as a run sheet says.
public struct OutcomeRow: Hashable, Sendable {
  public enum Outcome: Hashable, Sendable {
    case delivered(to: Recipient, proofs: [Proof.Kind])
    case failed(FailureReason)
  }

  /// The line of the file on which the row starts, from 1.
  public let row: Int
  public let card: CardID
  public let time: TimeOfDay
  public let outcome: Outcome

  public init(row: Int, card: CardID, time: TimeOfDay, outcome: Outcome) {
    self.row = row
    self.card = card
    self.time = time
    self.outcome = outcome
  }
}

/// Reads a filled-in run sheet (columns: ``OutcomeColumn``).
public enum OutcomeImport {
  /// What became of each row of `file`, in order.
  ///
  /// - Throws: ``DelimitedError`` for what makes the file unreadable.
  public static func readings(of file: [UInt8]) throws(DelimitedError) -> [Reading<OutcomeRow>] {
    var rows = TableReader<OutcomeColumn>()
    rows.feed(file[...])
    rows.finish()
    var firstRows: [CardID: Int] = [:]
    var readings: [Reading<OutcomeRow>] = []
    while let row = try rows.next() {
      do throws(Rejection) {
        if let defect = row.defect { throw defect }
        let outcome = try outcomeRow(row)
        if let first = firstRows[outcome.card] {
          throw row.rejection(.cardID, .duplicate(firstRow: first))
        }
        firstRows[outcome.card] = row.line
        readings.append(.accepted(outcome, []))
      } catch {
        readings.append(.rejected(error))
      }
    }
    try rows.checkHeader()
    return readings
  }

  private static func outcomeRow(_ row: TableRow<OutcomeColumn>) throws(Rejection) -> OutcomeRow {
    guard let card = CardID(try row.required(.cardID)) else {
      throw row.rejection(.cardID, .cardID)
    }
    guard let time = try row.time(.time) else { throw row.rejection(.time, .empty) }
    guard let isDelivered = try row.word(.outcome, in: .outcomes) else {
      throw row.rejection(.outcome, .empty)
    }
    return OutcomeRow(
      row: row.line, card: card, time: time,
      outcome: isDelivered ? try delivery(row) : try failure(row))
  }

  private static func delivery(
    _ row: TableRow<OutcomeColumn>
  ) throws(Rejection) -> OutcomeRow.Outcome {
    guard let recipient = try row.word(.recipient, in: .recipients) else {
      throw row.rejection(.recipient, .empty)
    }
    var proofs: [Proof.Kind] = []
    for word in (row.optional(.proofs) ?? "").split(separator: "|") {
      guard let proof = Vocabulary<Proof.Kind>.proofs[String(word)] else {
        throw row.rejection(
          .proofs, .unknownWord(expected: Vocabulary<Proof.Kind>.proofs.words))
      }
      if !proofs.contains(proof) { proofs.append(proof) }
    }
    return .delivered(to: recipient, proofs: proofs)
  }

  private static func failure(
    _ row: TableRow<OutcomeColumn>
  ) throws(Rejection) -> OutcomeRow.Outcome {
    guard let reason = try row.word(.reason, in: .failures) else {
      throw row.rejection(.reason, .empty)
    }
    return .failed(reason)
  }
}

extension Vocabulary<Bool> {
  fileprivate static let outcomes = Vocabulary([
    (true, ["delivered", "diterima", "terkirim"]), (false, ["failed", "gagal"]),
  ])
}

extension Vocabulary<Recipient> {
  static let recipients = Vocabulary([
    (.own, ["self", "sendiri", "pemilik"]), (.family, ["family", "keluarga"]),
    (.neighbourhoodHead, ["rt", "rw"]), (.villageOffice, ["village", "kelurahan", "desa"]),
  ])
}

extension Vocabulary<FailureReason> {
  static let failures = Vocabulary(
    FailureReason.allCases.map { ($0, [$0.rawValue, $0.phrase.indonesian]) })
}

extension Vocabulary<Proof.Kind> {
  fileprivate static let proofs = Vocabulary([
    (.signature, ["signature", "tanda tangan", "ttd"]), (.thumb, ["thumb", "cap jempol"]),
    (.photo, ["photo", "foto"]), (.oldCard, ["old-card", "ktp lama"]),
  ])
}
