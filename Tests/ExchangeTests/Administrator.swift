import Custody
import Domain
import Foundation
import GRDB
import Testing

/// A database administrator without any key: reads and writes every byte of the database, knows how
/// Hantar works, and leaves everything as consistent as it can be made without signing.
final class Administrator {
  private let queue: DatabaseQueue

  init(of office: String) throws { queue = try DatabaseQueue(path: office + "/hantar.sqlite") }

  func execute(_ sql: String) throws {
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      try database.execute(sql: sql)
    }
  }

  /// Changes the log at will and makes every table follow: places, hashes, the whole tree, the lists
  /// of cards, where each card is, how far each device's chain goes.
  func rewriteLog(_ change: (inout [LedgerLeaf]) throws -> Void) throws {
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: "PRAGMA foreign_keys = OFF")
      var leaves = try Data.fetchAll(database, sql: "SELECT body FROM entry ORDER BY place")
        .map { try LedgerLeaf(bytes: Array($0)) }
      try change(&leaves)
      for table in ["entry", "node", "entry_card", "card_custody"] {
        try database.execute(sql: "DELETE FROM \(table)")
      }
      try store(leaves, in: database)
      try storeCustody(after: leaves, in: database)
      try storeChains(of: leaves, in: database)
    }
  }

  private func store(_ leaves: [LedgerLeaf], in database: Database) throws {
    var tree = MerkleFrontier()
    for (index, leaf) in leaves.enumerated() {
      let event = leaf.event
      let hash = MerkleTree.leafHash(leaf.bytes)
      try database.execute(
        sql: "INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          index + 1, event.id.device, event.id.sequence, event.kind.rawValue,
          event.run?.description, event.document, leaf.refusal,
          leaf.flags.map(\.rawValue).joined(separator: " "),
          event.correction.map { Data($0.event.bytes) }, Data(leaf.signed.hash.bytes),
          Data(hash.bytes), Data(leaf.bytes), leaf.receivedAt.milliseconds,
        ])
      for node in tree.append(hash) {
        try database.execute(
          sql: "INSERT INTO node VALUES (?, ?, ?)",
          arguments: [node.level, node.place, Data(node.hash.bytes)])
      }
      for card in event.cards + event.exchanged {
        try database.execute(
          sql: "INSERT INTO entry_card VALUES (?, ?)", arguments: [card.description, index + 1])
      }
    }
  }

  private func storeCustody(after leaves: [LedgerLeaf], in database: Database) throws {
    var states: [CardID: CardCustody] = [:]
    for leaf in leaves where leaf.verdict == .accepted {
      // What the rules do not allow moves nothing here either.
      let outcome = try? CustodyRules.outcome(
        of: leaf.event, given: states, under: .standard, now: leaf.receivedAt)
      for state in outcome ?? [] { states[state.card] = state }
    }
    for state in states.values {
      try database.execute(
        sql: "INSERT INTO card_custody VALUES (?, ?, ?, ?, ?, ?)",
        arguments: [
          state.card.description, state.holder.code, state.status.rawValue, state.attempts,
          state.lastFailure?.rawValue, state.since.milliseconds,
        ])
    }
  }

  private func storeChains(of leaves: [LedgerLeaf], in database: Database) throws {
    let outside = Set(ArrivalRefusal.allCases.map(\.code))
    for leaf in leaves where !outside.contains(leaf.refusal ?? "") {
      try database.execute(
        sql: "UPDATE device SET last_sequence = ?, last_hash = ? WHERE id = ?",
        arguments: [
          leaf.event.id.sequence, Data(leaf.signed.hash.bytes), leaf.event.id.device,
        ])
    }
  }
}

extension LedgerLeaf {
  /// The same entry with other things in it; the signature stays what it was.
  func with(
    event: Event? = nil, signature: [UInt8]? = nil, receivedAt: Instant? = nil,
    verdict: Verdict? = nil, flags: [ReviewFlag]? = nil
  ) -> LedgerLeaf {
    LedgerLeaf(
      signed: SignedEvent(
        event: event ?? self.event, previous: signed.previous,
        signature: signature ?? signed.signature),
      receivedAt: receivedAt ?? self.receivedAt, verdict: verdict ?? self.verdict,
      flags: flags ?? self.flags)
  }
}

extension Event {
  /// The same event with other things in it.
  func with(
    device: String? = nil, sequence: Int? = nil, cards: [CardID]? = nil, actor: String? = nil,
    registration: DeviceRegistration? = nil, recipient: Recipient? = nil
  ) -> Event {
    Event(
      id: ID(device: device ?? id.device, sequence: sequence ?? id.sequence), kind: kind,
      cards: cards ?? self.cards, giver: giver, taker: taker, actor: actor ?? self.actor, run: run,
      stop: stop, document: document, time: time, clock: clock,
      recipient: recipient ?? self.recipient, reason: reason, action: action, proofs: proofs,
      exchanged: exchanged, item: item, fee: fee, correction: correction,
      registration: registration ?? self.registration, detail: detail, policy: policy,
      provenance: provenance)
  }
}
