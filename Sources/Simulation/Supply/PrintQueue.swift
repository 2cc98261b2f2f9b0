/// Requests of one rung that wait at one site, handed out oldest first.
///
/// Exact order: by the moment they became print ready, then by number. A heap with four children
/// per node over one array.
struct PrintQueue: Sendable {
  /// The moment, made positive, above the number.
  private var keys: [UInt64] = []

  var count: Int { keys.count }
  var isEmpty: Bool { keys.isEmpty }
  /// The card to be printed first.
  var first: Int32? { keys.first.map(Self.card) }
  /// Every card, in no order.
  var cards: [Int32] { keys.map(Self.card) }

  mutating func push(_ card: Int32, readyAt: Int32) {
    let key = UInt64(UInt32(bitPattern: readyAt) ^ 0x8000_0000) << 32 | UInt64(UInt32(card))
    keys.append(key)
    var index = keys.count - 1
    while index > 0 {
      let parent = (index - 1) / 4
      guard key < keys[parent] else { break }
      keys[index] = keys[parent]
      index = parent
    }
    keys[index] = key
  }

  mutating func pop() -> Int32? {
    guard let first = keys.first else { return nil }
    let last = keys.removeLast()
    if !keys.isEmpty { siftDown(last) }
    return Self.card(first)
  }

  private mutating func siftDown(_ key: UInt64) {
    var index = 0
    while true {
      let firstChild = index * 4 + 1
      guard firstChild < keys.count else { break }
      var smallest = firstChild
      for child in firstChild..<min(firstChild + 4, keys.count) where keys[child] < keys[smallest] {
        smallest = child
      }
      guard keys[smallest] < key else { break }
      keys[index] = keys[smallest]
      index = smallest
    }
    keys[index] = key
  }

  private static func card(_ key: UInt64) -> Int32 {
    Int32(bitPattern: UInt32(truncatingIfNeeded: key))
  }
}
