import Domain

extension World {
  /// Who waited how long: whole days from print ready to the resident's hand, or to the end of the
  /// period for those who wait still. Returned cards and second records are in neither.
  func waitTable() -> WaitTable {
    let groups = WaitGroups(scenario)
    let bins = WaitHistogram.binCount
    var reached = [Int32](repeating: 0, count: groups.all.count * bins)
    var waiting = reached
    var withinPromise = [Int](repeating: 0, count: groups.all.count)
    let end = Int32(scenario.dayCount * 86_400)
    for card in 0..<cards.count {
      let isReached = cards.stage[card] == .delivered
      guard isReached || cards.stage[card].isInside else { continue }
      let until = isReached ? cards.endedAt[card] : end
      let days = wholeDays(from: cards.readyAt[card], to: until)
      let bin = WaitHistogram.bin(of: days)
      let keepsPromise = isReached && days <= scenario.goals.promiseDays
      groups.forEach(of: card, cards, scenario) { group in
        if isReached { reached[group * bins + bin] += 1 } else { waiting[group * bins + bin] += 1 }
        if keepsPromise { withinPromise[group] += 1 }
      }
    }
    var table = WaitTable(groups: groups.all)
    for group in groups.all.indices {
      table.reached[group] = WaitHistogram(reached[group * bins..<(group + 1) * bins])
      table.waiting[group] = WaitHistogram(waiting[group * bins..<(group + 1) * bins])
    }
    table.withinPromise = withinPromise
    return table
  }
}

/// Whole days between two moments in seconds, rounded down.
func wholeDays(from start: Int32, to end: Int32) -> Int {
  max(0, (Int(end) - Int(start)) / 86_400)
}
