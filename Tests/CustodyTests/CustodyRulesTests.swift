import Custody
import Domain
import Testing

@Suite struct CustodyRulesTests {
  /// One rule: the event that breaks it, and every later rule with it where that is possible, so
  /// that the order of the checks is tested too.
  struct Refusal: CustomTestStringConvertible {
    let error: CustodyRefusal
    let event: Event
    var policy = CustodyPolicy.standard

    var testDescription: String { error.phrase.english }
  }

  @Test func everyRuleRefusesWithItsOwnReasonAndChangesNothing() throws {
    let states = try Self.states()
    for refusal in try Self.refusals() {
      #expect(throws: refusal.error, "\(refusal.testDescription)") {
        try CustodyRules.outcome(
          of: refusal.event, given: states, under: refusal.policy, now: Samples.time(60))
      }
    }
    #expect(try Self.states() == states)
  }

  @Test func everyReasonForARefusalIsInTheTableAndInTheOrderOfTheChecks() throws {
    let codes = try Self.refusals().map(\.error.code)
    let distinct = codes.enumerated().filter { !codes[..<$0.offset].contains($0.element) }
    #expect(
      distinct.map(\.element) == [
        "NO_CARDS", "CARDS_OUT_OF_ORDER", "SAME_HOLDER", "CARD_MAY_NOT_MOVE", "MISSING_FIELD",
        "UNEXPECTED_FIELD", "BAD_FIELD", "ALREADY_PRINTED", "UNKNOWN_CARD", "ALREADY_DELIVERED",
        "NOT_HOLDER", "WAY_NOT_ALLOWED", "WAITS_FOR_CLERK", "NOTHING_TO_CLEAR",
        "RECIPIENT_NOT_ALLOWED", "PROOF_MISSING", "BEFORE_LAST_EVENT", "IN_THE_FUTURE",
      ])
  }

  @Test func everyRefusalSpeaksBothLanguages() throws {
    for refusal in try Self.refusals() {
      let phrase = refusal.error.phrase
      #expect(!phrase.indonesian.isEmpty && phrase.indonesian != phrase.english)
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

  @Test func anOutcomeNamesTheCardsInTheOrderOfTheEvent() throws {
    let cards = try (1...3).map(Samples.card)
    let event = try Samples.event(.printed, cards, from: .printer, to: .office)
    let outcome = try CustodyRules.outcome(of: event, given: [:], now: Samples.time(60))
    #expect(outcome.map(\.card) == cards)
    #expect(outcome.allSatisfy { $0.holder == .office && $0.status == .atOffice })
  }

  @Test func aCardThatFailsForGoodWaitsForAClerkWhoClearsIt() throws {
    let states = try replayed(try Samples.day())
    let two = try value(states[try Samples.card(2)])
    #expect(two.status == .atOffice)
    #expect(two.attempts == 0)
    #expect(two.lastFailure == nil)
    let before = try replayed(try Samples.day().dropLast())
    #expect(before[two.card]?.status == .needsClerk)
    #expect(before[two.card]?.lastFailure == .moved)
  }

  @Test func aCardTriedTooOftenWaitsForAClerkEvenIfNobodyWasHome() throws {
    let card = try Samples.card(1)
    let courier = try Samples.courier()
    var events = [try Samples.event(.printed, [card], from: .printer, to: .office, minute: 1)]
    for minute in [2, 5] {
      events += [
        try Samples.event(.handedOver, [card], from: .office, to: courier, minute: minute),
        try Samples.event(.failed, [card], from: courier, to: courier, minute: minute + 1),
        try Samples.event(.returned, [card], from: courier, to: .office, minute: minute + 2),
      ]
    }
    #expect(try replayed(events.prefix(4))[card]?.status == .atOffice)
    #expect(try replayed(events)[card]?.status == .needsClerk)
    #expect(try replayed(events)[card]?.attempts == 2)
  }

  @Test func aHandoverWrittenOnPaperNeedsNoOtherProof() throws {
    let paper = try Samples.event(
      .delivered, [try Samples.card(3)], from: try Samples.courier(), to: .resident, minute: 30
    ).with(proofs: [], provenance: .paper)
    let outcome = try CustodyRules.outcome(
      of: paper, given: try Self.states(), now: Samples.time(60))
    #expect(outcome.first?.status == .delivered)
  }

  @Test func aNeighbourhoodHeadMayTakeACardWhereThePolicySaysSo() throws {
    let policy = try CustodyPolicy(
      allowedRecipients: [.own, .neighbourhoodHead], requiresProof: false, maximumAttempts: 3,
      clockToleranceMinutes: 0)
    let event = try Samples.event(
      .delivered, [try Samples.card(3)], from: try Samples.courier(), to: .resident, minute: 30
    ).with(recipient: .neighbourhoodHead, proofs: [])
    let outcome = try CustodyRules.outcome(
      of: event, given: try Self.states(), under: policy, now: Samples.time(60))
    #expect(outcome.first?.holder == .resident)
  }

  @Test func aPolicyThatCannotBeKeptCannotBeMade() {
    #expect(throws: CustodyPolicyError.noRecipients) {
      try CustodyPolicy(
        allowedRecipients: [], requiresProof: true, maximumAttempts: 2, clockToleranceMinutes: 15)
    }
    #expect(throws: CustodyPolicyError.noAttempts(0)) {
      try CustodyPolicy(
        allowedRecipients: [.own], requiresProof: true, maximumAttempts: 0,
        clockToleranceMinutes: 15)
    }
    #expect(throws: CustodyPolicyError.badTolerance(-1)) {
      try CustodyPolicy(
        allowedRecipients: [.own], requiresProof: true, maximumAttempts: 2,
        clockToleranceMinutes: -1)
    }
  }

  @Test func anExtremeTimeIsRefusedAndTrapsNothing() throws {
    let card = try Samples.card(1)
    let event = try Samples.event(.printed, [card], from: .printer, to: .office)
    for milliseconds in [Int64.min, .max] {
      let time = Instant(milliseconds: milliseconds)
      #expect(throws: CustodyRefusal.badField(.time)) {
        try CustodyRules.outcome(of: event.with(time: time), given: [:], now: Samples.time(60))
      }
      _ = CustodyRefusal.inTheFuture(time, now: time).phrase
      _ = try? CustodyRules.outcome(of: event, given: [:], now: time)
    }
  }

  private func replayed(_ events: some Sequence<Event>) throws -> [CardID: CardCustody] {
    var states: [CardID: CardCustody] = [:]
    for event in events {
      let outcome = try CustodyRules.outcome(of: event, given: states, now: Samples.time(600))
      for state in outcome { states[state.card] = state }
    }
    return states
  }

  /// Card 1 and 2 in the office, 3 and 4 with the courier, 5 delivered, 6 waiting for a clerk.
  private static func states() throws -> [CardID: CardCustody] {
    let rows: [(Holder, CardCustody.Status)] = [
      (.office, .atOffice), (.office, .atOffice), (try Samples.courier(), .outForDelivery),
      (try Samples.courier(), .outForDelivery), (.resident, .delivered), (.office, .needsClerk),
    ]
    var states: [CardID: CardCustody] = [:]
    for (index, row) in rows.enumerated() {
      let card = try Samples.card(index + 1)
      states[card] = CardCustody(
        card: card, holder: row.0, status: row.1, attempts: 0,
        lastFailure: row.1 == .needsClerk ? .moved : nil, since: Samples.time(20))
    }
    return states
  }

  private static func refusals() throws -> [Refusal] {
    try formRefusals() + custodyRefusals() + policyAndTimeRefusals()
  }

  private static func formRefusals() throws -> [Refusal] {
    let (one, two) = (try Samples.card(1), try Samples.card(2))
    let courier = try Samples.courier()
    let other = try Samples.courier("SP-018")
    let delivery = try Samples.event(.delivered, [one], from: courier, to: .resident)
    let failure = try Samples.event(.failed, [one], from: courier, to: courier)
    let handover = try Samples.event(.handedOver, [one], from: .office, to: courier)
    let printing = try Samples.event(.printed, [one], from: .printer, to: .office)
    let nameless = Holder.organisation("")
    let kecamatan = Holder.villageOffice(try value(RegionCode("18.71.01")))
    return [
      Refusal(error: .noCards, event: delivery.with(cards: [], taker: courier)),
      Refusal(
        error: .cardsOutOfOrder(two, one), event: delivery.with(cards: [two, one], taker: courier)),
      Refusal(
        error: .cardsOutOfOrder(one, one), event: delivery.with(cards: [one, one], taker: courier)),
      Refusal(
        error: .sameHolder(.delivered, courier), event: delivery.with(taker: courier, actor: "")),
      Refusal(
        error: .cardMayNotMove(.failed, from: courier, to: other),
        event: failure.with(taker: other, reason: .some(nil))),
      Refusal(
        error: .cardMayNotMove(.cleared, from: .office, to: courier),
        event: try Samples.event(.cleared, [one], from: .office, to: courier)),
      Refusal(
        error: .missingField(.device, .delivered),
        event: delivery.with(id: Event.ID(device: "", sequence: 1), actor: "")),
      Refusal(error: .missingField(.actor, .delivered), event: delivery.with(actor: "")),
      Refusal(
        error: .missingField(.recipient, .delivered), event: delivery.with(recipient: .some(nil))),
      Refusal(error: .missingField(.reason, .failed), event: failure.with(reason: .some(nil))),
      Refusal(
        error: .missingField(.document, .handedOver), event: handover.with(document: .some(nil))),
      Refusal(error: .missingField(.document, .handedOver), event: handover.with(document: "")),
      Refusal(error: .missingField(.run, .handedOver), event: handover.with(run: .some(nil))),
      Refusal(error: .missingField(.run, .delivered), event: delivery.with(run: .some(nil))),
      Refusal(
        error: .unexpectedField(.recipient, .failed), event: failure.with(recipient: .own)),
      Refusal(error: .unexpectedField(.reason, .delivered), event: delivery.with(reason: .moved)),
      Refusal(
        error: .unexpectedField(.document, .delivered), event: delivery.with(document: "BAST/1")),
      Refusal(
        error: .unexpectedField(.run, .printed), event: printing.with(run: try Samples.run())),
      Refusal(
        error: .unexpectedField(.proofs, .printed),
        event: printing.with(proofs: [Samples.signature])),
      Refusal(
        error: .badField(.device),
        event: delivery.with(id: Event.ID(device: "a\nb", sequence: 1), time: Samples.time(999))),
      Refusal(
        error: .badField(.sequence),
        event: delivery.with(id: Event.ID(device: "tablet-1", sequence: 0))),
      Refusal(
        error: .badField(.actor),
        event: delivery.with(actor: String(repeating: "x", count: 121))),
      Refusal(
        error: .badField(.time), event: delivery.with(time: Instant(milliseconds: .max))),
      Refusal(error: .badField(.giver), event: handover.with(giver: nameless)),
      Refusal(
        error: .badField(.taker),
        event: try Samples.event(.held, [one], from: courier, to: kecamatan)),
      Refusal(error: .badField(.document), event: handover.with(document: "BAST\u{7F}")),
      Refusal(
        error: .badField(.run),
        event: delivery.with(
          run: RunID(plan: PlanID(date: CalendarDate(dayNumber: 0), version: 0), number: 1))),
      Refusal(
        error: .badField(.proofs),
        event: delivery.with(proofs: [Proof(kind: .photo, digest: "AB")])),
    ]
  }

  private static func custodyRefusals() throws -> [Refusal] {
    let cards = try (0...9).map(Samples.card)
    let courier = try Samples.courier()
    let other = try Samples.courier("SP-018")
    let village = try Samples.village()
    func event(
      _ kind: Event.Kind, _ card: Int, from giver: Holder, to taker: Holder
    ) throws -> Event {
      try Samples.event(kind, [cards[card]], from: giver, to: taker, minute: 999)
    }
    let ways: [(Event.Kind, Int, Holder, Holder)] = [
      (.handedOver, 3, courier, other), (.handedOver, 3, courier, .office),
      (.handedOver, 1, .office, .resident), (.held, 1, .office, village),
      (.delivered, 1, .office, Samples.satpol), (.returned, 3, courier, village),
      (.failed, 1, .office, .office), (.cleared, 3, courier, courier),
    ]
    return [
      Refusal(
        error: .alreadyPrinted(cards[1]), event: try event(.printed, 1, from: .printer, to: .office)
      ),
      Refusal(
        error: .unknownCard(cards[9]), event: try event(.delivered, 9, from: .office, to: .resident)
      ),
      Refusal(
        error: .alreadyDelivered(cards[5], since: Samples.time(20)),
        event: try event(.delivered, 5, from: courier, to: .resident)),
      Refusal(
        error: .notHolder(cards[3], claimed: .office, actual: courier),
        event: try event(.returned, 3, from: .office, to: courier)),
      Refusal(
        error: .notHolder(cards[3], claimed: other, actual: courier),
        event: try event(.delivered, 3, from: other, to: .resident)),
    ]
      + (try ways.map { kind, card, giver, taker in
        Refusal(
          error: .wayNotAllowed(kind, from: giver, to: taker),
          event: try event(kind, card, from: giver, to: taker))
      }) + [
        Refusal(
          error: .waitsForClerk(cards[6], .moved),
          event: try event(.handedOver, 6, from: .office, to: courier)),
        Refusal(
          error: .nothingToClear(cards[1]),
          event: try event(.cleared, 1, from: .office, to: .office)),
      ]
  }

  private static func policyAndTimeRefusals() throws -> [Refusal] {
    let cards = [try Samples.card(3), try Samples.card(4)]
    let delivery = try Samples.event(
      .delivered, cards, from: try Samples.courier(), to: .resident, minute: 999)
    return [
      Refusal(
        error: .recipientNotAllowed(.neighbourhoodHead),
        event: delivery.with(recipient: .neighbourhoodHead, proofs: [])),
      Refusal(error: .proofMissing(cards), event: delivery.with(proofs: [])),
      Refusal(
        error: .proofMissing(cards), event: delivery.with(proofs: [Proof(kind: .oldCard)])),
      Refusal(
        error: .beforeLastEvent(cards[0], Samples.time(4), last: Samples.time(20)),
        event: delivery.with(time: Samples.time(4))),
      Refusal(
        error: .inTheFuture(Samples.time(76), now: Samples.time(60)),
        event: delivery.with(time: Samples.time(76))),
    ]
  }
}
