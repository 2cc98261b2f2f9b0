import Custody
import Domain
import TestSupport
import Testing

/// The rules against a slow model that keeps nothing but the list of accepted events.
@Suite struct CustodyModelTests {
  @Test(arguments: UInt64(0)..<60)
  func randomEventsAreAcceptedExactlyWhenTheModelAcceptsThem(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var model = CustodyModel()
    var states: [CardID: CardCustody] = [:]
    for minute in 1...150 {
      let (event, courier) = try Self.randomEvent(minute: minute, states: states, using: &random)
      let before = states
      let accepts = model.accepts(event, for: courier.map { .courier($0) })
      do {
        let outcome = try CustodyRules.outcome(
          of: event, given: states, recordedFor: courier, now: Samples.time(minute))
        for state in outcome { states[state.card] = state }
        #expect(accepts, "accepted \(event)")
        model.accepted.append(event)
      } catch {
        #expect(!accepts, "refused \(event): \(error)")
        #expect(states == before)
      }
      // No card is ever lost, and each is in one place.
      #expect(Set(before.keys).isSubset(of: states.keys))
    }
    try Self.compare(states, with: model)
    #expect(model.accepted.count > 20)
  }

  private static func compare(
    _ states: [CardID: CardCustody], with model: CustodyModel
  ) throws {
    for serial in 1...8 {
      let card = try Samples.card(serial)
      for card in [card, card.old] {
        let state = states[card]
        #expect(state?.holder == model.holder(card))
        guard let state else { continue }
        #expect(state.attempts == model.attempts(card))
        #expect(state.lastFailure == model.lastFailure(card))
        #expect((state.status == .missing) == model.isMissing(card))
        #expect((state.status == .needsClerk) == model.isStuck(card))
        #expect((state.status == .attemptFailed) == model.hasFailed(card))
        #expect((state.status == .delivered || state.status == .destroyed) == model.isAtEnd(card))
        #expect((state.status == .held) == (card.isHeld(in: model)))
      }
    }
  }

  /// Three times in four an event whose way is allowed from where the cards are, else any kind
  /// between any two holders; one in eight by a courier's device.
  private static func randomEvent(
    minute: Int, states: [CardID: CardCustody], using random: inout SplitMix64
  ) throws -> (Event, CourierID?) {
    let new = try (1...8).map(Samples.card)
    let cards = (new + new.map(\.old).filter { states[$0] != nil }).sorted()
    let first = cards[Int.random(in: cards.indices, using: &random)]
    let place = states[first]?.holder ?? .printer
    let companions = cards.filter { $0 > first && (states[$0]?.holder ?? .printer) == place }
    var bag = [first] + companions.prefix(Int.random(in: 0...2, using: &random))

    let isLikely = Int.random(in: 0..<4, using: &random) > 0
    var way = try value(try ways().randomElement(using: &random))
    let fromHere = try ways().filter { $0.giver == place && $0.kind != .withdrawn }
    if isLikely, let likely = fromHere.randomElement(using: &random) {
      way = likely
    } else if Bool.random(using: &random) {
      way.taker = try value(try ways().randomElement(using: &random)).taker
    }
    if way.kind == .withdrawn, Int.random(in: 0..<4, using: &random) > 0 { bag = [first.old] }
    var event = try Samples.event(
      way.kind, bag, from: way.giver, to: way.taker, minute: minute,
      reason: FailureReason.allCases[Int.random(in: 0..<15, using: &random)])
    if event.kind == .delivered, Bool.random(using: &random) {
      event = event.with(exchanged: bag.filter { !$0.isOld }.map(\.old))
    }
    guard Int.random(in: 0..<8, using: &random) == 0 else { return (event, nil) }
    let device = try Samples.registration().device.description
    let owner = Bool.random(using: &random) ? "SP-017" : "SP-018"
    return (
      event.with(id: Event.ID(device: device, sequence: minute)), try Samples.courierID(owner)
    )
  }

  private static func ways() throws -> [(kind: Event.Kind, giver: Holder, taker: Holder)] {
    let (one, two) = (try Samples.courier("SP-017"), try Samples.courier("SP-018"))
    let (village, satpol) = (try Samples.village(), Samples.satpol)
    let post = Holder.organisation("Pos Indonesia")
    let forth: [(Event.Kind, Holder, Holder)] = [
      (.printed, .printer, .office), (.packed, .office, .office), (.handedOver, .office, satpol),
      (.handedOver, .office, one), (.handedOver, .office, two), (.handedOver, .office, village),
      (.handedOver, .office, one), (.handedOver, satpol, one), (.handedOver, satpol, two),
      (.scannedOut, one, one), (.delivered, one, .resident), (.delivered, satpol, .resident),
      (.delivered, village, .resident), (.delivered, .office, .resident), (.failed, one, one),
      (.failed, two, two), (.failed, one, one), (.failed, satpol, satpol), (.reattempted, one, one),
    ]
    let back: [(Event.Kind, Holder, Holder)] = [
      (.returned, one, .office), (.returned, two, .office), (.returned, two, .office),
      (.returned, satpol, .office), (.returned, village, .office), (.held, one, village),
      (.held, satpol, village), (.held, satpol, satpol), (.held, satpol, post),
      (.cleared, .office, .office), (.cleared, .office, .office), (.withdrawn, .resident, one),
      (.withdrawn, .resident, .office), (.missing, one, one), (.missing, .office, .office),
      (.found, one, two), (.found, one, one), (.found, .office, .office), (.counted, one, one),
      (.counted, village, village), (.destroyed, .office, .destruction),
      (.corrected, one, .office), (.corrected, one, one), (.corrected, .resident, one),
      (.corrected, .destruction, .office), (.corrected, .office, .resident),
      (.erased, .resident, .resident), (.erased, .destruction, .destruction),
      (.feeReported, one, one), (.feeReported, .office, .office),
    ]
    return (forth + back).map { (kind: $0.0, giver: $0.1, taker: $0.2) }
  }
}

extension CardID {
  /// Whether the card waits for its resident at a village office or with an organisation.
  fileprivate func isHeld(in model: CustodyModel) -> Bool {
    guard !isOld, !model.isMissing(self), let holder = model.holder(self) else { return false }
    if case .villageOffice = holder { return true }
    let story = model.accepted.filter { event in
      event.cards.contains(self) && ![.feeReported, .counted].contains(event.kind)
        && !(event.kind == .corrected && event.giver == event.taker)
    }
    return story.last?.kind == .held
  }
}
