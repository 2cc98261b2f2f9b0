public import Domain

/// How many cards have a fault, and which come first.
public struct HistoryFinding: Hashable, Sendable {
  public var fault: HistoryFault
  public var cards: Int
  /// In the order of the books, at most five.
  public var examples: [CardID]

  public init(fault: HistoryFault, cards: Int, examples: [CardID]) {
    self.fault = fault
    self.cards = cards
    self.examples = examples
  }
}
