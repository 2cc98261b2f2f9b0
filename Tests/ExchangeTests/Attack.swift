import Custody
import Domain
import Storage
import Testing

/// One way in which an administrator without keys tries to hide or invent something, and the word by
/// which `audit verify` shows it.
///
/// Places are those of ``AttackedDay``, from 0.
struct Attack: CustomTestStringConvertible, Sendable {
  /// As it stands in `docs/THREATS.md`.
  let title: String
  /// All of these are found, among others.
  let findings: [String]
  let change: @Sendable (Administrator, AttackedDay) throws -> Void

  var testDescription: String { title }

  init(
    _ title: String, findings: [String],
    _ change: @escaping @Sendable (Administrator, AttackedDay) throws -> Void
  ) {
    self.title = title
    self.findings = findings
    self.change = change
  }

  /// A change of the log, after which every other table is made to follow.
  init(
    _ title: String, findings: [String],
    log change: @escaping @Sendable (inout [LedgerLeaf]) throws -> Void
  ) {
    self.init(title, findings: findings) { administrator, _ in
      try administrator.rewriteLog(change)
    }
  }

  /// A change in SQL.
  init(_ title: String, findings: [String], sql: String) {
    self.init(title, findings: findings) { administrator, _ in try administrator.execute(sql) }
  }

  static let all: [Attack] = onTheLog + onWhatStandsBeside

  private static let onTheLog: [Attack] = [
    Attack(
      "Say that someone else took the card", findings: ["WRONG_SIGNATURE", "OTHER_HISTORY"],
      log: { $0[8] = $0[8].with(event: $0[8].event.with(recipient: .family)) }),
    Attack(
      "Say that another card was meant", findings: ["WRONG_SIGNATURE", "OTHER_HISTORY"],
      log: { $0[11] = $0[11].with(event: $0[11].event.with(cards: [$0[0].event.cards[7]])) }),
    Attack(
      "Take a handover out of the log and close the gap",
      findings: ["BROKEN_CHAIN", "OTHER_HISTORY", "TRUNCATED"], log: { $0.remove(at: 8) }),
    Attack(
      "Cut off the end of the log", findings: ["TRUNCATED"], log: { $0.removeLast(2) }),
    Attack(
      "Put entries in another order", findings: ["BROKEN_CHAIN", "OTHER_HISTORY"],
      log: { $0.swapAt(8, 9) }),
    Attack(
      "Enter a true handover a second time", findings: ["BROKEN_CHAIN"],
      log: { $0.append($0[8]) }),
    Attack(
      "Invent a delivery by a device of one's own", findings: ["STRANGE_DEVICE"],
      log: { try $0.append(forged(after: $0[8], asItself: true)) }),
    Attack(
      "Invent a delivery in a courier's name", findings: ["WRONG_SIGNATURE"],
      log: { try $0.append(forged(after: $0[8], asItself: false)) }),
    Attack(
      "Give a courier's device another key and sign anew",
      findings: ["WRONG_SIGNATURE", "OTHER_HISTORY"], log: giveAnotherKey),
    Attack(
      "Let a refused claim count", findings: ["REFUSED_BY_RULES", "OTHER_HISTORY"],
      log: { $0[10] = $0[10].with(verdict: .accepted) }),
    Attack(
      "Have an accepted handover refused", findings: ["REFUSED_WITHOUT_REASON", "OTHER_HISTORY"],
      log: { $0[11] = $0[11].with(verdict: .refused("NOT_HOLDER")) }),
    Attack(
      "Take the flag off a suspicious handover", findings: ["OTHER_HISTORY"],
      log: { $0[9] = $0[9].with(flags: []) }),
    Attack(
      "Move the time at which the office heard of it", findings: ["OTHER_HISTORY"],
      log: { leaves in
        leaves[8] = leaves[8].with(
          receivedAt: Instant(milliseconds: leaves[8].receivedAt.milliseconds - 86_400_000))
      }),
    Attack(
      "Change who answers for a handover of the office",
      findings: ["WRONG_SIGNATURE", "OTHER_HISTORY"],
      log: { $0[5] = $0[5].with(event: $0[5].event.with(actor: "Orang Lain")) }),
  ]

