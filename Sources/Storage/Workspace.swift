public import Custody
public import Domain
import Foundation
import GRDB

/// The folder that holds everything one office knows.
///
/// | in it | what |
/// | --- | --- |
/// | `hantar.sqlite` | cards, couriers, plans, the log, the journal |
/// | `ledger.anchor` | the ends of the log and the journal, outside the database |
/// | `keys/office.key` | the office's secrets, for its owner only |
/// | `outputs/` | documents made for people |
public struct Workspace: Sendable {
  public let store: Store
  private let folder: WorkspaceFolder

  public var path: String { folder.path }
  /// The folder for documents made for people.
  public var outputs: String { folder.outputs }

  /// Makes a workspace with fresh keys.
  ///
  /// It is built beside its place and moved there in one step: a workspace is there whole or not.
  ///
  /// - Parameter path: A folder that does not exist yet or is empty.
  /// - Parameter region: The regency, the one that `gazetteer` describes.
  /// - Parameter prepare: Fills the store before anyone can see the workspace.
  public static func create(
    at path: String, region: RegionCode, gazetteer: Gazetteer, zone: TimeZoneOffset,
    policy: CustodyPolicy = .standard, now: Instant,
    prepare: (Store) throws -> Void = { _ in }
  ) throws -> Workspace {
    guard gazetteer.regency.code == region else {
      throw StoreRefusal.otherRegency(gazetteer.regency.code, expected: region)
    }
    let folder = WorkspaceFolder(path)
    guard folder.isVacant else { throw StorageError.folderNotEmpty(path: folder.path) }
    let draft = try folder.makeSibling()
    do {
      try build(draft, gazetteer: gazetteer, zone: zone, policy: policy, now: now)
      let store = try open(at: draft.path).store
      try prepare(store)
      try store.file.close()
      try folder.take(draft)
    } catch {
      draft.remove()
      throw error
    }
    return try open(at: path)
  }

  /// Opens a workspace, bringing older tables up to date.
  ///
  /// - Throws: ``StorageError`` that says what is missing, damaged or too new.
  public static func open(at path: String) throws -> Workspace {
    let folder = WorkspaceFolder(path)
    let file = try SQLiteFile.open(at: folder.database, format: WorkspaceSchema.format)
    let keys = try KeyRing.read(folder.officeKey)
    let store = try file.read { database in
      guard let row = try Row.fetchOne(database, sql: "SELECT * FROM workspace") else {
        throw StorageError.damaged(path: folder.database, detail: "workspace")
      }
      return Store(
        regency: try row.read("regency"), zone: try row.read("zone"),
        policy: try CustodyPolicy(row: row), file: file,
        keyRing: KeyRing(path: folder.officeKey, keys: keys),
        anchor: AnchorFile(path: folder.anchor, of: keys))
    }
    return Workspace(store: store, folder: folder)
  }

  private static func build(
    _ folder: WorkspaceFolder, gazetteer: Gazetteer, zone: TimeZoneOffset, policy: CustodyPolicy,
    now: Instant
  ) throws {
    // Secrets are the one thing that no caller may make repeatable.
    var random = SystemRandomNumberGenerator()
    let keys = try OfficeKeys.generate(using: &random)
    try OwnerOnlyFile.write(keys.fileBytes, to: folder.officeKey)
    let anchor = AnchorFile(path: folder.anchor, of: keys)
    try anchor.create(
      AnchorFile.Content(
        checkpoint: try Checkpoint(
          workspaceID: keys.workspaceID, size: 0, root: MerkleTree.emptyRoot, time: now,
          signedWith: keys.signing),
        journal: .genesis(workspaceID: keys.workspaceID)))
    let file = try SQLiteFile.create(at: folder.database, format: WorkspaceSchema.format)
    try file.write { database in
      try database.execute(
        sql: "INSERT INTO workspace VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [gazetteer.regency.code, zone, now] + policy.columns)
      try Store.insert(
        [gazetteer.regency] + gazetteer.kecamatan + gazetteer.desa, in: database)
    }
    try file.close()
    try open(at: folder.path).store.sealRegisters(now: now)
  }
}

extension CustodyPolicy {
  fileprivate var columns: StatementArguments {
    let recipients = Recipient.allCases.filter(allowedRecipients.contains)
    return [
      version, recipients.map(\.rawValue).joined(separator: " "), requiresProof, maximumAttempts,
      clockToleranceMinutes, requiresOldCard, farMetres, maximumKilometresPerHour,
    ]
  }

  fileprivate init(row: Row) throws {
    let recipients: String = try row.read("allowed_recipients")
    do {
      try self.init(
        allowedRecipients: Set(
          recipients.split(separator: " ").compactMap { Recipient(rawValue: String($0)) }),
        requiresProof: try row.read("requires_proof"),
        maximumAttempts: try row.read("maximum_attempts"),
        clockToleranceMinutes: try row.read("clock_tolerance_minutes"),
        requiresOldCard: try row.read("requires_old_card"),
        farMetres: try row.read("far_metres"),
        maximumKilometresPerHour: try row.read("maximum_kilometres_per_hour"),
        version: try row.read("policy_version"))
    } catch is CustodyPolicyError {
      throw UnreadableColumn(name: "workspace.allowed_recipients")
    }
  }
}
