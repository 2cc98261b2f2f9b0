import Custody
import Domain
import Reports

extension Sample {
  /// One accepted entry of every kind, about one card of each run, and one that was refused.
  static func leaves() throws -> [LedgerLeaf] {
    let card = try known(CardID("KTP-1871-17-00000001-7"))
    let second = try known(CardID("KTP-1871-17-00000002-5"))
    let courier = Holder.courier(try known(CourierID("SP-017")))
    let village = Holder.villageOffice(try known(RegionCode("18.71.03.1003")))
    let police = Holder.organisation("Satpol PP")
    let run = try known(RunID("R-20170727-1-001"))
    var leaves: [LedgerLeaf] = []
    func add(
      _ kind: Event.Kind, _ cards: [CardID], _ giver: Holder, _ taker: Holder, run: RunID? = nil,
      document: String? = nil, recipient: Recipient? = nil, reason: FailureReason? = nil,
      action: ActionCode? = nil, proofs: [Proof] = [], exchanged: [CardID] = [],
      item: PostItem? = nil, fee: Int? = nil, correction: Correction? = nil,
      verdict: LedgerLeaf.Verdict = .accepted
    ) throws {
      let sequence = leaves.count + 1
      let time = Instant(milliseconds: 1_501_121_640_000 + Int64(sequence) * 60_123)
      let clock = ClockEvidence(
        earliest: time, latest: Instant(milliseconds: time.milliseconds + 5))
      let event = Event(
        id: Event.ID(device: "office", sequence: sequence), kind: kind, cards: cards, giver: giver,
        taker: taker, actor: "Rina Kartika", run: run, stop: run == nil ? nil : 3,
        document: document, time: time, clock: clock, recipient: recipient, reason: reason,
        action: action, proofs: proofs, exchanged: exchanged, item: item, fee: fee,
        correction: correction)
      let signed = SignedEvent(
        event: event, previous: Fingerprint(sha256Of: []), signature: Array(repeating: 7, count: 64)
      )
      leaves.append(
        LedgerLeaf(
          signed: signed, receivedAt: Instant(milliseconds: time.milliseconds + 1000),
          verdict: verdict, flags: kind == .delivered ? [.farFromDoor, .wrongPIN] : []))
    }
    let bast = "BAST/1871/20170727/001"
    try add(.printed, [card, second], .printer, .office)
    try add(.packed, [card, second], .office, .office, run: run)
    try add(.handedOver, [card, second], .office, police, document: bast)
    try add(.handedOver, [card, second], police, courier, run: run, document: bast)
    try add(.scannedOut, [card, second], courier, courier, run: run)
    try add(
      .failed, [card, second], courier, courier, run: run, reason: .notHome, action: .retry)
    try add(.reattempted, [card], courier, courier, run: run)
    try add(
      .delivered, [card, second], courier, .resident, run: run, recipient: .family,
      proofs: [Proof(kind: .signature), Proof(kind: .photo)], exchanged: [card.old, second.old])
    try add(
      .delivered, [card], courier, .resident, run: run, verdict: .refused("ALREADY_DELIVERED"))
    try add(.returned, [card.old, second.old], courier, .office)
    try add(.held, [second], police, village, item: PostItem("RR473124829ID"))
    try add(.returned, [second], village, .office, document: bast)
    try add(.cleared, [second], .office, .office)
    try add(.withdrawn, [second.old], .resident, .office)
    try add(.missing, [second], .office, .office)
    try add(.found, [second], .office, courier)
    try add(.counted, [second], courier, courier)
    try add(.destroyed, [card.old, second.old], .office, .destruction, document: "BAP/1871/1")
    try add(
      .corrected, [second], courier, .office,
      correction: Correction(event: leaves[15].signed.hash, decision: .rejected))
    try add(
      .corrected, [card], .resident, .resident,
      correction: Correction(event: leaves[7].signed.hash, decision: .upheld))
    try add(.erased, [card], .resident, .resident)
    try add(.feeReported, [second], courier, courier, fee: 20_000)
    return leaves
  }
}
