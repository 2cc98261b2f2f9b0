import Custody
import Domain
import TestSupport
import Testing

/// The rules against a slow model that keeps nothing but the list of accepted events.
@Suite struct CustodyModelTests {
  /// What happened, and everything derived from it by reading it from the start.
  struct Model {
    var accepted: [Event] = []

    func events(of card: CardID) -> [Event] { accepted.filter { $0.cards.contains(card) } }

    func holder(of card: CardID) -> Holder? { events(of: card).last?.taker }

    func attempts(of card: CardID) -> Int {
      let story = events(of: card)
      let clearance = story.lastIndex { $0.kind == .cleared } ?? -1
      return story[(clearance + 1)...].count { $0.kind == .failed }
    }

    func isStuck(_ card: CardID) -> Bool {
      let story = events(of: card)
      guard story.last?.kind == .returned else { return false }
      let clearance = story.lastIndex { $0.kind == .cleared } ?? -1
      let reason = story[(clearance + 1)...].last { $0.kind == .failed }?.reason
      return attempts(of: card) >= 2 || reason.map { !$0.allowsRetry } ?? false
    }

    static let ways: Set<String> = [
      "printed printer office", "handed-over office organisation", "handed-over office courier",
      "handed-over organisation courier", "delivered courier resident",
      "delivered village resident", "delivered office resident", "failed courier courier",
      "returned courier office", "returned organisation office", "returned village office",
      "held courier village", "cleared office office",
    ]

    func accepts(_ event: Event) -> Bool {
      let ends = [event.giver, event.taker].map { $0.code.prefix { $0 != ":" } }
      let way = "\(event.kind.rawValue) \(ends[0]) \(ends[1])"
      let moves = event.giver != event.taker
      let mayStay = event.kind == .failed || event.kind == .cleared
      guard Self.ways.contains(way), moves != mayStay else { return false }
      return event.cards.allSatisfy { card in
        switch event.kind {
        case .printed: events(of: card).isEmpty
        case .handedOver: holder(of: card) == event.giver && !isStuck(card)
        case .cleared: holder(of: card) == event.giver && isStuck(card)
        default: holder(of: card) == event.giver && holder(of: card) != .resident
        }
      }
    }
  }

  @Test(arguments: UInt64(0)..<40)
  func randomEventsAreAcceptedExactlyWhenTheModelAcceptsThem(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var model = Model()
    var states: [CardID: CardCustody] = [:]
    for minute in 1...150 {
      let event = try Self.randomEvent(minute: minute, states: states, using: &random)
      let before = states
      do {
        let now = Samples.time(minute)
        for state in try CustodyRules.outcome(of: event, given: states, now: now) {
          states[state.card] = state
        }
        #expect(model.accepts(event), "accepted \(event)")
        model.accepted.append(event)
      } catch {
        #expect(!model.accepts(event), "refused \(event): \(error)")
        #expect(states == before)
      }
    }
    for (card, state) in states {
      #expect(state.holder == model.holder(of: card))
      #expect(state.attempts == model.attempts(of: card))
      #expect((state.status == .needsClerk) == model.isStuck(card))
    }
    #expect(model.accepted.count > 20)
    #expect(try Self.replayed(model.accepted) == states)
  }

  /// Three times in four an event whose way is allowed from where the cards are, else any kind
  /// between any two holders.
  private static func randomEvent(
    minute: Int, states: [CardID: CardCustody], using random: inout SplitMix64
  ) throws -> Event {
    let cards = try (1...12).map(Samples.card)
    let first = cards[Int.random(in: 0..<12, using: &random)]
    let place = states[first]?.holder ?? .printer
    let companions = cards.filter { $0 > first && (states[$0]?.holder ?? .printer) == place }
    let bag = [first] + companions.prefix(Int.random(in: 0...2, using: &random))

    let fromHere = try ways().filter { $0.giver == place }
    let isLikely = !fromHere.isEmpty && Int.random(in: 0..<4, using: &random) > 0
    var way = try ways().randomElement(using: &random) ?? (.printed, .printer, .office)
    if isLikely, let likely = fromHere.randomElement(using: &random) { way = likely }
    if !isLikely, let other = try ways().randomElement(using: &random) { way.taker = other.taker }
    return try Samples.event(
      way.kind, bag, from: way.giver, to: way.taker, minute: minute,
      reason: Int.random(in: 0..<4, using: &random) == 0 ? .moved : .notHome)
  }

  private static func ways() throws -> [(kind: Event.Kind, giver: Holder, taker: Holder)] {
    let (one, two) = (try Samples.courier("SP-017"), try Samples.courier("SP-018"))
    let village = try Samples.village()
    return [
      (.printed, .printer, .office), (.handedOver, .office, Samples.satpol),
      (.handedOver, .office, one), (.handedOver, .office, two), (.handedOver, Samples.satpol, one),
      (.handedOver, Samples.satpol, two), (.delivered, one, .resident),
      (.delivered, village, .resident), (.failed, one, one), (.failed, two, two),
      (.failed, one, one), (.failed, two, two), (.returned, one, .office),
      (.returned, two, .office), (.returned, two, .office), (.returned, Samples.satpol, .office),
      (.returned, village, .office), (.held, one, village), (.held, two, village),
      (.cleared, .office, .office), (.cleared, .office, .office),
    ]
  }

  private static func replayed(_ events: [Event]) throws -> [CardID: CardCustody] {
    var states: [CardID: CardCustody] = [:]
    for event in events {
      let outcome = try CustodyRules.outcome(of: event, given: states, now: event.time)
      for state in outcome { states[state.card] = state }
    }
    return states
  }
}
