public import Custody
import Domain
import Foundation
import GRDB

extension Pocket {
  /// What a file from the office brought.
  public enum Taken: Hashable, Sendable {
    case run(RunBundle)
    case acknowledgement(Receipt)
  }

  /// What the office confirmed.
  public struct Receipt: Hashable, Sendable {
    /// Events the office has now and had not confirmed before.
    public let confirmed: Int
    /// Events it has not confirmed yet.
    public let unsent: Int
    /// In order of sequence.
    public let refusals: [Acknowledgement.Refusal]
    /// Whether this device may record no more.
    public let isRevoked: Bool
  }

  /// Takes in what the office sent: runs and acknowledgements, in any order and any number of times.
  ///
  /// A file may hold parts for other devices, which are passed over. The first run fixes which office
  /// this device keeps to. An office whose log shrank or was rewritten is refused, and its word kept
  /// as ``evidence()``.
  ///
  /// - Returns: What was taken, in the order of the file.
  /// - Throws: `BundleError` if nothing in the file is for this device, or a part is not to be
  ///   trusted; the parts before it were taken.
  @discardableResult
  public func take(_ fileBytes: [UInt8], clock: ClockReading) throws -> [Taken] {
    let (whole, damaged) = Segment.segments(of: fileBytes)
    let own = whole.map(\.segment).filter { segment in
      segment.isSealed(to: key.box.publicKey) && segment.kind != .courierEvents
    }
    guard !own.isEmpty else {
      throw damaged.first?.error ?? (whole.isEmpty ? .notABundle : .sealedToAnother)
    }
    let taken = try own.map { segment in
      switch segment.kind {
      case .run: Taken.run(try takeRun(segment, clock: clock))
      case .acknowledgement, .courierEvents:
        Taken.acknowledgement(try takeAcknowledgement(segment, clock: clock))
      }
    }
    try dropRunsThatAreOver(at: clock)
    return taken
  }

  /// What contradicts the office's own word, the oldest first; nothing in a sound office.
  public func evidence() throws -> [LogEvidence] {
    try file.read { database in
      try database.all("SELECT * FROM evidence ORDER BY id") { row in
        let held: String? = try row.readIfPresent("held")
        return LogEvidence(
          reason: try Self.reason(of: row), held: try held.map { try Checkpoint(line: $0) },
          offered: try Checkpoint(line: try row.read("offered") as String))
      }
    }
  }

  private func takeRun(_ segment: Segment, clock: ClockReading) throws -> RunBundle {
    let state = try file.read { try PocketState.read($0) }
    let bundle = try RunBundle(segment, with: key.box, trusting: state?.office)
    guard bundle.device == device else {
      throw BundleError.otherDevice(
        expected: device.description, found: bundle.device.description)
    }
    guard bundle.courier == courier else {
      throw BundleError.otherDevice(
        expected: courier.description, found: bundle.courier.description)
    }
    try keepingEvidence(of: bundle.note, clock: clock) {
      try file.write { database in
        let state = try PocketState.read(database)
        if state == nil { try pin(bundle.note.office, in: database) }
        try keep(bundle.note, state: state, clock: clock, in: database)
        try save(bundle, isRevoked: state?.isRevoked ?? false, in: database)
      }
    }
    return bundle
  }

  private func takeAcknowledgement(_ segment: Segment, clock: ClockReading) throws -> Receipt {
    guard let office = try office() else { throw BundleError.noOfficeYet }
    let answer = try Acknowledgement(segment, with: key.box, trusting: office)
    guard answer.device == device else {
      throw BundleError.otherDevice(
        expected: device.description, found: answer.device.description)
    }
    return try keepingEvidence(of: answer.note, clock: clock) {
      try file.write { database in
        guard let state = try PocketState.read(database) else { throw BundleError.noOfficeYet }
        try check(answer.head, state: state, in: database)
        try keep(answer.note, state: state, clock: clock, in: database)
        return try save(answer, state: state, in: database)
      }
    }
  }

  /// Checks that what the office confirms is what this device recorded.
  private func check(_ head: ChainHead, state: PocketState, in database: Database) throws {
    let own =
      head.count == 0
      ? DeviceChain(
        workspaceID: state.office.workspaceID, device: device.description,
        publicKey: key.signing.publicKey
      ).head.hash
      : try Fingerprint.fetchOne(
        database, sql: "SELECT hash FROM event WHERE sequence = ?", arguments: [head.count])
    guard own == head.hash else { throw BundleError.acknowledgesOthers(sequence: head.count) }
  }

  private func pin(_ office: OfficeIdentity, in database: Database) throws {
    try database.execute(
      sql: """
        UPDATE pocket SET
          workspace = ?, office_name = ?, office_signing_key = ?, office_box_key = ?
        """,
      arguments: [
        office.workspaceID, office.name, Data(office.signingKey.bytes), Data(office.boxKey.bytes),
      ])
  }

  /// Keeps the office's checkpoint and time, if its log is the one remembered or grew from it.
  private func keep(
    _ note: OfficeNote, state: PocketState?, clock: ClockReading, in database: Database
  ) throws {
    let kept = try LogMemory.kept(
      try state?.checkpoint, offered: note.checkpoint, proofs: note.proofs)
    // The word of an old file is no news about the time.
    let time = max(note.checkpoint.time, state?.earliest(at: clock) ?? note.checkpoint.time)
    try database.execute(
      sql: """
        UPDATE pocket SET checkpoint = ?, anchor_time = ?, anchor_boot = ?, anchor_uptime = ?
        """, arguments: [kept.line, time, clock.boot, clock.uptime])
  }

