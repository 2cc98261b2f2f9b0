import Domain

/// The faults of a history, counted.
struct HistoryFindings: Hashable, Sendable {
  private var cards = Array(repeating: 0, count: HistoryFault.allCases.count)
  private var examples: [[CardID]] = Array(repeating: [], count: HistoryFault.allCases.count)

  /// Counts a card that is left out; one that is used is counted once for each fault, however many
  /// of its events have it.
  mutating func add(_ fault: HistoryFault, _ card: CardID) {
    guard let index = HistoryFault.allCases.firstIndex(of: fault),
      fault.leavesCardOut || lasts[index] != card
    else { return }
    lasts[index] = card
    cards[index] += 1
    if examples[index].count < 5 { examples[index].append(card) }
  }

  private var lasts: [CardID?] = Array(repeating: nil, count: HistoryFault.allCases.count)

  /// Those that occurred.
  var list: [HistoryFinding] {
    HistoryFault.allCases.indices.filter { cards[$0] > 0 }.map { index in
      HistoryFinding(
        fault: HistoryFault.allCases[index], cards: cards[index], examples: examples[index])
    }
  }
}