  private static let onWhatStandsBeside: [Attack] = [
    Attack(
      "Say that a card lies elsewhere", findings: ["STATE_DIFFERS"],
      sql: """
        UPDATE card_custody SET holder = 'resident', status = 'delivered'
        WHERE card LIKE 'KTP%00000012-_'
        """),
    Attack(
      "Hide a card's story from whoever asks for it", findings: ["ENTRY_CARDS_DIFFER"],
      sql: "DELETE FROM entry_card WHERE place = 9"),
    Attack(
      "Take a claim out of the review queue", findings: ["ENTRY_MISFILED"],
      sql: """
        UPDATE entry SET corrects = (SELECT event_hash FROM entry WHERE place = 11)
        WHERE place = 12
        """),
    Attack(
      "Let a lost device record again, or a good one no more", findings: ["DEVICE_DIFFERS"],
      sql: "UPDATE device SET revocation = 1 WHERE courier = 'SP-02'"),
    Attack(
      "Take a card off a signed document", findings: ["HANDOVER_DIFFERS"],
      sql: "DELETE FROM handover_card WHERE card LIKE '%00000003-_'"),
    Attack(
      "Make the details of a handover disappear", findings: ["DETAIL_MISSING"],
      sql: "DELETE FROM detail WHERE place = 10"),
    Attack(
      "Put another's details under a handover", findings: ["DETAIL_CHANGED"],
      sql: """
        UPDATE detail SET sealed = (
          SELECT sealed FROM detail WHERE place = 12)
        WHERE place = 10
        """),
    Attack(
      "Swap the residents of two cards", findings: ["CARD_CHANGED"],
      sql: """
        UPDATE card SET numbers_sealed = (
          SELECT numbers_sealed FROM card WHERE id LIKE '%00000002-_')
        WHERE id LIKE '%00000001-_'
        """),
    Attack(
      "Look at residents and leave no trace", findings: ["JOURNAL_CHANGED"],
      sql: "DELETE FROM journal_card; DELETE FROM journal WHERE kind = 'access'"),
    Attack(
      "Loosen what couriers must bring as proof", findings: ["REGISTER_CHANGED"],
      sql: "UPDATE workspace SET requires_proof = 0"),
    Attack(
      "Slip in a checkpoint of one's own", findings: ["FOREIGN_CHECKPOINT"],
      { administrator, day in
        let line = try Checkpoint(
          workspaceID: day.store.workspaceID, size: 3, root: MerkleTree.emptyRoot,
          time: AttackedDay.now, signedWith: ownKey()
        ).line
        try administrator.execute("INSERT OR REPLACE INTO checkpoint VALUES (3, '\(line)')")
      }),
  ]

  private static func ownKey() throws -> SigningKey {
    try SigningKey(seedBytes: [UInt8](repeating: 7, count: 32))
  }

  /// A delivery of the first card that is still out, signed with the administrator's own key.
  private static func forged(after leaf: LedgerLeaf, asItself: Bool) throws -> LedgerLeaf {
    let key = try ownKey()
    let device = asItself ? DeviceID(of: key.publicKey).description : leaf.event.id.device
    let event = leaf.event.with(
      device: device, sequence: asItself ? 1 : 3,
      cards: [try #require(CardID("KTP-1871-17-00000003") ?? leaf.event.cards.first)])
    let unsigned = SignedEvent(event: event, previous: leaf.signed.hash, signature: [])
    return LedgerLeaf(
      signed: SignedEvent(
        event: event, previous: leaf.signed.hash,
        signature: try key.signature(of: unsigned.hash.bytes)),
      receivedAt: leaf.receivedAt)
  }

  /// Enrols the administrator's own key in the place of the first device's and signs its events.
  private static func giveAnotherKey(_ leaves: inout [LedgerLeaf]) throws {
    let key = try ownKey()
    let old = try #require(leaves[1].event.registration)
    let registration = DeviceRegistration(
      signingKey: key.publicKey, boxKey: old.boxKey, courier: old.courier)
    leaves[1] = leaves[1].with(event: leaves[1].event.with(registration: registration))
    for (place, leaf) in leaves.enumerated() where leaf.event.id.device == "\(old.device)" {
      let event = leaf.event.with(device: registration.device.description)
      let unsigned = leaf.with(event: event)
      leaves[place] = leaf.with(
        event: event, signature: try key.signature(of: unsigned.signed.hash.bytes))
    }
  }
}
