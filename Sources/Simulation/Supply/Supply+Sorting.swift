extension Supply {
  /// Sends a good card to be sorted.
  mutating func startSorting(_ card: Int, _ world: inout World) {
    guard sorting.takesTime else {
      release(card, &world)
      return
    }
    world.cards.stage[card] = .sorting
    sorting.add(Int32(card))
    sortNext(from: Double(world.now), &world)
  }

  mutating func openSorting(day: Int, _ world: inout World) {
    sortNext(from: Double(world.now), &world)
  }

  mutating func finishSorting(_ world: inout World) {
    let done = sorting.doneAt ?? Double(world.now)
    sorting.doneAt = nil
    if let card = sorting.removeFirst() { release(Int(card), &world) }
    sortNext(from: done, &world)
  }

  /// Sorts the next card, if sorters are there and free; what is begun is done the same day unless
  /// one card takes longer than a day.
  private mutating func sortNext(from start: Double, _ world: inout World) {
    let day = Int(world.now) / 86_400
    guard sorting.doneAt == nil, sorting.count > 0, day < world.officeHours.dayCount,
      start >= Double(world.officeHours.opens[day])
    else { return }
    let hours = world.officeHours.closes[day] - world.officeHours.opens[day]
    let seconds = min(sorting.secondsPerCard, Double(hours))
    // Sums of fractions are a little off: a millionth of a second does not count.
    guard hours > 0, start + seconds <= Double(world.officeHours.closes[day]) + 1e-6 else { return }
    sorting.doneAt = start + seconds
    today.sortingBusySeconds += seconds
    schedule(.sortedOne, at: Int32((start + seconds - 1e-6).rounded(.up)), subject: 0, &world)
  }

  mutating func release(_ card: Int, _ world: inout World) {
    outCount += 1
    world.cards.stage[card] = .toHandOver
    world.sorted.append(Int32(card))
  }
}
