/// Everything that waits to be printed, by site and rung.
///
/// Shape: `siteCount x rungCount` queues, row-major; cards to be printed anew come on rungs of
/// their own above all others.
struct PrintQueues: Sendable {
  let rungCount: Int
  private var queues: [PrintQueue]
  /// Cards that wait at each site.
  private(set) var waiting: [Int]
  /// Blanks that must stay in stock after a card of each rung is printed.
  private let leavesInStock: [Int]

  init(siteCount: Int, tiers: [PriorityTier]) {
    // A request that no tier takes comes last.
    let floors = tiers.map(\.leavesInStock) + [0]
    leavesInStock = floors + floors
    rungCount = leavesInStock.count
    queues = Array(repeating: PrintQueue(), count: siteCount * rungCount)
    waiting = Array(repeating: 0, count: siteCount)
  }

  /// Every card in every queue of `site`, in no order.
  func cards(at site: Int) -> [Int32] {
    (site * rungCount..<(site + 1) * rungCount).flatMap { queues[$0].cards }
  }

  mutating func add(_ card: Int32, at site: Int, tier: Int, isAnew: Bool, readyAt: Int32) {
    let rung = isAnew ? tier : rungCount / 2 + tier
    queues[site * rungCount + rung].push(card, readyAt: readyAt)
    waiting[site] += 1
  }

  /// The rung whose first card is next at `site` with `stock` blanks at all sites together; nil if
  /// none may be printed.
  func nextRung(at site: Int, stock: Int) -> Int? {
    for rung in 0..<rungCount where !queues[site * rungCount + rung].isEmpty {
      let floor = leavesInStock[rung]
      if floor == 0 || stock - 1 >= floor { return rung }
    }
    return nil
  }

  func first(at site: Int, rung: Int) -> Int32? { queues[site * rungCount + rung].first }

  mutating func removeFirst(at site: Int, rung: Int) {
    guard queues[site * rungCount + rung].pop() != nil else { return }
    waiting[site] -= 1
  }

  /// Takes every card away from `site`; each with whether it is to be printed anew.
  mutating func removeAll(at site: Int) -> [(card: Int32, isAnew: Bool)] {
    var removed: [(card: Int32, isAnew: Bool)] = []
    for rung in 0..<rungCount {
      while let card = queues[site * rungCount + rung].pop() {
        removed.append((card, rung < rungCount / 2))
      }
    }
    waiting[site] = 0
    return removed
  }
}
