/// The bag of one courier while a run is made up: doors, and the cards for each.
///
/// Used again for every run, so that none costs an allocation.
struct RunLoad: Sendable {
  /// One visit: cards `firstCard` and the `cardCount - 1` after it.
  struct Door: Sendable {
    /// Where it comes in the run: as random as the place of the door.
    var order: UInt64
    var firstCard: Int32
    var cardCount: Int32
  }

  private(set) var cards: [Int32] = []
  /// Seconds at the door of each card.
  private(set) var seconds: [Double] = []
  private(set) var doors: [Door] = []
  private(set) var secondsAtDoors = 0.0

  mutating func empty() {
    cards.removeAll(keepingCapacity: true)
    seconds.removeAll(keepingCapacity: true)
    doors.removeAll(keepingCapacity: true)
    secondsAtDoors = 0
  }

  /// Adds a card, for the last door or for a new one.
  mutating func add(
    _ card: Int, seconds: Double, setupSeconds: Double, sharesDoor: Bool, order: UInt64
  ) {
    if sharesDoor {
      doors[doors.count - 1].cardCount += 1
    } else {
      doors.append(Door(order: order, firstCard: Int32(cards.count), cardCount: 1))
      secondsAtDoors += setupSeconds
    }
    cards.append(Int32(card))
    self.seconds.append(seconds)
    secondsAtDoors += seconds
  }

  /// Puts the doors into the order in which they are visited.
  mutating func shuffle() {
    doors.sort { ($0.order, $0.firstCard) < ($1.order, $1.firstCard) }
  }
}
