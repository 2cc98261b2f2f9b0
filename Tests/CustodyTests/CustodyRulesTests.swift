import Custody
import Domain
import Testing

@Suite struct CustodyRulesTests {
  @Test func anOutcomeNamesTheCardsInTheOrderOfTheEvent() throws {
    let cards = try (1...3).map(Samples.card)
    let event = try Samples.event(.printed, cards, from: .printer, to: .office)
    let outcome = try CustodyRules.outcome(of: event, given: [:], now: Samples.time(60))
    #expect(outcome.map(\.card) == cards)
    #expect(outcome.allSatisfy { $0.holder == .office && $0.status == .atOffice })
  }

  @Test func aCardThatFailsForGoodWaitsForAClerkWhoClearsIt() throws {
    let two = try value(replayed(try Samples.day())[try Samples.card(2)])
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
    let counter = try Samples.event(.delivered, [card], from: .office, to: .resident, minute: 9)
    #expect(try replayed(events + [counter])[card]?.status == .delivered)
  }

  @Test func aHandoverWrittenOnPaperNeedsNoOtherProof() throws {
    let paper = try Samples.event(
      .delivered, [try Samples.card(3)], from: try Samples.courier(), to: .resident, minute: 30
    ).with(proofs: [], provenance: .paper)
    let outcome = try CustodyRules.outcome(
      of: paper, given: try CustodyRefusalTests.states(), now: Samples.time(60))
    #expect(outcome.first?.status == .delivered)
  }

