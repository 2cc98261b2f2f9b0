extension Supply {
  /// Whether no card and no blank was made from nothing or lost: every card stands where its stage
  /// says, once, and every blank is in stock, in a printer, or used.
  ///
  /// - Complexity: O(cards).
  func isBalanced(_ world: World) -> Bool {
    blanks.isBalanced && cardsStandOnce(world) && blanksAreAccountedFor(world)
  }

  /// Whether the counts agree: cards in are cards out and cards inside, blanks in are blanks used and
  /// in stock.
  ///
  /// - Complexity: O(sites + units), so that it can be asked every evening.
  func countsAgree(_ world: World) -> Bool {
    let beingRecorded =
      awaitedCount + stranded.count + units.reduce(0) { $0 + $1.lineCount }
      + teams.count { $0.card >= 0 }
    let inside =
      beingRecorded + offlineCount + processingCount + queues.waiting.reduce(0, +)
      + printers.count { $0.card >= 0 } + onTheSpotCount + sorting.count
    return blanks.isBalanced && world.cards.count == inside + outCount
  }

  private func cardsStandOnce(_ world: World) -> Bool {
    var stages = Array(repeating: 0, count: 256)
    for stage in world.cards.stage { stages[Int(stage.rawValue)] += 1 }
    func count(_ stage: CardStage) -> Int { stages[Int(stage.rawValue)] }
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
    return count(.ready) == queued.count
      && queued.count == queues.waiting.reduce(0, +)
      && count(.printing) == inPrinters.count + onTheSpotCount
      && count(.sorting) == inSorting.count
      && count(.processing) == processingCount
  }

  private func blanksAreAccountedFor(_ world: World) -> Bool {
    let used = world.cards.blanksUsed.reduce(0) { $0 + Int($1) }
    return used == blanks.used
  }
}
