import Custody
import Domain
import Foundation
import GRDB

/// What a pocket must know before it writes anything down.
struct PocketState {
  /// The office's time, and what the device's clocks showed when it came in.
  struct Anchor {
    let time: Instant
    let boot: String?
    let uptime: Int64?
  }

  /// The end of the device's chain.
  struct Last {
    let sequence: Int
    let hash: Fingerprint
    let earliest: Instant
    let boot: String?
    let uptime: Int64?
  }

  let office: OfficeIdentity
  private let checkpointLine: String?
  let anchor: Anchor?
  /// Nothing before the first event.
  let last: Last?
  let acknowledged: Int
  let isRevoked: Bool

  /// Nothing before the device has met its office.
  static func read(_ database: Database) throws -> PocketState? {
    let last = try database.first(
      """
      SELECT sequence, hash, earliest, boot, uptime FROM event ORDER BY sequence DESC LIMIT 1
      """, [], Last.init(row:))
    return try database.first(
      """
      SELECT workspace, office_name, office_signing_key, office_box_key, checkpoint, anchor_time,
        anchor_boot, anchor_uptime, acknowledged, revoked
      FROM pocket WHERE workspace IS NOT NULL
      """
    ) { row in try PocketState(row: row, last: last) }
  }

  private init(row: Row, last: Last?) throws {
    guard let signingKey = PublicKey(bytes: try row.read("office_signing_key") as Data),
      let boxKey = BoxPublicKey(bytes: Array(try row.read("office_box_key") as Data))
    else { throw UnreadableColumn(name: "pocket.office_signing_key") }
    office = OfficeIdentity(
      workspaceID: try row.read("workspace"), signingKey: signingKey, boxKey: boxKey,
      name: try row.read("office_name"))
    checkpointLine = try row.readIfPresent("checkpoint")
    let boot: String? = try row.readIfPresent("anchor_boot")
    let uptime: Int64? = try row.readIfPresent("anchor_uptime")
    let time: Instant? = try row.readIfPresent("anchor_time")
    anchor = time.map { Anchor(time: $0, boot: boot, uptime: uptime) }
    self.last = last
    acknowledged = try row.read("acknowledged")
    isRevoked = try row.read("revoked")
  }

  /// The last word of the office on its log.
  var checkpoint: Checkpoint? {
    get throws { try checkpointLine.map { try Checkpoint(line: $0) } }
  }

  /// The end of the chain of the device with `key`.
  func chain(of key: DeviceKey) -> DeviceChain {
    let empty = DeviceChain(
      workspaceID: office.workspaceID, device: key.device.description,
      publicKey: key.signing.publicKey)
    guard let last else { return empty }
    return DeviceChain(
      workspaceID: office.workspaceID, device: key.device.description,
      publicKey: key.signing.publicKey,
      head: ChainHead(count: last.sequence, hash: last.hash))
  }

  /// Before what moment it cannot be, by the office's word and clocks that nobody can set.
  func earliest(at clock: ClockReading) -> Instant {
    let byOffice = anchor.map {
      $0.time.adding(milliseconds: Self.elapsed($0.boot, $0.uptime, clock) ?? 0)
    }
    let byDevice = last.map {
      $0.earliest.adding(milliseconds: Self.elapsed($0.boot, $0.uptime, clock) ?? 0)
    }
    return [byOffice, byDevice].compactMap { $0 }.max() ?? clock.wall
  }

  func evidence(at clock: ClockReading) -> ClockEvidence? {
    let earliest = earliest(at: clock)
    return ClockEvidence(
      earliest: earliest, latest: max(earliest, clock.wall),
      elapsed: anchor.flatMap { Self.elapsed($0.boot, $0.uptime, clock) },
      satellite: clock.satellite)
  }

  /// Milliseconds on the clock that nobody can set; nothing if the device was restarted between.
  private static func elapsed(
    _ boot: String?, _ uptime: Int64?, _ clock: ClockReading
  ) -> Int64? {
    guard let boot, boot == clock.boot, let uptime, let now = clock.uptime, uptime <= now
    else { return nil }
    let (milliseconds, overflows) = now.subtractingReportingOverflow(uptime)
    return overflows ? nil : milliseconds
  }
}

extension PocketState.Last {
  init(row: Row) throws {
    self.init(
      sequence: try row.read("sequence"), hash: try row.read("hash"),
      earliest: try row.read("earliest"), boot: try row.readIfPresent("boot"),
      uptime: try row.readIfPresent("uptime"))
  }
}
