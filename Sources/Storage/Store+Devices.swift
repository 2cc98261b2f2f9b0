public import Custody
public import Domain
import Foundation
import GRDB

extension Store {
  /// Lets a device record events for its courier.
  ///
  /// The caller has compared ``Custody/DeviceID/code`` with what the courier reads out. Whatever the
  /// device brought before counts when it brings it again.
  ///
  /// - Parameter by: The person who answers for it.
  /// - Throws: ``StoreRefusal`` if the courier is not known, or the device is enrolled or revoked.
  public func enrol(_ request: DeviceRequest, by: String, now: Instant) throws -> Device {
    try enrol(request.registration, by: by, now: now)
  }

  func enrol(_ registration: DeviceRegistration, by: String, now: Instant) throws -> Device {
    try commit(now: now) { database, books in
      let id = registration.device
      _ = try courier(registration.courier, in: database)
      if let known = try knownDevice(id, in: database) {
        throw known.isRevoked ? StoreRefusal.deviceRevoked(id) : .deviceEnrolled(id)
      }
      let entry = try books.ledger.append(
        EventDraft(
          kind: .enrolled, cards: [], giver: .office, taker: .office, actor: by,
          registration: registration))
      let start = chain(of: id, key: registration.signingKey)
      try database.execute(
        sql: "INSERT INTO device VALUES (?, ?, ?, ?, ?, NULL, 0, ?, NULL)",
        arguments: [
          id, Data(registration.signingKey.bytes), Data(registration.boxKey.bytes),
          registration.courier, entry.place, start.head.hash,
        ])
      return try device(id, in: database)
    }
  }

  /// Takes a device's right to record: it is lost, or its courier has left.
  ///
  /// Events of it that come in later are refused and wait for a named person, and so are those that
  /// waited for an earlier one.
  ///
  /// - Parameter reason: In words; it is kept beside the log.
  /// - Throws: ``StoreRefusal`` if the device is not enrolled or revoked already.
  public func revoke(
    _ id: DeviceID, by: String, reason: String, now: Instant
  ) throws -> RevokedDevice {
    try commit(now: now) { database, books in
      let known = try device(id, in: database)
      guard known.isActive else { throw StoreRefusal.deviceRevoked(id) }
      let lastEvent = try database.first(
        """
        SELECT * FROM entry WHERE device = ? AND refusal IS NULL ORDER BY sequence DESC LIMIT 1
        """, [id], LedgerEntry.init(row:))
      let entry = try books.ledger.append(
        EventDraft(
          kind: .revoked, cards: [], giver: .office, taker: .office, actor: by,
          registration: known.registration, detail: newDetail(note: reason.withoutLongNumbers)))
      try database.execute(
        sql: "UPDATE device SET revocation = ? WHERE id = ?", arguments: [entry.place, id])
      let refused = try refuseWaiting(of: id, in: database, &books)
      let cards: [CardID] = try database.all(
        "SELECT card FROM card_custody WHERE holder = ? ORDER BY card",
        [Holder.courier(known.courier)]
      ) { try $0.read("card") }
      return RevokedDevice(
        device: try device(id, in: database), cards: cards, lastEvent: lastEvent,
        refusedWaiting: refused)
    }
  }

  /// Every enrolled device, revoked ones too, in order of courier and name.
  public func devices() throws -> [Device] {
    try file.read { database in
      try database.all(
        "\(Self.selectDevice) ORDER BY courier, id", [],
        Device.init(row:))
    }
  }

  /// - Throws: ``StoreRefusal/unknownDevice(_:)`` unless it is or was enrolled.
  public func device(_ id: DeviceID) throws -> Device { try file.read { try device(id, in: $0) } }

  func device(_ id: DeviceID, in database: Database) throws -> Device {
    let found = try database.first(
      "\(Self.selectDevice) WHERE id = ?", [id], Device.init(row:))
    guard let found else { throw StoreRefusal.unknownDevice(id) }
    return found
  }

  func knownDevice(_ id: DeviceID, in database: Database) throws -> KnownDevice? {
    try database.first("SELECT * FROM device WHERE id = ?", [id], KnownDevice.init(row:))
  }

  /// When something happened is told by the log and the journal alone.
  private static let selectDevice = """
    SELECT *,
      (SELECT received_at FROM entry WHERE place = enrolment) AS enrolled_at,
      (SELECT received_at FROM entry WHERE place = revocation) AS revoked_at,
      (
        SELECT at FROM journal WHERE kind = '\(JournalEntry.Kind.sync.rawValue)' AND subject = id
        ORDER BY place DESC LIMIT 1
      ) AS last_seen_at,
      (SELECT count(*) FROM waiting WHERE device = device.id) AS waiting
    FROM device
    """

  private func refuseWaiting(
    of device: DeviceID, in database: Database, _ books: inout OfficeBooks
  ) throws -> Int {
    let waiting = try database.all(
      "SELECT * FROM waiting WHERE device = ? ORDER BY sequence, event_hash", [device],
      WaitingEvent.init(row:))
    for event in waiting {
      try books.ledger.refuse(
        event.signed, code: ArrivalRefusal.deviceRevoked.code, sealedDetail: event.sealedDetail)
    }
    try database.execute(sql: "DELETE FROM waiting WHERE device = ?", arguments: [device])
    return waiting.count
  }
}

/// What the merging of events must know of a device.
struct KnownDevice {
  let registration: DeviceRegistration
  /// The place of its enrolment in the log.
  let enrolment: Int
  /// The place of its revocation; nothing while it may record.
  let revocation: Int?
  /// The end of its chain without a gap.
  let head: ChainHead
  /// The newest checkpoint that it said it keeps.
  let checkpoint: Checkpoint?

  var isRevoked: Bool { revocation != nil }

  init(row: Row) throws {
    registration = try DeviceRegistration(row: row)
    enrolment = try row.read("enrolment")
    revocation = try row.readIfPresent("revocation")
    head = ChainHead(count: try row.read("last_sequence"), hash: try row.read("last_hash"))
    let line: String? = try row.readIfPresent("checkpoint")
    checkpoint = try line.map { line in
      guard let checkpoint = try? Checkpoint(line: line) else {
        throw UnreadableColumn(name: "device.checkpoint")
      }
      return checkpoint
    }
  }
}

extension DeviceRegistration {
  init(row: Row) throws {
    guard let signingKey = PublicKey(bytes: try row.read("signing_key") as Data) else {
      throw UnreadableColumn(name: "device.signing_key")
    }
    guard let boxKey = BoxPublicKey(bytes: Array(try row.read("box_key") as Data)) else {
      throw UnreadableColumn(name: "device.box_key")
    }
    self.init(signingKey: signingKey, boxKey: boxKey, courier: try row.read("courier"))
  }
}

extension Device {
  fileprivate init(row: Row) throws {
    self.init(
      registration: try DeviceRegistration(row: row), enrolledAt: try row.read("enrolled_at"),
      revokedAt: try row.readIfPresent("revoked_at"),
      lastSequence: try row.read("last_sequence"),
      lastSeenAt: try row.readIfPresent("last_seen_at"), waiting: try row.read("waiting"))
  }
}
