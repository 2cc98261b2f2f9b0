import Custody
import Domain
import Foundation
import GRDB

/// One bundle taken in within one transaction.
struct BundleMerge {
  private(set) var writer: LedgerWriter
  private let bundle: CourierBundle
  private let database: Database
  private let store: Store
  private let now: Instant
  private let run: RunID
  private let courier: CourierID
  private var accepted: [Event] = []
  private var refused: [RefusedEvent] = []

  var outcome: SyncOutcome {
    SyncOutcome(
      accepted: accepted, alreadyKnown: bundle.events.count - accepted.count - refused.count,
      refused: refused)
  }

  /// - Throws: ``StoreRefusal`` if the device speaks for no run that is out.
  init(_ bundle: CourierBundle, into database: Database, of store: Store, now: Instant) throws {
    self.bundle = bundle
    self.database = database
    self.store = store
    self.now = now
    writer = try LedgerWriter(database, of: store, now: now)
    guard bundle.workspaceID == store.workspaceID else {
      throw DeviceChainError.otherWorkspace(
        expected: store.workspaceID, found: bundle.workspaceID)
    }
    guard let id = RunID(bundle.device.dropFirst("pocket-".count)),
      Store.device(of: id) == bundle.device,
      let row = try Row.fetchOne(
        database, sql: "SELECT courier FROM run WHERE id = ?", arguments: [id])
    else { throw StoreRefusal.unknownDevice }
    guard try store.signedHandover(.toCourier, of: id, in: database) != nil else {
      throw StoreRefusal.runNotHandedOut(id)
    }
    run = id
    courier = try row.read("courier")
  }

  mutating func takeIn() throws {
    let known = try knownChain()
    do {
      for event in try bundle.newEvents(for: known) { try take(event) }
      if bundle.after.head.count > known.head.count || known.head.count == 0 {
        try saveChain(bundle.after)
      }
    } catch let error as DeviceChainError {
      switch error {
      case .fork: try keepStrangeEvents(code: "FORK", error.phrase)
      case .wrongKey: try keepStrangeEvents(code: "WRONG_KEY", error.phrase)
      default: throw error
      }
    }
    try saveSync()
  }

  /// The device's chain as the office knows it; on first use, an empty one under the key it shows.
  private func knownChain() throws -> DeviceChain {
    let query = "SELECT * FROM device WHERE id = ?"
    let known = try database.first(query, [bundle.device]) { row -> DeviceChain in
      guard let key = PublicKey(bytes: try row.read("public_key") as Data) else {
        throw UnreadableColumn(name: "device.public_key")
      }
      let head = ChainHead(
        count: try row.read("last_sequence"), hash: try row.read("last_hash"))
      return DeviceChain(
        workspaceID: store.workspaceID, device: bundle.device, publicKey: key, head: head)
    }
    return known
      ?? DeviceChain(
        workspaceID: store.workspaceID, device: bundle.device, publicKey: bundle.publicKey)
  }

  private mutating func take(_ event: Event) throws {
    guard event.giver == .courier(courier), event.run == run else {
      let refusal = StoreRefusal.deviceOfAnother(device: bundle.device, event.giver)
      return try keep(event, code: "DEVICE_OF_ANOTHER", refusal.phrase)
    }
    do {
      try writer.append(event)
      accepted.append(event)
    } catch let refusal as CustodyRefusal {
      try keep(event, code: refusal.code, refusal.phrase)
    }
  }

  /// Keeps the events of a bundle that contradicts what is known, without believing any.
  private mutating func keepStrangeEvents(code: String, _ phrase: Phrase) throws {
    for event in bundle.events {
      let isKnown = try database.hasRow(
        """
        SELECT 1 FROM entry WHERE device = :device AND sequence = :sequence AND body = :body
        UNION SELECT 1 FROM conflict
        WHERE device = :device AND sequence = :sequence AND body = :body
        """,
        [
          "device": event.id.device, "sequence": event.id.sequence,
          "body": Data(event.canonicalBytes()),
        ])
      if !isKnown { try keep(event, code: code, phrase) }
    }
  }

  private mutating func keep(_ event: Event, code: String, _ phrase: Phrase) throws {
    refused.append(RefusedEvent(event: event, code: code, phrase: phrase))
    try database.cachedStatement(
      sql: """
        INSERT OR IGNORE INTO conflict (
          device, sequence, run, body, code, sentence_indonesian, sentence_english, received_at
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
    ).execute(arguments: [
      event.id.device, event.id.sequence, run, Data(event.canonicalBytes()), code,
      phrase.indonesian, phrase.english, now,
    ])
  }

  private func saveChain(_ chain: DeviceChain) throws {
    try database.execute(
      sql: """
        INSERT INTO device VALUES (?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
          last_sequence = excluded.last_sequence, last_hash = excluded.last_hash
        """,
      arguments: [
        chain.device, Data(chain.publicKey.bytes), run, courier, now, chain.head.count,
        chain.head.hash,
      ])
  }

  private func saveSync() throws {
    try database.execute(
      sql: """
        INSERT INTO sync (device, run, received_at, accepted, already_known, refused)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        bundle.device, run, now, accepted.count, outcome.alreadyKnown, refused.count,
      ])
  }
}
