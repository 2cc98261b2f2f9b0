import Domain
import TestSupport
import Testing

@testable import Simulation

@Suite struct PrintQueueTests {
  @Test(arguments: UInt64(0)..<50)
  func handsOutTheOldestFirstAndEqualOnesByNumber(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var queue = PrintQueue()
    var expected: [(ready: Int32, card: Int32)] = []
    var handedOut: [Int32] = []
    var wanted: [Int32] = []
    for card in Int32(0)..<300 {
      let ready = Int32.random(in: -20...20, using: &random)
      queue.push(card, readyAt: ready)
      expected.append((ready, card))
      guard Int.random(in: 0..<3, using: &random) == 0 else { continue }
      if let first = queue.pop() { handedOut.append(first) }
      expected.sort { $0 < $1 }
      wanted.append(expected.removeFirst().card)
    }
    while let card = queue.pop() { handedOut.append(card) }
    wanted += expected.sorted { $0 < $1 }.map(\.card)

    #expect(handedOut == wanted)
  }

  /// A card to be printed anew, a surplus tier, and one that no tier takes.
  @Test func aRungIsSkippedOnlyForTheStockItMustLeave() {
    var tiers = [
      PriorityTier(name: .init(id: "pertama", en: "first"), kinds: [.first]),
      PriorityTier(name: .init(id: "hilang", en: "lost"), kinds: [.lost], leavesInStock: 10),
    ]
    tiers[0].leavesInStock = 0
    var queues = PrintQueues(siteCount: 1, tiers: tiers)
    queues.add(1, at: 0, tier: 2, isAnew: false, readyAt: 0)
    queues.add(2, at: 0, tier: 1, isAnew: false, readyAt: 5)
    queues.add(3, at: 0, tier: 1, isAnew: true, readyAt: 9)

    func next(_ stock: Int) -> Int32? {
      queues.nextRung(at: 0, stock: stock).flatMap { queues.first(at: 0, rung: $0) }
    }
    #expect(next(11) == 3)
    #expect(next(10) == 1)
    queues.add(4, at: 0, tier: 0, isAnew: false, readyAt: 90)
    #expect(next(10) == 4)
    #expect(next(11) == 3)
    queues.add(5, at: 0, tier: 0, isAnew: true, readyAt: 99)
    #expect(next(11) == 5)
    #expect(queues.waiting == [5])
  }
}
