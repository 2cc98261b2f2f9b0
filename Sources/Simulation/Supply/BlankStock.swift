/// Blank cards: at the centre, at each printing site, and on their way.
///
/// Invariant: ``opening`` and ``received`` together are ``used`` and ``total`` together. With one
/// site there is one stock, and nothing is allocated.
struct BlankStock: Sendable {
  /// An order that the ministry has not delivered yet.
  struct Order: Hashable, Sendable {
    var arrivesOnDay: Int
    var cards: Int
  }

  let opening: Int
  private(set) var central: Int
  private(set) var atSite: [Int]
  private(set) var total: Int
  private(set) var received = 0
  private(set) var used = 0
  var orders: [Order] = []
  var orderCount = 0
  private let isPooled: Bool

  init(opening: Int, siteCount: Int) {
    self.opening = opening
    central = opening
    total = opening
    atSite = Array(repeating: 0, count: siteCount)
    isPooled = siteCount <= 1
  }

  var isBalanced: Bool {
    central >= 0 && atSite.allSatisfy { $0 >= 0 } && central + atSite.reduce(0, +) == total
      && opening + received == used + total
  }

  var cardsOnTheWay: Int { orders.reduce(0) { $0 + $1.cards } }

  /// The blanks that can be printed on at `site`.
  func available(at site: Int) -> Int { isPooled ? central : atSite[site] }

  mutating func receive(_ cards: Int) {
    central += cards
    total += cards
    received += cards
  }

  /// - Precondition: a blank is available at `site`.
  mutating func take(at site: Int) {
    precondition(available(at: site) > 0, "no blank at site \(site)")
    if isPooled { central -= 1 } else { atSite[site] -= 1 }
    total -= 1
    used += 1
  }

  /// Takes a blank for printing on the spot from `site`, else from the centre; false if neither has
  /// one.
  mutating func takeOnTheSpot(near site: Int) -> Bool {
    if !isPooled, atSite.indices.contains(site), atSite[site] > 0 {
      atSite[site] -= 1
    } else if central > 0 {
      central -= 1
    } else {
      return false
    }
    total -= 1
    used += 1
    return true
  }

  /// Brings every site up to its `target` from the centre; if that does not suffice, shares what
  /// there is by `weights`.
  mutating func allocate(upTo targets: [Int], by weights: [Int]) {
    guard !isPooled else { return }
    let wanted = zip(targets, atSite).map { max(0, $0 - $1) }
    let given = sharedOut(min(central, wanted.reduce(0, +)), by: weights, upTo: wanted)
    for site in atSite.indices {
      atSite[site] += given[site]
      central -= given[site]
    }
  }

  /// Brings the blanks of a site that closes back to the centre.
  mutating func clear(_ site: Int) {
    central += atSite[site]
    atSite[site] = 0
  }
}
