public import Custody
import Domain
import Foundation
import GRDB

/// What shows that the office's log was cut or rewritten: two of its own signed words.
public struct LogEvidence: Hashable, Sendable {
  public let reason: BundleError
  public let held: Checkpoint?
  public let offered: Checkpoint
}

extension Pocket {
  /// Everything that the office has not confirmed yet, as a file sealed to it; to be brought there
  /// any number of times, by anyone.
  ///
  /// - Parameter carried: Bundle files of others to take along; they stay sealed, damaged parts and
  ///   repetitions are left out.
  /// - Throws: ``PocketRefusal/noRunYet`` before the device has met its office.
  public func bundle(carrying carried: [[UInt8]] = [], clock: ClockReading) throws -> [UInt8] {
    let (state, entries) = try file.read { database -> (PocketState, [CourierBundle.Entry]) in
      guard let state = try PocketState.read(database) else { throw PocketRefusal.noRunYet }
      return (state, try self.entries(after: state.acknowledged, state: state, in: database))
    }
    return try CourierBundle.fileBytes(
      workspaceID: state.office.workspaceID, entries: entries, sent: clock,
      checkpoint: try state.checkpoint, from: key, of: courier, to: state.office.boxKey,
      carrying: Self.segments(of: carried))
  }

  /// How many events the office has not confirmed yet.
  public func unsentCount() throws -> Int { try file.read { try unsentCount(in: $0) } }

  /// Everything recorded on this device, in order.
  public func events() throws -> [Event] {
    try file.read { database in
      try database.all("SELECT body FROM event ORDER BY sequence", [], Event.init(row:))
    }
  }

  /// Everything recorded on this device as it is signed, in order.
  public func signedEvents() throws -> [SignedEvent] {
    try file.read { database in
      guard let state = try PocketState.read(database) else { return [] }
      return try entries(after: 0, state: state, in: database).map(\.signed)
    }
  }

  /// What the office has written down and not believed, in order of sequence.
  public func refusals() throws -> [Acknowledgement.Refusal] {
    try file.read { database in
      try database.all("SELECT * FROM refusal ORDER BY sequence") { row in
        Acknowledgement.Refusal(sequence: try row.read("sequence"), code: try row.read("code"))
      }
    }
  }

  /// The office this device keeps to; nothing before the first run.
  public func office() throws -> OfficeIdentity? {
    try file.read { try PocketState.read($0)?.office }
  }

  /// The last word of the office on its log.
  public func checkpoint() throws -> Checkpoint? {
    try file.read { try PocketState.read($0)?.checkpoint }
  }

  /// Whether the office has said that this device may record no more.
  public func isRevoked() throws -> Bool {
    try file.read { try PocketState.read($0)?.isRevoked ?? false }
  }

  func eventCount(in database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "SELECT count(*) FROM event") ?? 0
  }

  func unsentCount(in database: Database) throws -> Int {
    try Int.fetchOne(
      database,
      sql: "SELECT count(*) FROM event WHERE sequence > (SELECT acknowledged FROM pocket)") ?? 0
  }

  private func entries(
    after acknowledged: Int, state: PocketState, in database: Database
  ) throws -> [CourierBundle.Entry] {
    var previous =
      try Fingerprint.fetchOne(
        database, sql: "SELECT hash FROM event WHERE sequence = ?", arguments: [acknowledged])
      ?? DeviceChain(
        workspaceID: state.office.workspaceID, device: device.description,
        publicKey: key.signing.publicKey
      ).head.hash
    return try database.all(
      "SELECT * FROM event WHERE sequence > ? ORDER BY sequence", [acknowledged]
    ) { row in
      let entry = try entry(row, after: previous)
      previous = entry.signed.hash
      return entry
    }
  }

  private func entry(_ row: Row, after previous: Fingerprint) throws -> CourierBundle.Entry {
    let event = try Event(row: row)
    let sealed: Data? = try row.readIfPresent("detail")
    let detail = try sealed.map {
      try EventDetail(
        bytes: try dataKey.open(
          Array($0), context: SealedPlace.detail(of: event.id.sequence)))
    }
    return CourierBundle.Entry(
      signed: SignedEvent(
        event: event, previous: previous,
        signature: Array(try row.read("signature") as Data)),
      recorded: ClockReading(
        wall: try row.read("wall"), boot: try row.readIfPresent("boot"),
        uptime: try row.readIfPresent("uptime"), satellite: try row.readIfPresent("satellite")),
      detail: detail)
  }

  private static func segments(of files: [[UInt8]]) -> [Segment] {
    var seen: Set<Segment> = []
    return files.flatMap { Segment.segments(of: $0).whole.map(\.segment) }
      .filter { seen.insert($0).inserted }
  }
}
