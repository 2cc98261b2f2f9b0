import Domain

/// Cards that wait for a courier: urgent ones first, then by the time they became print ready.
///
/// Source: D. B. Johnson, "Priority queues with update and finding minimum spanning trees", 1975.
struct CardPool: Sendable {
  /// A heap with four children to a node; the smallest key is served first.
  private var keys: [UInt64] = []
  /// Of the cards, those for which an old card is taken in exchange.
  private(set) var exchangeCount = 0

  var count: Int { keys.count }
  var isEmpty: Bool { keys.isEmpty }
  /// What is served first, comparable between pools; nil when nothing waits.
  var firstKey: UInt64? { keys.first }
  /// The card that is served first.
  var first: Int? { keys.first.map { Int($0 & 0x7FFF_FFFF) } }

  mutating func insert(_ card: Int, _ cards: CardTable) {
    let key = Self.key(card, urgency: cards.urgency[card], readyAt: cards.readyAt[card])
    keys.append(key)
    if cards.kind[card].surrendersOldCard { exchangeCount += 1 }
    var index = keys.count - 1
    while index > 0 {
      let parent = (index - 1) / 4
      guard key < keys[parent] else { break }
      keys[index] = keys[parent]
      index = parent
    }
    keys[index] = key
  }

  /// Takes out the card that is served first.
  mutating func removeFirst(_ cards: CardTable) -> Int? {
    guard let card = first else { return nil }
    let last = keys.removeLast()
    if !keys.isEmpty { siftDown(last) }
    if cards.kind[card].surrendersOldCard { exchangeCount -= 1 }
    return card
  }

  private mutating func siftDown(_ key: UInt64) {
    var index = 0
    while true {
      let firstChild = index * 4 + 1
      guard firstChild < keys.count else { break }
      var smallest = firstChild
      for child in firstChild..<min(firstChild + 4, keys.count)
      where keys[child] < keys[smallest] {
        smallest = child
      }
      guard keys[smallest] < key else { break }
      keys[index] = keys[smallest]
      index = smallest
    }
    keys[index] = key
  }

  /// From the highest bit: not urgent, the moment of print ready, the card's number.
  private static func key(_ card: Int, urgency: Urgency, readyAt: Int32) -> UInt64 {
    let moment = UInt64(UInt32(bitPattern: readyAt) ^ 0x8000_0000)
    return (urgency == .urgent ? 0 : 1 << 63) | moment << 31 | UInt64(card)
  }
}
