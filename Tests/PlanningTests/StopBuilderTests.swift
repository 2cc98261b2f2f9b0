import Domain
import Geometry
import Planning
import Testing

@Suite struct StopBuilderTests {
  struct Pair: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var stops: Int
    var cards: @Sendable () throws -> [Card]
  }

  static let pairs: [Pair] = [
    Pair(testDescription: "one house, two families: one stop", stops: 1) {
      [try Samples.card(1, family: 1), try Samples.card(2, family: 2)]
    },
    Pair(testDescription: "two houses, no family card: two stops", stops: 2) {
      [try Samples.card(1), try Samples.card(2, east: 5)]
    },
    Pair(testDescription: "one family measured 20 m apart: one stop", stops: 1) {
      [try Samples.card(1, family: 1), try Samples.card(2, east: 20, family: 1)]
    },
    Pair(testDescription: "one family measured 40 m apart: two stops", stops: 2) {
      [try Samples.card(1, family: 1), try Samples.card(2, east: 40, family: 1)]
    },
    Pair(testDescription: "strangers at the point of the desa: two stops", stops: 2) {
      [try Samples.card(1, source: .desa), try Samples.card(2, source: .desa)]
    },
    Pair(testDescription: "strangers in the middle of an RT: two stops", stops: 2) {
      [
        try Samples.card(1, source: .neighbourhood, family: 1),
        try Samples.card(2, source: .neighbourhood, family: 2),
      ]
    },
    Pair(testDescription: "one family nobody measured: one stop", stops: 1) {
      [
        try Samples.card(1, source: .desa, family: 1),
        try Samples.card(2, source: .desa, family: 1),
      ]
    },
    Pair(testDescription: "one family, one member measured: one stop", stops: 1) {
      [
        try Samples.card(1, source: .desa, family: 1),
        try Samples.card(2, east: 500, family: 1),
      ]
    },
    Pair(testDescription: "one family card number in two desa: two stops", stops: 2) {
      [
        try Samples.card(1, desa: 1, source: .desa, family: 1),
        try Samples.card(2, desa: 2, source: .desa, family: 1),
      ]
    },
    Pair(testDescription: "one numbered address in two spellings: one stop", stops: 1) {
      [
        try Samples.card(1, source: .desa, street: "Jl. Kenanga", number: "12 A"),
        try Samples.card(2, source: .desa, street: "JALAN KENANGA", number: "12a"),
      ]
    },
    Pair(testDescription: "one street without a number: two stops", stops: 2) {
      [
        try Samples.card(1, source: .desa, number: "-"),
        try Samples.card(2, source: .desa, number: "-"),
      ]
    },
    Pair(testDescription: "one address in two RT: two stops", stops: 2) {
      [
        try Samples.card(1, source: .desa, number: "12", rt: 1),
        try Samples.card(2, source: .desa, number: "12", rt: 2),
      ]
    },
    Pair(testDescription: "one address in two desa: two stops", stops: 2) {
      [
        try Samples.card(1, desa: 1, source: .desa, number: "12"),
        try Samples.card(2, desa: 2, source: .desa, number: "12"),
      ]
    },
    Pair(testDescription: "a member nobody measured joins one of two far houses", stops: 2) {
      [
        try Samples.card(1, family: 1), try Samples.card(2, east: 300, family: 1),
        try Samples.card(3, source: .desa, family: 1),
      ]
    },
    Pair(testDescription: "papers never chain far houses together", stops: 2) {
      [
        try Samples.card(1, family: 1), try Samples.card(2, source: .desa, family: 1, number: "7"),
        try Samples.card(3, east: 300, number: "7"),
      ]
    },
    Pair(testDescription: "no card: no stop", stops: 0) { [] },
  ]

  @Test(arguments: pairs)
  func cardsShareAStopExactlyWhenTheyShareADoor(_ pair: Pair) throws {
    let cards = try pair.cards()
    let couriers = [try Samples.courier(1)]
    let builder = StopBuilder(service: .standard)
    let stops = builder.stops(for: cards, couriers: couriers)
    #expect(stops.count == pair.stops)
    #expect(stops == builder.stops(for: cards.reversed(), couriers: couriers))
    #expect(stops.flatMap(\.cards).map(\.id).sorted() == cards.map(\.id).sorted())
  }

  @Test func aStopIsAtTheBestKnownPlaceOfItsCards() throws {
    let cards = [
      try Samples.card(1, source: .desa, family: 1),
      try Samples.card(2, east: 100, source: .neighbourhood, family: 1),
      try Samples.card(3, east: 500, source: .house, family: 1),
    ]
    let stops = StopBuilder(service: .standard).stops(for: cards, couriers: [])
    #expect(stops.map(\.location) == [cards[2].location])
  }

  @Test(arguments: [
    (Location.Source.house, RequestKind.first, Int32(180)), (.house, .lost, 180),
    (.house, .damaged, 270), (.house, .dataChange, 270), (.neighbourhood, .first, 300),
    (.desa, .dataChange, 570),
  ])
  func aCardTakesItsTimeAtTheDoor(
    source: Location.Source, request: RequestKind, seconds: Int32
  ) throws {
    let card = try Samples.card(1, source: source, request: request)
    let stops = StopBuilder(service: .standard).stops(for: [card], couriers: [])
    #expect(stops.map(\.serviceSeconds) == [seconds])
    #expect(stops.map(\.setupSeconds) == [60])
  }

  @Test func theTierOfAStopIsThatOfItsMostUrgentCard() throws {
    let cards = [
      try Samples.card(1, request: .dataChange), try Samples.card(2, urgency: .urgent),
      try Samples.card(3, request: .lost, urgency: .urgent),
    ]
    let stops = StopBuilder(service: .standard).stops(for: cards, couriers: [])
    #expect(stops.map(\.tier) == [0])
    #expect(stops.map(\.weight) == [2])
  }

  @Test func aDoorTooFullForAnyBagIsSharedOutWithHouseholdsKeptTogether() throws {
    let cards = try (1...30).map { try Samples.card($0, family: ($0 - 1) / 4) }
    let couriers = [try Samples.courier(1, capacity: 5), try Samples.courier(2, capacity: 10)]
    let stops = StopBuilder(service: .standard).stops(for: cards, couriers: couriers)
    #expect(stops.map(\.cards.count) == [8, 8, 8, 6])
    #expect(Set(stops.map(\.door)).count == 1)
    for family in Dictionary(grouping: cards, by: \.resident.familyCard).values {
      let homes = stops.filter { stop in family.contains { stop.cards.contains($0) } }
      #expect(homes.count == 1)
    }
  }

  @Test func aDoorThatTakesTooLongIsSharedOut() throws {
    let cards = try (1...100).map { try Samples.card($0, family: 1) }
    let couriers = [try Samples.courier(1, capacity: 1000)]
    let stops = StopBuilder(service: .standard).stops(for: cards, couriers: couriers)
    #expect(stops.map(\.cards.count) == [40, 40, 20])
  }

  @Test func aDesaOnAnIslandAsksForABoat() throws {
    let service = ServicePolicy(skills: [try Samples.desa(1, 2): [.boat]])
    let cards = [try Samples.card(1, desa: 1), try Samples.card(2, desa: 2, east: 900)]
    let stops = StopBuilder(service: service).stops(for: cards, couriers: [])
    #expect(stops.map(\.skills) == [[], [.boat]])
  }

  @Test func aServiceTimeBeyondADayIsRefused() {
    #expect(throws: ServicePolicyError.outOfRange(field: "perCard", .seconds(-1))) {
      try ServicePolicy(
        setup: .zero, perCard: .seconds(-1), oldCard: .zero, searchInNeighbourhood: .zero,
        searchInDesa: .zero, longestStop: .zero)
    }
  }
}