  /// Writes down a run and its cards; an older issue of a run that is there changes nothing.
  private func save(_ bundle: RunBundle, isRevoked: Bool, in database: Database) throws {
    let earlier = try StoredRun.read(bundle.run, in: database)
    if let earlier, earlier.issued >= bundle.issued { return }
    let sealed =
      isRevoked
      ? nil : Data(try dataKey.seal(bundle.bytes, context: SealedPlace.run(bundle.run)))
    try database.execute(
      sql: """
        INSERT INTO run (id, date, zone, document, issued, expires, policy, content)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
          document = excluded.document, issued = excluded.issued, expires = excluded.expires,
          policy = excluded.policy, content = excluded.content
        """,
      arguments: [
        bundle.run, bundle.date, bundle.zone, bundle.document, bundle.issued, bundle.expires,
        Data(bundle.policy.bytes), sealed,
      ])
    guard let run = try StoredRun.read(bundle.run, in: database) else { return }
    try database.execute(
      sql: "DELETE FROM card WHERE run = ? AND event IS NULL", arguments: [run.number])
    for stop in bundle.stops {
      for card in stop.cards {
        // What this device recorded about a card of this run is not undone by a newer issue.
        if try PocketCard.read(card.id, in: database)?.run == run.number { continue }
        try database.insertCard(
          startingCustody(of: card.id, in: bundle), run: run.number, stop: stop.number,
          replaces: card.surrendersOldCard)
      }
    }
  }

  private func save(
    _ answer: Acknowledgement, state: PocketState, in database: Database
  ) throws -> Receipt {
    let acknowledged = max(state.acknowledged, answer.head.count)
    try database.execute(
      sql: "UPDATE pocket SET acknowledged = ?, revoked = max(revoked, ?)",
      arguments: [acknowledged, answer.isRevoked])
    try database.execute(
      sql: """
        UPDATE event SET detail = NULL, latest = NULL
        WHERE sequence <= ? AND (detail IS NOT NULL OR latest IS NOT NULL)
        """, arguments: [acknowledged])
    for refusal in answer.refusals {
      try database.execute(
        sql: "INSERT OR REPLACE INTO refusal VALUES (?, ?)",
        arguments: [refusal.sequence, refusal.code])
    }
    return Receipt(
      confirmed: acknowledged - state.acknowledged, unsent: try unsentCount(in: database),
      refusals: answer.refusals, isRevoked: state.isRevoked || answer.isRevoked)
  }

  private func startingCustody(of card: CardID, in bundle: RunBundle) -> CardCustody {
    CardCustody(
      card: card, holder: .courier(courier), status: .outForDelivery, attempts: 0,
      lastFailure: nil, since: bundle.issued)
  }
}

extension Pocket {
  /// Forgets the names and addresses of runs that are over and whose events the office has, and of
  /// all runs once the device is revoked.
  func dropRunsThatAreOver(at clock: ClockReading) throws {
    let over = try file.read { database in
      guard let state = try PocketState.read(database) else { return [StoredRun]() }
      let now = max(clock.wall, state.earliest(at: clock))
      return try StoredRun.all(in: database).filter { run in
        guard run.hasContent else { return false }
        if state.isRevoked { return true }
        let last = try Int.fetchOne(
          database, sql: "SELECT max(sequence) FROM event WHERE run = ?", arguments: [run.number])
        return now >= run.expires && last ?? 0 <= state.acknowledged
      }
    }
    guard !over.isEmpty else { return }
    try file.write { database in
      for run in over {
        try database.execute(
          sql: "UPDATE run SET content = NULL WHERE number = ?", arguments: [run.number])
      }
    }
    // They are gone from the table; a full disk only leaves them, sealed, in the log for longer.
    try? file.compact()
  }

  /// Keeps the office's word when it contradicts an earlier one, before the error goes on.
  private func keepingEvidence<Value>(
    of note: OfficeNote, clock: ClockReading, _ body: () throws -> Value
  ) throws -> Value {
    do { return try body() } catch let error as BundleError where error.isEvidence {
      try file.write { database in
        try database.execute(
          sql: """
            INSERT INTO evidence (reason, held, offered, received_at)
            SELECT :reason, checkpoint, :offered, :time FROM pocket
            WHERE NOT EXISTS (
              SELECT 1 FROM evidence WHERE reason = :reason AND offered = :offered)
            """,
          arguments: [
            "reason": Self.code(of: error), "offered": note.checkpoint.line,
            "time": clock.wall,
          ])
      }
      throw error
    }
  }

  private static func code(of error: BundleError) -> String {
    switch error {
    case .logShrunk(let held, let offered): "shrunk \(held) \(offered)"
    case .logForked(let held, let offered): "forked \(held) \(offered)"
    case .acknowledgesOthers(let sequence): "others \(sequence)"
    default: "other"
    }
  }

  private static func reason(of row: Row) throws -> BundleError {
    let text: String = try row.read("reason")
    let parts = text.split(separator: " ")
    let numbers = parts.dropFirst().compactMap { Int($0) }
    return switch (parts.first, numbers.count) {
    case ("shrunk", 2): .logShrunk(held: numbers[0], offered: numbers[1])
    case ("forked", 2): .logForked(held: numbers[0], offered: numbers[1])
    case ("others", 1): .acknowledgesOthers(sequence: numbers[0])
    default: throw UnreadableColumn(name: "evidence.reason")
    }
  }
}
