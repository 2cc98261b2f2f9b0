public import Custody
import Domain
import Foundation
import GRDB

/// What opens a pocket without its PIN until the shift is over: as secret as the PIN meanwhile.
///
/// Shape: 32 bytes. It is worth nothing once the pocket was locked or the time is over.
public struct PocketSession: Hashable, Sendable, CustomStringConvertible {
  let secret: DataKey

  /// Takes the 32 bytes that ``bytes`` gave; nothing for any other number.
  public init?(bytes: [UInt8]) {
    guard let secret = DataKey(secretBytes: bytes) else { return nil }
    self.secret = secret
  }

  /// The secret itself: for a file that only its owner may read.
  public var bytes: [UInt8] { secret.secretBytes }

  public var description: String { "pocket session" }
}

extension Pocket {
  /// No session lasts longer.
  public static let longestSession = Duration.seconds(12 * 3600)

  /// Begins a session, which ends any earlier one.
  ///
  /// - Parameter duration: Until the end of the shift; at most ``longestSession``.
  public func beginSession(
    lasting duration: Duration = longestSession, clock: ClockReading
  ) throws -> PocketSession {
    guard let session = PocketSession(bytes: random.secret()) else { throw KeyError.unusable }
    let seconds = max(0, min(duration, Self.longestSession).components.seconds)
    let sealed = try session.secret.seal(dataKey.secretBytes, context: SealedPlace.session)
    try file.write { database in
      try database.execute(
        sql: "INSERT OR REPLACE INTO session VALUES (1, ?, ?, ?, ?)",
        arguments: [
          Data(sealed), clock.wall.adding(milliseconds: seconds * 1000), clock.boot,
          clock.uptime.map { $0 + seconds * 1000 },
        ])
    }
    return session
  }

  /// Ends the session: from now on only the PIN opens the pocket.
  public func lock() throws { try Self.endSession(in: file) }

  /// Ends the session of a pocket that is not open.
  public static func lock(at path: String) throws {
    try endSession(in: SQLiteFile.open(at: path, format: PocketSchema.format))
  }

  /// Puts a new PIN in the place of the old one, and ends the session.
  ///
  /// - Throws: `VaultError.weakPIN`.
  public func changePIN(to pin: String, cost: Vault.Cost = .standard) throws {
    var source = SystemRandomNumberGenerator()
    let vault = try Vault(locking: dataKey, with: pin, cost: cost, using: &source)
    try file.write { database in
      try database.execute(
        sql: """
          UPDATE pocket SET
            data_key = ?, salt = ?, rounds = ?, block_size = ?, parallelism = ?, wrong_tries = 0
          """,
        arguments: [
          Data(vault.sealedKey), vault.salt, vault.cost.rounds, vault.cost.blockSize,
          vault.cost.parallelism,
        ])
    }
    try lock()
  }

  private static func endSession(in file: SQLiteFile) throws {
    try file.write { try $0.execute(sql: "DELETE FROM session") }
    // The session is over; a full disk only leaves what its secret had sealed in the log for longer.
    try? file.compact()
  }

  static func resume(
    _ session: PocketSession, in file: SQLiteFile, at clock: ClockReading
  ) throws -> DataKey {
    let kept = try file.read { database in
      try database.first("SELECT * FROM session") { row in
        (
          key: try row.read("data_key") as Data, expires: try row.read("expires") as Instant,
          boot: try row.readIfPresent("boot") as String?,
          lastUptime: try row.readIfPresent("last_uptime") as Int64?
        )
      }
    }
    guard let kept else { throw VaultError.sessionExpired }
    let isOverByUptime =
      kept.lastUptime.map { last in
        clock.boot != kept.boot || clock.uptime.map { $0 >= last } ?? true
      } ?? false
    guard clock.wall < kept.expires, !isOverByUptime else {
      try endSession(in: file)
      throw VaultError.sessionExpired
    }
    guard
      let secret = try? session.secret.open(Array(kept.key), context: SealedPlace.session),
      let dataKey = DataKey(secretBytes: secret)
    else { throw VaultError.sessionExpired }
    return dataKey
  }

  static func unlock(
    _ file: SQLiteFile, _ path: String, with pin: String, at clock: ClockReading
  ) throws -> DataKey {
    let (vault, tries) = try file.write { database in
      let kept = try database.first("SELECT * FROM pocket") { row in
        (vault: try Vault(row: row), tries: try PINTries(row: row))
      }
      guard let kept else { throw StorageError.notAPocket(path: path) }
      let wait = kept.tries.wait(at: clock)
      guard wait == .zero else { throw VaultError.tooSoon(wait: wait) }
      let tries = kept.tries.adding(at: clock)
      try database.execute(
        sql: """
          UPDATE pocket SET
            wrong_tries = ?, last_try_wall = ?, last_try_boot = ?, last_try_uptime = ?
          """, arguments: [tries.wrong, clock.wall, clock.boot, clock.uptime])
      return (kept.vault, tries)
    }
    do throws(VaultError) {
      let dataKey = try vault.key(with: pin)
      try? file.write { try $0.execute(sql: "UPDATE pocket SET wrong_tries = 0") }
      return dataKey
    } catch .wrongPIN {
      throw VaultError.wrongPIN(wait: tries.pause)
    } catch {
      throw error
    }
  }
}

extension Vault {
  fileprivate init(row: Row) throws {
    guard
      let cost = Cost(
        rounds: try row.read("rounds"), blockSize: try row.read("block_size"),
        parallelism: try row.read("parallelism"))
    else { throw UnreadableColumn(name: "pocket.rounds") }
    self.init(
      cost: cost, salt: try row.read("salt"), sealedKey: Array(try row.read("data_key") as Data))
  }
}

extension PINTries {
  fileprivate init(row: Row) throws {
    let wall: Instant? = try row.readIfPresent("last_try_wall")
    let boot: String? = try row.readIfPresent("last_try_boot")
    let uptime: Int64? = try row.readIfPresent("last_try_uptime")
    self.init(
      wrong: try row.read("wrong_tries"),
      last: wall.map { ClockReading(wall: $0, boot: boot, uptime: uptime) })
  }
}

extension Instant {
  /// The moment so much later, or the last there is.
  func adding(milliseconds: Int64) -> Instant {
    let (sum, overflows) = self.milliseconds.addingReportingOverflow(milliseconds)
    return Instant(milliseconds: overflows ? .max : sum)
  }
}
