extension Supply {
  /// Whether no card and no blank was made from nothing or lost: every card stands where its stage
  /// says, once, and every blank is in stock, in a printer, or used.
  func isBalanced(_ world: World) -> Bool {
    blanks.isBalanced && cardsStandOnce(world) && blanksAreAccountedFor(world)
  }

  private func cardsStandOnce(_ world: World) -> Bool {
    var stages: [CardStage: Int] = [:]
    for stage in world.cards.stage { stages[stage, default: 0] += 1 }
    var seen = Array(repeating: false, count: world.cards.count)
    let queued = (0...routes.nowhere).flatMap { queues.cards(at: $0) }
    let inPrinters = printers.lazy.map(\.card).filter { $0 >= 0 }
    let inSorting = Array(sorting.cards)
    for (cards, stage) in [
      (queued, CardStage.ready), (Array(inPrinters), .printing), (inSorting, .sorting),
    ] {
      for card in cards.map({ Int($0) }) {
        guard world.cards.stage[card] == stage, !seen[card] else { return false }
        seen[card] = true
      }
    }
    return stages[.ready, default: 0] == queued.count
      && queued.count == queues.waiting.reduce(0, +)
      && stages[.printing, default: 0] == inPrinters.count + onTheSpotCount
      && stages[.sorting, default: 0] == inSorting.count
      && stages[.processing, default: 0] == processingCount
  }

  private func blanksAreAccountedFor(_ world: World) -> Bool {
    let used = world.cards.blanksUsed.reduce(0) { $0 + Int($1) }
    return used == blanks.used
  }
}
