import Custody
import Domain
import Testing

@Suite struct CustodyRefusalTests {
  /// One rule: the event that breaks it, and every later rule with it where that is possible, so
  /// that the order of the checks is tested too.
  struct Refusal: CustomTestStringConvertible {
    let error: CustodyRefusal
    let event: Event
    var courier: CourierID?

    var testDescription: String { error.phrase.english }
  }

  @Test func everyRuleRefusesWithItsOwnReasonAndChangesNothing() throws {
    let states = try Self.states()
    for refusal in try Self.refusals() {
      #expect(throws: refusal.error, "\(refusal.testDescription)") {
        try CustodyRules.outcome(
          of: refusal.event, given: states, recordedFor: refusal.courier, now: Samples.time(60))
      }
    }
    #expect(try Self.states() == states)
  }

  @Test func everyReasonForARefusalIsInTheTableAndInTheOrderOfTheChecks() throws {
    let codes = try Self.refusals().map(\.error.code)
    let distinct = codes.enumerated().filter { !codes[..<$0.offset].contains($0.element) }
    #expect(
      distinct.map(\.element) == [
        "NO_CARDS", "UNEXPECTED_FIELD", "CARDS_OUT_OF_ORDER", "SAME_HOLDER", "CARD_MAY_NOT_MOVE",
        "MISSING_FIELD", "BAD_FIELD", "NOT_FOR_THIS_DEVICE", "ALREADY_WITHDRAWN",
        "ALREADY_PRINTED", "UNKNOWN_CARD", "ALREADY_DELIVERED", "ALREADY_DESTROYED", "NOT_HOLDER",
        "WAY_NOT_ALLOWED", "NOT_MISSING", "ALREADY_MISSING", "IS_MISSING", "OLD_CARD",
        "WAITS_FOR_CLERK", "NOTHING_TO_CLEAR", "NOT_FOR_DESTRUCTION", "NOTHING_TO_TRY_AGAIN",
        "RECIPIENT_NOT_ALLOWED", "PROOF_MISSING", "BEFORE_LAST_EVENT", "IN_THE_FUTURE",
      ])
  }

  @Test func everyRefusalSpeaksBothLanguages() throws {
    for refusal in try Self.refusals() {
      let phrase = refusal.error.phrase
      #expect(!phrase.indonesian.isEmpty && !phrase.english.isEmpty)
      #expect(phrase.indonesian != phrase.english)
    }
    for refusal in ArrivalRefusal.allCases {
      #expect(refusal.phrase.indonesian != refusal.phrase.english)
      #expect(refusal.code == refusal.rawValue)
    }
  }

  @Test func aRefusalSaysWhatHappenedToWhichCardAndWhatToDo() throws {
    let refusal = CustodyRefusal.notHolder(
      try Samples.card(1), claimed: .office, actual: try Samples.courier())
    #expect(
      refusal.phrase.english == "card KTP-1871-17-00000001-7 is held by courier SP-017, not by the"
        + " office; scan it again or correct the giver")
    #expect(
      refusal.phrase.indonesian == "kartu KTP-1871-17-00000001-7 tercatat di petugas SP-017, bukan"
        + " di kantor; pindai ulang atau perbaiki pemberinya")
  }

  /// Card 1 and 2 in the office, 3 and 4 with the courier, 5 delivered, 6 waiting because its
  /// resident moved, 7 missing, 8 destroyed, 10 failed, 11 tried too often, 12 spoilt, 13 old and
  /// with the courier.
  static func states() throws -> [CardID: CardCustody] {
    let courier = try Samples.courier()
    let rows: [(Int, Holder, CardCustody.Status, FailureReason?)] = [
      (1, .office, .atOffice, nil), (2, .office, .atOffice, nil),
      (3, courier, .outForDelivery, nil), (4, courier, .outForDelivery, nil),
      (5, .resident, .delivered, nil), (6, .office, .needsClerk, .moved),
      (7, courier, .missing, nil), (8, .destruction, .destroyed, nil),
      (10, courier, .attemptFailed, .notHome), (11, .office, .needsClerk, .notHome),
      (12, .office, .needsClerk, .wrongData), (13, .resident, .delivered, nil),
    ]
    var states: [CardID: CardCustody] = [:]
    for row in rows {
      let card = try Samples.card(row.0)
      states[card] = CardCustody(
        card: card, holder: row.1, status: row.2, attempts: row.2 == .attemptFailed ? 1 : 0,
        lastFailure: row.3, since: Samples.time(20))
    }
    let old = try Samples.card(13).old
    states[old] = CardCustody(
      card: old, holder: courier, status: .withdrawn, attempts: 0, lastFailure: nil,
      since: Samples.time(20))
    return states
  }

  private static func refusals() throws -> [Refusal] {
    try handRefusals() + fieldRefusals() + valueRefusals() + custodyRefusals() + stateRefusals()
      + policyAndTimeRefusals()
  }

  private static func handRefusals() throws -> [Refusal] {
    let (one, two) = (try Samples.card(1), try Samples.card(2))
    let courier = try Samples.courier()
    let other = try Samples.courier("SP-018")
    let delivery = try Samples.event(.delivered, [one], from: courier, to: .resident)
    let failure = try Samples.event(.failed, [one], from: courier, to: courier)
    let enrolment = try Samples.event(.enrolled, [], from: .office, to: .office)
    return [
      Refusal(error: .noCards, event: delivery.with(cards: [], taker: courier)),
      Refusal(error: .noCards, event: failure.with(cards: [], taker: other)),
      Refusal(
        error: .unexpectedField(.cards, .enrolled), event: enrolment.with(cards: [one, one])),
      Refusal(
        error: .cardsOutOfOrder(two, one), event: delivery.with(cards: [two, one], taker: courier)),
      Refusal(
        error: .cardsOutOfOrder(one, one), event: delivery.with(cards: [one, one], taker: courier)),
      Refusal(
        error: .cardsOutOfOrder(two.old, one.old),
        event: delivery.with(taker: courier, exchanged: [two.old, one.old])),
      Refusal(
        error: .sameHolder(.delivered, courier), event: delivery.with(taker: courier, actor: "")),
      Refusal(
        error: .cardMayNotMove(.failed, from: courier, to: other),
        event: failure.with(taker: other, reason: .some(nil))),
      Refusal(
        error: .cardMayNotMove(.cleared, from: .office, to: courier),
        event: try Samples.event(.cleared, [one], from: .office, to: courier)),
      Refusal(
        error: .cardMayNotMove(.enrolled, from: .office, to: courier),
        event: enrolment.with(taker: courier, registration: .some(nil))),
    ]
  }

  /// Fields that a kind needs and does not have, or has and must not.
  private static func fieldRefusals() throws -> [Refusal] {
    let one = try Samples.card(1)
    let courier = try Samples.courier()
    let delivery = try Samples.event(.delivered, [one], from: courier, to: .resident)
    let failure = try Samples.event(.failed, [one], from: courier, to: courier)
    let handover = try Samples.event(.handedOver, [one], from: .office, to: courier)
    let printing = try Samples.event(.printed, [one], from: .printer, to: .office)
    let item = try value(PostItem("RR473124829ID"))
    let missing: [(Event.Field, Event)] = [
      (.device, delivery.with(id: Event.ID(device: "", sequence: 1), actor: "")),
      (.actor, delivery.with(actor: "", recipient: .some(nil))),
      (.recipient, delivery.with(run: .some(nil), recipient: .some(nil))),
      (.reason, failure.with(reason: .some(nil))),
      (.document, handover.with(document: .some(nil))), (.document, handover.with(document: "")),
      (.run, handover.with(run: .some(nil))), (.run, delivery.with(run: .some(nil))),
      (.run, failure.with(run: .some(nil))),
      (
        .document,
        try Samples.event(.destroyed, [one], from: .office, to: .destruction)
          .with(document: .some(nil))
      ),
      (.fee, try Samples.event(.feeReported, [], from: courier, to: courier).with(fee: .some(nil))),
      (
        .correction,
        try Samples.event(.corrected, [one], from: .office, to: courier)
          .with(correction: .some(nil))
      ),
      (
        .registration,
        try Samples.event(.revoked, [], from: .office, to: .office)
          .with(registration: .some(nil))
      ),
    ]
    let unexpected: [(Event.Field, Event)] = [
      (.recipient, failure.with(recipient: .own)), (.reason, delivery.with(reason: .moved)),
      (.action, delivery.with(action: .retry)), (.document, delivery.with(document: "BAST/1")),
      (.run, printing.with(run: try Samples.run())), (.stop, printing.with(stop: 1)),
      (.proofs, printing.with(proofs: [Samples.signature])),
      (.exchanged, failure.with(exchanged: [one.old])), (.item, delivery.with(item: item)),
      (.fee, delivery.with(fee: 1)),
      (
        .correction,
        delivery.with(
          correction: Correction(event: Fingerprint(sha256Of: []), decision: .upheld))
      ),
      (.registration, delivery.with(registration: try Samples.registration())),
    ]
    return missing.map { Refusal(error: .missingField($0, $1.kind), event: $1) }
      + unexpected.map { Refusal(error: .unexpectedField($0, $1.kind), event: $1) }
  }

  private static func valueRefusals() throws -> [Refusal] {
    let one = try Samples.card(1)
    let courier = try Samples.courier()
    let delivery = try Samples.event(.delivered, [one], from: courier, to: .resident)
    let handover = try Samples.event(.handedOver, [one], from: .office, to: courier)
    let long = String(repeating: "x", count: 121)
    let far = Instant(milliseconds: .max)
    let clock = ClockEvidence(earliest: Samples.time(0), latest: far)
    let kecamatan = Holder.villageOffice(try value(RegionCode("18.71.01")))
    let badRun = RunID(plan: PlanID(date: CalendarDate(dayNumber: 0), version: 0), number: 1)
    let toPost = handover.with(
      cards: [one, try Samples.card(2)], taker: Samples.satpol, run: .some(nil),
      item: try value(PostItem("RR473124829ID")))
    let wrong: [(Event.Field, Event)] = [
      (.device, delivery.with(id: Event.ID(device: "tablet-1", sequence: 1), actor: long)),
      (.sequence, delivery.with(id: Event.ID(device: "office", sequence: 0))),
      (.sequence, delivery.with(id: Event.ID(device: "office", sequence: .max))),
      (.actor, delivery.with(actor: long)), (.actor, delivery.with(actor: "a\nb")),
      (.time, delivery.with(time: far)), (.clock, delivery.with(clock: clock)),
      (.policy, delivery.with(policy: 0)),
      (.giver, handover.with(giver: .organisation(""))),
      (.giver, handover.with(giver: .organisation("a\u{1B}[2J"))),
      (.taker, try Samples.event(.held, [one], from: courier, to: kecamatan)),
      (.taker, handover.with(taker: .organisation(long), run: .some(nil))),
      (.cards, try Samples.event(.printed, [one.old], from: .printer, to: .office)),
      (.cards, try Samples.event(.withdrawn, [one], from: .resident, to: .office)),
      (.document, handover.with(document: "BAST\u{7F}")), (.run, delivery.with(run: badRun)),
      (.stop, delivery.with(stop: 0)),
      (.proofs, delivery.with(proofs: [Proof(kind: .photo, digest: "AB")])),
      (.exchanged, delivery.with(exchanged: [one])),
      (.exchanged, delivery.with(exchanged: [try Samples.card(2).old])), (.item, toPost),
      (.fee, try Samples.event(.feeReported, [], from: courier, to: courier).with(fee: 0)),
    ]
    return wrong.map { Refusal(error: .badField($0), event: $1) }
  }

  private static func custodyRefusals() throws -> [Refusal] {
    let courier = try Samples.courier()
    let (own, other) = (try Samples.courierID(), try Samples.courierID("SP-018"))
    let device = Event.ID(device: try Samples.registration().device.description, sequence: 1)
    func foreign(
      _ kind: Event.Kind, _ giver: Holder, _ taker: Holder, for courier: CourierID?
    ) throws -> Refusal {
      let cards = Event.Kind.enrolled == kind || kind == .revoked ? [] : [try Samples.card(99)]
      let old = kind == .withdrawn ? cards.map(\.old) : cards
      let event = try Samples.event(kind, old, from: giver, to: taker, minute: 999).with(id: device)
      return Refusal(
        error: .notForThisDevice(kind, giver, taker), event: event, courier: courier)
    }
    let village = try Samples.village()
    let rights = [
      try foreign(.delivered, courier, .resident, for: nil),
      try foreign(.delivered, courier, .resident, for: other),
      try foreign(.returned, courier, .office, for: other),
      try foreign(.withdrawn, .resident, courier, for: other),
      try foreign(.withdrawn, .resident, .office, for: own),
      try foreign(.found, courier, .courier(other), for: own),
      try foreign(.printed, .printer, .office, for: own),
      try foreign(.packed, .office, .office, for: own),
      try foreign(.handedOver, .office, courier, for: own),
      try foreign(.cleared, .office, .office, for: own),
      try foreign(.destroyed, .office, .destruction, for: own),
      try foreign(.corrected, courier, .office, for: own),
      try foreign(.erased, .resident, .resident, for: own),
      try foreign(.enrolled, .office, .office, for: own),
      try foreign(.delivered, village, .resident, for: own),
    ]
    // Whoever writes the office's name on a device's event does not act for the office.
    let pretence = Refusal(
      error: .notForThisDevice(.handedOver, .office, courier),
      event: try Samples.event(.handedOver, [try Samples.card(1)], from: .office, to: courier),
      courier: own)
    return rights + [pretence] + (try holderRefusals())
  }

  private static func event(
    _ kind: Event.Kind, _ card: CardID, from giver: Holder, to taker: Holder
  ) throws -> Event {
    try Samples.event(kind, [card], from: giver, to: taker, minute: 999)
  }

  private static func holderRefusals() throws -> [Refusal] {
    let cards = try (0...14).map(Samples.card)
    let courier = try Samples.courier()
    let other = try Samples.courier("SP-018")
    let village = try Samples.village()
    let exchange = try event(.delivered, cards[13], from: courier, to: .resident)
      .with(exchanged: [cards[13].old])
    let known = [
      Refusal(error: .alreadyWithdrawn(cards[13].old), event: exchange),
      Refusal(
        error: .alreadyWithdrawn(cards[13].old),
        event: try event(.withdrawn, cards[13].old, from: .resident, to: .organisation("x"))),
      Refusal(
        error: .alreadyPrinted(cards[1]),
        event: try event(.printed, cards[1], from: .printer, to: courier)),
      Refusal(
        error: .unknownCard(cards[9]),
        event: try event(.delivered, cards[9], from: .office, to: courier)),
      Refusal(
        error: .unknownCard(cards[9]),
        event: try event(.withdrawn, cards[9].old, from: .resident, to: village)),
      Refusal(
        error: .alreadyDelivered(cards[5], since: Samples.time(20)),
        event: try event(.delivered, cards[5], from: courier, to: .resident)),
      Refusal(
        error: .alreadyDestroyed(cards[8], since: Samples.time(20)),
        event: try event(.returned, cards[8], from: courier, to: .office)),
      Refusal(
        error: .notHolder(cards[3], claimed: .office, actual: courier),
        event: try event(.returned, cards[3], from: .office, to: courier)),
      Refusal(
        error: .notHolder(cards[3], claimed: other, actual: courier),
        event: try event(.delivered, cards[3], from: other, to: .resident)),
    ]
    let ways: [(Event.Kind, Int, Holder, Holder)] = [
      (.handedOver, 3, courier, other), (.handedOver, 3, courier, .office),
      (.handedOver, 1, .office, .resident), (.held, 1, .office, village),
      (.delivered, 1, .office, Samples.satpol), (.returned, 3, courier, village),
      (.failed, 1, .office, .office), (.cleared, 3, courier, courier),
      (.packed, 3, courier, courier),
      (.scannedOut, 1, .office, .office), (.reattempted, 1, .office, .office),
      (.destroyed, 3, courier, .destruction), (.found, 7, courier, .resident),
      (.found, 7, courier, .destruction), (.corrected, 3, courier, .printer),
      (.erased, 1, .office, .office), (.feeReported, 5, .resident, .resident),
    ]
    return known
      + (try ways.map { kind, card, giver, taker in
        Refusal(
          error: .wayNotAllowed(kind, from: giver, to: taker),
          event: try event(kind, cards[card], from: giver, to: taker))
      })
  }

  /// What the state of a card does not allow.
  private static func stateRefusals() throws -> [Refusal] {
    let cards = try (0...14).map(Samples.card)
    let courier = try Samples.courier()
    let village = try Samples.village()
    func refusal(
      _ error: CustodyRefusal, _ kind: Event.Kind, _ card: CardID, _ giver: Holder, _ taker: Holder
    ) throws -> Refusal {
      Refusal(error: error, event: try event(kind, card, from: giver, to: taker))
    }
    let old = cards[13].old
    return [
      try refusal(.notMissing(cards[3]), .found, cards[3], courier, .office),
      try refusal(.alreadyMissing(cards[7]), .missing, cards[7], courier, courier),
      try refusal(.isMissing(cards[7]), .delivered, cards[7], courier, .resident),
      try refusal(.isMissing(cards[7]), .returned, cards[7], courier, .office),
      try refusal(.isMissing(cards[7]), .counted, cards[7], courier, courier),
      try refusal(.oldCard(old, .delivered), .delivered, old, courier, .resident),
      try refusal(.oldCard(old, .failed), .failed, old, courier, courier),
      try refusal(.oldCard(old, .held), .held, old, courier, village),
      try refusal(.oldCard(old, .scannedOut), .scannedOut, old, courier, courier),
      try refusal(.waitsForClerk(cards[6], .moved), .handedOver, cards[6], .office, courier),
      try refusal(.waitsForClerk(cards[6], .moved), .packed, cards[6], .office, .office),
      try refusal(.waitsForClerk(cards[11], .notHome), .handedOver, cards[11], .office, courier),
      try refusal(.waitsForClerk(cards[12], .wrongData), .delivered, cards[12], .office, .resident),
      try refusal(.nothingToClear(cards[1]), .cleared, cards[1], .office, .office),
      try refusal(.notForDestruction(cards[1]), .destroyed, cards[1], .office, .destruction),
      try refusal(.notForDestruction(cards[11]), .destroyed, cards[11], .office, .destruction),
      try refusal(.nothingToTryAgain(cards[3]), .reattempted, cards[3], courier, courier),
    ]
  }

  private static func policyAndTimeRefusals() throws -> [Refusal] {
    let cards = [try Samples.card(3), try Samples.card(4)]
    let delivery = try Samples.event(
      .delivered, cards, from: try Samples.courier(), to: .resident, minute: 999)
    let enrolment = try Samples.event(.enrolled, [], from: .office, to: .office, minute: 999)
    let tooEarly = ClockEvidence(earliest: Samples.time(0), latest: Samples.time(4))
    let tooLate = ClockEvidence(earliest: Samples.time(76), latest: Samples.time(999))
    let anyTime = ClockEvidence(earliest: Samples.time(0), latest: Samples.time(999))
    return [
      Refusal(
        error: .recipientNotAllowed(.neighbourhoodHead),
        event: delivery.with(recipient: .neighbourhoodHead, proofs: [])),
      Refusal(error: .proofMissing(cards), event: delivery.with(proofs: [])),
      Refusal(
        error: .proofMissing(cards),
        event: delivery.with(proofs: [Proof(kind: .oldCard), Proof(kind: .scan)])),
      Refusal(
        error: .beforeLastEvent(cards[0], Samples.time(4), last: Samples.time(20)),
        event: delivery.with(time: Samples.time(4))),
      Refusal(
        error: .beforeLastEvent(cards[0], Samples.time(4), last: Samples.time(20)),
        event: delivery.with(time: Samples.time(30), clock: tooEarly)),
      Refusal(
        error: .beforeLastEvent(cards[0], Samples.time(4), last: Samples.time(20)),
        event: delivery.with(time: Samples.time(4), clock: anyTime, provenance: .paper)),
      Refusal(
        error: .inTheFuture(Samples.time(76), now: Samples.time(60)),
        event: delivery.with(time: Samples.time(30), clock: tooLate)),
      Refusal(
        error: .inTheFuture(Samples.time(76), now: Samples.time(60)),
        event: delivery.with(time: Samples.time(76), clock: anyTime, provenance: .paper)),
      Refusal(
        error: .inTheFuture(Samples.time(76), now: Samples.time(60)),
        event: delivery.with(time: Samples.time(76))),
      Refusal(
        error: .inTheFuture(Samples.time(999), now: Samples.time(60)), event: enrolment),
    ]
  }
}