  @Test(arguments: [Proof.Kind.signature, .thumb, .photo, .pin])
  func eachOfTheseProvesAHandover(kind: Proof.Kind) throws {
    let event = try Samples.event(
      .delivered, [try Samples.card(3)], from: try Samples.courier(), to: .resident, minute: 30
    ).with(proofs: [Proof(kind: kind)])
    let outcome = try CustodyRules.outcome(
      of: event, given: try CustodyRefusalTests.states(), now: Samples.time(60))
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
      of: event, given: try CustodyRefusalTests.states(), under: policy, now: Samples.time(60))
    #expect(outcome.first?.holder == .resident)
  }

  /// What a courier's device records is right exactly if it is the courier's own doing.
  @Test func aCouriersDeviceRecordsWhatItsCourierDoes() throws {
    let courier = try Samples.courier()
    let village = try Samples.village()
    let (three, seven, ten) = (try Samples.card(3), try Samples.card(7), try Samples.card(10))
    let device = Event.ID(device: try Samples.registration().device.description, sequence: 1)
    let events = [
      try Samples.event(.scannedOut, [three], from: courier, to: courier, minute: 30),
      try Samples.event(.delivered, [three], from: courier, to: .resident, minute: 30),
      try Samples.event(.failed, [three], from: courier, to: courier, minute: 30),
      try Samples.event(.reattempted, [ten], from: courier, to: courier, minute: 30),
      try Samples.event(.returned, [three], from: courier, to: .office, minute: 30),
      try Samples.event(.held, [three], from: courier, to: village, minute: 30),
      try Samples.event(.missing, [three], from: courier, to: courier, minute: 30),
      try Samples.event(.counted, [], from: courier, to: courier, minute: 30),
      try Samples.event(.found, [seven], from: courier, to: courier, minute: 30),
      try Samples.event(.withdrawn, [three.old], from: .resident, to: courier, minute: 30),
      try Samples.event(.feeReported, [three], from: courier, to: courier, minute: 30),
    ]
    for event in events {
      let outcome = try CustodyRules.outcome(
        of: event.with(id: device), given: try CustodyRefusalTests.states(),
        recordedFor: try Samples.courierID(), now: Samples.time(60))
      #expect(outcome.count == event.cards.count, "\(event.kind)")
    }
  }

  @Test func anOldCardGoesTheWayToDestruction() throws {
    let card = try Samples.card(1)
    let courier = try Samples.courier()
    let events = [
      try Samples.event(.printed, [card], from: .printer, to: .office, minute: 1),
      try Samples.event(.handedOver, [card], from: .office, to: courier, minute: 2),
      try Samples.event(.delivered, [card], from: courier, to: .resident, minute: 3)
        .with(exchanged: [card.old]),
      try Samples.event(.missing, [card.old], from: courier, to: courier, minute: 4),
      try Samples.event(.found, [card.old], from: courier, to: courier, minute: 5),
      try Samples.event(.returned, [card.old], from: courier, to: .office, minute: 6),
      try Samples.event(.counted, [card.old], from: .office, to: .office, minute: 7),
      try Samples.event(.destroyed, [card.old], from: .office, to: .destruction, minute: 8),
    ]
    let holders = try events.indices.dropFirst(2).map { last in
      try value(try replayed(events[...last])[card.old])
    }
    #expect(holders.map(\.holder) == [courier, courier, courier, .office, .office, .destruction])
    #expect(
      holders.map(\.status) == [
        .withdrawn, .missing, .withdrawn, .withdrawn, .withdrawn, .destroyed,
      ])
    #expect(try replayed(events)[card]?.status == .delivered)
  }

  @Test func aCardThatIsMissingComesBackWhereItIsFound() throws {
    let card = try Samples.card(7)
    for taker in [try Samples.courier(), .office, try Samples.village(), Samples.satpol] {
      let event = try Samples.event(
        .found, [card], from: try Samples.courier(), to: taker, minute: 30)
      let outcome = try CustodyRules.outcome(
        of: event, given: try CustodyRefusalTests.states(), now: Samples.time(60))
      #expect(outcome.first?.holder == taker)
      #expect(outcome.first?.status != .missing)
    }
  }

  /// A correction may undo even the end of a story, since a named person answers for it.
  @Test func aCorrectionPutsACardWhereAPersonSaysItIs() throws {
    let states = try CustodyRefusalTests.states()
    let courier = try Samples.courier()
    func corrected(_ serial: Int, to taker: Holder) throws -> CardCustody {
      let card = try Samples.card(serial)
      let event = try Samples.event(
        .corrected, [card], from: try value(states[card]).holder, to: taker, minute: 30)
      return try value(
        try CustodyRules.outcome(of: event, given: states, now: Samples.time(60)).first)
    }
    #expect(try corrected(5, to: courier).status == .outForDelivery)
    #expect(try corrected(5, to: .office).status == .atOffice)
    #expect(try corrected(3, to: .resident).status == .delivered)
    #expect(try corrected(3, to: .destruction).status == .destroyed)
    #expect(try corrected(8, to: .office).status == .atOffice)
    #expect(try corrected(7, to: courier).status == .outForDelivery)
    #expect(try corrected(7, to: .office).holder == .office)
  }

  @Test func aCorrectionThatMovesNothingChangesNoStatus() throws {
    let states = try CustodyRefusalTests.states()
    for state in states.values where state.status != .missing {
      let event = try Samples.event(
        .corrected, [state.card], from: state.holder, to: state.holder, minute: 30)
      let outcome = try CustodyRules.outcome(of: event, given: states, now: Samples.time(60))
      #expect(outcome.first?.status == state.status && outcome.first?.holder == state.holder)
    }
    let none = try Samples.event(.corrected, [], from: .office, to: .office, minute: 30)
    #expect(try CustodyRules.outcome(of: none, given: states, now: Samples.time(60)) == [])
  }

  @Test func aDemandOfMoneyCanBeReportedWhateverBecameOfTheCard() throws {
    let states = try CustodyRefusalTests.states()
    let courier = try Samples.courier()
    for state in states.values {
      let event = try Samples.event(
        .feeReported, [state.card], from: courier, to: courier, minute: 5)
      #expect(
        try CustodyRules.outcome(of: event, given: states, now: Samples.time(60)) == [state])
    }
  }

  @Test func personalDataIsErasedOnceTheCardHasReachedItsEnd() throws {
    let states = try CustodyRefusalTests.states()
    for (serial, holder) in [(5, Holder.resident), (8, .destruction)] {
      let card = try Samples.card(serial)
      let event = try Samples.event(.erased, [card], from: holder, to: holder, minute: 30)
      let outcome = try CustodyRules.outcome(of: event, given: states, now: Samples.time(60))
      #expect(outcome.first?.status == states[card]?.status)
    }
  }

  @Test func enrolmentAndRevocationTouchNoCard() throws {
    for kind in [Event.Kind.enrolled, .revoked] {
      let event = try Samples.event(kind, [], from: .office, to: .office)
      #expect(try CustodyRules.outcome(of: event, given: [:], now: Samples.time(60)) == [])
    }
  }

  @Test(arguments: [
    (CustodyPolicyError.noRecipients, 0), (.noAttempts(0), 1), (.badTolerance(-1), 2),
    (.badTolerance(1441), 3), (.badDistance(0), 4), (.badSpeed(0), 5), (.badVersion(0), 6),
  ])
  func aPolicyThatCannotBeKeptCannotBeMade(error: CustodyPolicyError, row: Int) {
    #expect(throws: error) {
      try CustodyPolicy(
        allowedRecipients: row == 0 ? [] : [.own], requiresProof: true,
        maximumAttempts: row == 1 ? 0 : 2,
        clockToleranceMinutes: row == 2 ? -1 : row == 3 ? 1441 : 15,
        farMetres: row == 4 ? 0 : 250, maximumKilometresPerHour: row == 5 ? 0 : 150,
        version: row == 6 ? 0 : 1)
    }
    #expect(error.phrase.indonesian != error.phrase.english)
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
}
