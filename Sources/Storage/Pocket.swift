public import Custody
public import Domain
import Foundation
import GRDB
public import Geometry

/// A courier's own small store for one run: works without network and without the office.
///
/// One SQLite file for its owner only. It keeps the run bundle as the office signed it, the device's
/// own signing key, and what the device recorded, as a chain. The rules of custody hold here too.
public struct Pocket: Sendable {
  /// The run as the office signed it.
  public let runBundle: RunBundle
  /// The office this device trusts: the one that signed its first bundle.
  public let officeKey: PublicKey
  let file: SQLiteFile
  let key: DeviceKey

  public var run: RunID { runBundle.run }
  public var courier: CourierID { runBundle.courier }

  /// Makes a pocket out of a run bundle's file, with a key of its own.
  ///
  /// It is built beside its place and put there in one step.
  ///
  /// - Parameter trusted: The office key known from earlier bundles; nothing on first use.
  /// - Throws: `BundleError` if the bundle is not to be trusted;
  ///   ``StorageError/alreadyExists(path:)``.
  public static func create(
    at path: String, from bundleFile: [UInt8], trusting trusted: PublicKey? = nil
  ) throws -> Pocket {
    let (bundle, officeKey) = try RunBundle.read(bundleFile, trusting: trusted)
    // Secrets are the one thing that no caller may make repeatable.
    var random = SystemRandomNumberGenerator()
    let key = DeviceKey(device: bundle.device, signing: try SigningKey(using: &random))
    let draft = "\(path).\(UUID().uuidString.prefix(8))"
    defer { for ending in ["", "-wal", "-shm"] { unlink(draft + ending) } }
    let file = try SQLiteFile.create(at: draft, format: PocketSchema.format)
    try file.write { database in
      try database.execute(
        sql: "INSERT INTO pocket VALUES (1, ?, ?, ?)",
        arguments: [Data(bundleFile), Data(officeKey.bytes), Data(key.fileBytes)])
      for card in bundle.cards { try save(startingCustody(of: card.id, in: bundle), in: database) }
    }
    try file.close()
    // Unlike a rename, a link never replaces a pocket that is there.
    guard link(draft, path) == 0 else {
      throw errno == EEXIST
        ? StorageError.alreadyExists(path: path) : StorageError.file(failedAt: path)
    }
    return try open(at: path)
  }

  /// Opens a pocket; the office's signature of the run is checked again.
  public static func open(at path: String) throws -> Pocket {
    let file = try SQLiteFile.open(at: path, format: PocketSchema.format)
    let stored = try file.read { database in
      try database.first("SELECT * FROM pocket") { row in
        (
          bundle: try row.read("bundle") as Data, officeKey: try row.read("office_key") as Data,
          key: try row.read("device_key") as Data
        )
      }
    }
    guard let stored, let officeKey = PublicKey(bytes: stored.officeKey) else {
      throw StorageError.notAPocket(path: path)
    }
    let (bundle, _) = try RunBundle.read(Array(stored.bundle), trusting: officeKey)
    return Pocket(
      runBundle: bundle, officeKey: officeKey, file: file,
      key: try DeviceKey(fileBytes: Array(stored.key)))
  }

  /// Records that cards were given to `recipient`, as one event.
  ///
  /// - Throws: `CustodyRefusal` if a rule says no; nothing has changed then.
  @discardableResult
  public func deliver(
    _ cards: [CardID], to recipient: Recipient, proofs: [Proof], position: Coordinate? = nil,
    at time: Instant? = nil, now: Instant, provenance: Event.Provenance = .typed
  ) throws -> Event {
    var draft = draft(.delivered, cards, taker: .resident)
    draft.recipient = recipient
    draft.proofs = proofs
    draft.detail = Self.detail(position)
    draft.provenance = provenance
    return try record(draft, at: time ?? now, now: now)
  }

  /// Records that cards could not be given, as one event; they stay with the courier.
  ///
  /// - Throws: `CustodyRefusal` if a rule says no; nothing has changed then.
  @discardableResult
  public func fail(
    _ cards: [CardID], reason: FailureReason, proofs: [Proof] = [], position: Coordinate? = nil,
    at time: Instant? = nil, now: Instant, provenance: Event.Provenance = .typed
  ) throws -> Event {
    var draft = draft(.failed, cards, taker: .courier(courier))
    draft.reason = reason
    draft.proofs = proofs
    draft.detail = Self.detail(position)
    draft.provenance = provenance
    return try record(draft, at: time ?? now, now: now)
  }

  /// Records that every card still in the bag is back at the office, as one event; nothing if the
  /// bag is empty.
  @discardableResult
  public func returnAll(now: Instant) throws -> Event? {
    let cards = try custody().values.filter { $0.holder == .courier(courier) }.map(\.card)
    guard !cards.isEmpty else { return nil }
    return try record(draft(.returned, cards, taker: .office), at: now, now: now)
  }

  /// Everything recorded since the start, signed; to be brought to the office any number of times.
  public func bundle() throws -> CourierBundle {
    try CourierBundle(after: emptyChain, events: events(), signedWith: key.signing)
  }

  /// Everything recorded on this device, in order.
  public func events() throws -> [Event] {
    try file.read { database in
      try database.all("SELECT body FROM event ORDER BY sequence") { row in
        let body: Data = try row.read("body")
        guard let event = try? Event(canonicalBytes: Array(body)) else {
          throw UnreadableColumn(name: "event.body")
        }
        return event
      }
    }
  }

  /// The device's chain before its first event.
  var emptyChain: DeviceChain {
    DeviceChain(
      workspaceID: runBundle.workspaceID, device: key.device, publicKey: key.publicKey)
  }

  private func draft(_ kind: Event.Kind, _ cards: [CardID], taker: Holder) -> EventDraft {
    EventDraft(
      kind: kind, cards: cards, giver: .courier(courier), taker: taker,
      actor: courier.description, run: run)
  }

  private static func detail(_ position: Coordinate?) -> EventDetail? {
    var random = SystemRandomNumberGenerator()
    let salt = (0..<Fingerprint.byteCount).map { _ in
      UInt8.random(in: .min ... .max, using: &random)
    }
    guard let position, let salt = Fingerprint(bytes: salt) else { return nil }
    return EventDetail(salt: salt, position: EventDetail.Position(coordinate: position))
  }

  private static func startingCustody(of card: CardID, in bundle: RunBundle) -> CardCustody {
    CardCustody(
      card: card, holder: .courier(bundle.courier), status: .outForDelivery, attempts: 0,
      lastFailure: nil, since: bundle.issued)
  }
}
