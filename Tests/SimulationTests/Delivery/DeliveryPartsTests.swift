import Domain
import TestSupport
import Testing

@testable import Simulation

@Suite struct DeliveryPartsTests {
  @Test(arguments: UInt64(0)..<50)
  func aPoolHandsOutCardsAsASortWould(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var cards = CardTable()
    var pool = CardPool()
    for number in 0..<200 {
      let card = cards.add(
        place: 0, kind: number < 60 ? .damaged : .first,
        urgency: number % 7 == 0 ? .urgent : .normal, age: .adult,
        sex: .male, isOpening: false, stage: .withChannel, tier: 0, recordedAt: 0)
      cards.readyAt[card] = Int32.random(in: -50...50, using: &random)
      pool.insert(card, cards)
    }
    let expected = (0..<200).sorted {
      let (left, right) = (
        cards.urgency[$0] == .urgent ? 0 : 1, cards.urgency[$1] == .urgent ? 0 : 1
      )
      return (left, cards.readyAt[$0], $0) < (right, cards.readyAt[$1], $1)
    }
    #expect(pool.exchangeCount == 60)
    var order: [Int] = []
    while let first = pool.first, let card = pool.removeFirst(cards) {
      #expect(first == card)
      order.append(card)
    }
    #expect(order == expected)
    #expect(pool.isEmpty)
    #expect(pool.exchangeCount == 0)
  }

  @Test func couriersGoWhereTheWorkIs() {
    var shares = CourierShares(kecamatanCount: 3)
    let enough = shares.couriers(10, for: [1.2, 0, 3])
    let scarce = shares.couriers(4, for: [6, 0, 2])
    let none = shares.couriers(0, for: [6, 0, 2])
    #expect(enough == [2, 0, 3])
    #expect(scarce == [3, 0, 1])
    #expect(none == [0, 0, 0])
  }

  @Test func aSmallKecamatanSavesUpForACourier() {
    var shares = CourierShares(kecamatanCount: 3)
    var visits = 0
    for _ in 0..<20 {
      let sent = shares.couriers(2, for: [9, 1, 10])
      #expect(sent.reduce(0, +) == 2)
      visits += sent[1]
    }
    // A tenth of the work of 20 days of two couriers.
    #expect((1...3).contains(visits))
  }

  @Test(arguments: UInt64(0)..<50)
  func noKecamatanGetsMoreThanItCanUseAndNoCourierIdlesWhileWorkWaits(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var shares = CourierShares(kecamatanCount: 6)
    for _ in 0..<20 {
      let work = (0..<6).map { _ in max(0, Double.random(in: -1...4, using: &random)) }
      let couriers = Int.random(in: 0...12, using: &random)
      let sent = shares.couriers(couriers, for: work)
      let needed = work.map { Int($0.rounded(.up)) }
      #expect(zip(sent, needed).allSatisfy { $0 <= $1 && $0 >= 0 })
      #expect(sent.reduce(0, +) == min(couriers, needed.reduce(0, +)))
    }
  }

  @Test func unevenlyPeopledPlacesCountAsLessArea() throws {
    var places = try DeliveryScene(placesPerKecamatan: 2).scenario().places
    #expect((RunEstimate.squareMetres(of: places) - 8e6).magnitude < 1e-3)
    places[0].obliged = 0
    #expect((RunEstimate.squareMetres(of: places) - 4e6).magnitude < 1e-3)
    places[1].obliged = 0
    #expect((RunEstimate.squareMetres(of: places) - 8e6).magnitude < 1e-3)
  }
}
