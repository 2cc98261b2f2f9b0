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
    /// Nothing once the office has the event.
    let latest: Instant?
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
    try database.rows(
      """
      SELECT office_signing_key, office_box_key, workspace, office_name, checkpoint, anchor_boot,
        anchor_uptime, anchor_time, acknowledged, revoked, sequence, hash, earliest, latest,
        boot, uptime
      FROM pocket LEFT JOIN event ON sequence = (SELECT max(sequence) FROM event)
      WHERE workspace IS NOT NULL
      """
    ).first { try PocketState(&$0) }
  }

  private init(_ columns: inout Columns) throws {
    guard let signingKey = PublicKey(bytes: try columns.nextBytes()),
      let boxKey = BoxPublicKey(bytes: try columns.nextBytes())
    else { throw UnreadableColumn(name: "pocket.office_signing_key") }
    office = OfficeIdentity(
      workspaceID: try columns.next(), signingKey: signingKey, boxKey: boxKey,
      name: try columns.next())
    checkpointLine = try columns.nextIfPresent()
    let boot: String? = try columns.nextIfPresent()
    let uptime: Int64? = try columns.nextIfPresent()
    let time: Instant? = try columns.nextIfPresent()
    anchor = time.map { Anchor(time: $0, boot: boot, uptime: uptime) }
    acknowledged = try columns.next()
    isRevoked = try columns.next()
    last = try Last(&columns)
  }

  /// The last word of the office on its log.
  var checkpoint: Checkpoint? {
    get throws { try checkpointLine.map { try Checkpoint(line: $0) } }
  }

  /// The end of the chain of the device with `key`.
  func chain(of key: DeviceKey) -> DeviceChain {
    let (workspace, device) = (office.workspaceID, key.device.description)
    guard let last else {
      return DeviceChain(
        workspaceID: workspace, device: device, publicKey: key.signing.publicKey)
    }
    return DeviceChain(
      workspaceID: workspace, device: device, publicKey: key.signing.publicKey,
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
    // A clock so far ahead that no reader would keep the sum exactly is not led on.
    let reached = last.flatMap { last in
      last.latest?.adding(milliseconds: Self.elapsed(last.boot, last.uptime, clock) ?? 0)
    }.flatMap { $0.milliseconds < 1 << 53 ? $0 : last?.latest }
    return ClockEvidence(
      earliest: earliest, latest: max(earliest, clock.wall, reached ?? clock.wall),
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
  /// Nothing where no event was joined.
  fileprivate init?(_ columns: inout Columns) throws {
    guard let sequence: Int = try columns.nextIfPresent() else { return nil }
    self.init(
      sequence: sequence, hash: try columns.next(), earliest: try columns.next(),
      latest: try columns.nextIfPresent(), boot: try columns.nextIfPresent(),
      uptime: try columns.nextIfPresent())
  }
}
