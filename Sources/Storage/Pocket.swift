public import Custody
public import Domain
import Foundation
import GRDB

/// A courier's own small store: works without network and without the office.
///
/// One SQLite file for its owner only, for as long as the courier has the device. It keeps the
/// device's keys, the runs as the office sealed them to it, and what the device recorded, as a chain.
/// Everything personal is sealed under a key that only the PIN opens. The rules of custody hold here
/// too.
public struct Pocket: Sendable {
  public let courier: CourierID
  /// What the office is asked to enrol; see `DeviceRequest`.
  public let requestFile: [UInt8]
  let file: SQLiteFile
  let key: DeviceKey
  let dataKey: DataKey
  let random: PocketRandom
  let policies = PocketPolicies()

  public var device: DeviceID { key.device }

  /// Makes a pocket for a courier, with keys of its own.
  ///
  /// It is built beside its place and put there in one step.
  ///
  /// - Parameter cost: What it costs to try a PIN.
  /// - Parameter random: A source fit for secrets; another one is for tests.
  /// - Throws: `VaultError.weakPIN`; ``StorageError/alreadyExists(path:)``.
  public static func create(
    at path: String, courier: CourierID, pin: String, cost: Vault.Cost = .standard,
    clock: ClockReading,
    random: some RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
  ) throws -> Pocket {
    var secrets = random
    let key = try DeviceKey(using: &secrets)
    let dataKey = DataKey(using: &secrets)
    let vault = try Vault(locking: dataKey, with: pin, cost: cost, using: &secrets)
    let request = try DeviceRequest(of: key, for: courier).fileBytes
    let draft = "\(path).\(UUID().uuidString.prefix(8))"
    defer { for ending in ["", "-wal", "-shm"] { unlink(draft + ending) } }
    let file = try SQLiteFile.create(at: draft, format: PocketSchema.format)
    try file.write { database in
      try database.execute(
        sql: """
          INSERT INTO pocket (
            row, courier, request, device_key, data_key, salt, rounds, block_size, parallelism
          ) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          courier, Data(request),
          Data(try dataKey.seal(key.secretBytes, context: SealedPlace.deviceKey)),
          Data(vault.sealedKey), vault.salt, vault.cost.rounds, vault.cost.blockSize,
          vault.cost.parallelism,
        ])
    }
    try file.close()
    // Unlike a rename, a link never replaces a pocket that is there.
    guard link(draft, path) == 0 else {
      throw errno == EEXIST
        ? StorageError.alreadyExists(path: path) : StorageError.file(failedAt: path)
    }
    try OwnerOnlyFile.syncFolder(URL(filePath: path).deletingLastPathComponent().path)
    return try open(openFile(path), path, with: dataKey, at: clock, random: secrets)
  }

  /// Opens a pocket with its PIN.
  ///
  /// A try is counted, durably, before it is made, and taken back if the PIN is right.
  ///
  /// - Throws: `VaultError` if the PIN is wrong or tried too soon after a wrong one;
  ///   ``StorageError/notAPocket(path:)``.
  public static func open(
    at path: String, pin: String, clock: ClockReading,
    random: some RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
  ) throws -> Pocket {
    let file = try openFile(path)
    let dataKey = try unlock(file, path, with: pin, at: clock)
    return try open(file, path, with: dataKey, at: clock, random: random)
  }

  /// Opens a pocket with the session that an earlier PIN began.
  ///
  /// - Throws: `VaultError.sessionExpired` if it is over, was ended, or belongs to another pocket.
  public static func open(
    at path: String, session: PocketSession, clock: ClockReading,
    random: some RandomNumberGenerator & Sendable = SystemRandomNumberGenerator()
  ) throws -> Pocket {
    let file = try openFile(path)
    let dataKey = try resume(session, in: file, at: clock)
    return try open(file, path, with: dataKey, at: clock, random: random)
  }

  private static func open(
    _ file: SQLiteFile, _ path: String, with dataKey: DataKey, at clock: ClockReading,
    random: some RandomNumberGenerator & Sendable
  ) throws -> Pocket {
    let stored = try file.read { database in
      try database.first("SELECT courier, request, device_key FROM pocket") { row in
        (
          courier: try row.read("courier") as CourierID, request: try row.read("request") as Data,
          key: try row.read("device_key") as Data
        )
      }
    }
    guard let stored else { throw StorageError.notAPocket(path: path) }
    let secret = try dataKey.open(Array(stored.key), context: SealedPlace.deviceKey)
    let pocket = Pocket(
      courier: stored.courier, requestFile: Array(stored.request), file: file,
      key: try DeviceKey(secretBytes: secret), dataKey: dataKey, random: PocketRandom(random))
    try pocket.dropRunsThatAreOver(at: clock)
    return pocket
  }

  /// Opens the file and makes sure that what it says is written is on the disk.
  private static func openFile(_ path: String) throws -> SQLiteFile {
    let file = try SQLiteFile.open(at: path, format: PocketSchema.format)
    let isDurable = try file.read { database in
      let synchronous = try Int.fetchOne(database, sql: "PRAGMA synchronous")
      let journal = try String.fetchOne(database, sql: "PRAGMA journal_mode")
      return synchronous == 2 && journal == "wal"
    }
    guard isDurable else {
      throw StorageError.database(path: path, detail: "not in WAL mode with synchronous = FULL")
    }
    return file
  }
}

/// The names of the places whose content is sealed, so that none can stand in for another.
enum SealedPlace {
  static let deviceKey = "device key"
  static let session = "session"
  static func run(_ id: RunID) -> String { "run \(id)" }
  static func detail(of sequence: Int) -> String { "detail \(sequence)" }
}
