extension Supply {
  /// Fits ribbons, draws the first breakdowns and takes the printers out of order at the start.
  mutating func setUpPrinters(_ world: inout World) {
    for printer in printers.indices {
      printers[printer].ribbonCards = printing.cardsPerRibbon ?? .max
      drawNextFailure(of: printer, world)
    }
    var working = printing.sites.map(\.printers)
    for _ in 0..<min(printing.brokenAtStart, printers.count) {
      let most = working.max() ?? 0
      guard let site = working.firstIndex(of: most), most > 0 else { return }
      working[site] -= 1
      breakDown(printer: firstPrinter[site] + working[site], &world)
    }
  }

  mutating func openPrinting(day: Int, _ world: inout World) {
    printingDay = day
    for printer in printers.indices {
      printers[printer].cardsToday = 0
      if printers[printer].state == .idle { printers[printer].cardsSinceRest = 0 }
    }
    for site in printing.sites.indices { servePrinters(at: site, &world) }
  }

  /// Lets every printer of a site begin that can.
  mutating func servePrinters(at site: Int, _ world: inout World) {
    guard queues.waiting[site] > 0, freeOperators[site] > 0, isPrintingTime(world.now) else {
      return
    }
    for printer in firstPrinter[site]..<firstPrinter[site + 1]
    where printers[printer].state == .idle {
      begin(printer: printer, &world)
      if freeOperators[site] == 0 { return }
    }
  }

  /// Begins the next card, or changes the ribbon first, if everything needed is there.
  private mutating func begin(printer: Int, _ world: inout World) {
    let site = printers[printer].site
    guard printers[printer].state == .idle, freeOperators[site] > 0, routes.isOpen[site],
      printers[printer].cardsToday < printing.cardsPerPrinterDay ?? .max,
      queues.waiting[site] > 0, isPrintingTime(world.now)
    else { return }
    let needsRibbon = printers[printer].ribbonCards == 0
    if needsRibbon, ribbons == 0 { return }
    guard blanks.available(at: site) > 0 else {
      runOut(&world)
      return
    }
    guard let rung = queues.nextRung(at: site, stock: blanks.total),
      let card = queues.first(at: site, rung: rung)
    else { return }
    if needsRibbon, !changeRibbon(of: printer, &world) { return }
    begin(Int(card), rung: rung, printer: printer, &world)
  }

  private mutating func begin(_ card: Int, rung: Int, printer: Int, _ world: inout World) {
    let site = printers[printer].site
    let seconds = secondsToPrint(card, world)
    // A card is begun only if it is done by closing time.
    guard world.now + seconds <= printingHours.closes[printingDay] else { return }
    queues.removeFirst(at: site, rung: rung)
    blanks.take(at: site)
    today.blanksUsed += 1
    freeOperators[site] -= 1
    coolDown(printer, world.now)
    printers[printer].state = .printing
    printers[printer].card = Int32(card)
    printers[printer].cardsToday += 1
    printers[printer].cardsSinceRest += 1
    if printing.cardsPerRibbon != nil { printers[printer].ribbonCards -= 1 }
    printers[printer].secondsToFailure -= Double(seconds)
    printers[printer].busySeconds += seconds
    today.operatorBusySeconds += Double(seconds)
    world.cards.stage[card] = .printing
    world.cards.blanksUsed[card] &+= 1
    schedule(.printed, at: world.now + seconds, subject: printer, &world)
  }

  private func secondsToPrint(_ card: Int, _ world: World) -> Int32 {
    // The same for every card needs no look at the card.
    if case .fixed(let seconds) = printing.secondsPerCard { return wholeSeconds(seconds) }
    let seconds = world.draws.value(
      of: printing.secondsPerCard, .printTime, world.cards.luck[card],
      turn: Int(world.cards.blanksUsed[card]))
    return wholeSeconds(seconds)
  }

  private func wholeSeconds(_ seconds: Double) -> Int32 {
    Int32(max(1, min(seconds, 1e7)).rounded())
  }

  /// A printer that stood still as long as a rest takes is cool again.
  private mutating func coolDown(_ printer: Int, _ now: Int32) {
    guard printing.heatRestAfterCards != nil,
      Double(now - printers[printer].idleSince) >= printing.heatRestMinutes * 60
    else { return }
    printers[printer].cardsSinceRest = 0
  }

  private func isPrintingTime(_ now: Int32) -> Bool {
    printingDay >= 0 && now >= printingHours.opens[printingDay]
      && now < printingHours.closes[printingDay]
  }

  private mutating func runOut(_ world: inout World) {
    today.ranOut = true
    guard world.answers[.stockOutDay] == nil else { return }
    world.answers[.stockOutDay] = Double(printingDay + 1)
    world.answers[.stockOutWorkingDay] = Double(workingDays)
  }

  /// A card leaves its printer: good, spoiled, or refused by the check; both of the latter are
  /// printed anew.
  mutating func finishPrinting(printer: Int, _ world: inout World) {
    let site = printers[printer].site
    let card = Int(printers[printer].card)
    printers[printer].card = -1
    printers[printer].state = .idle
    printers[printer].idleSince = world.now
    freeOperators[site] += 1
    let isGood = isGood(card, world)
    if isGood {
      world.count(.printed)
      world.cards.printedAt[card] = world.now
      startSorting(card, &world)
    } else {
      world.count(.spoiled)
      let target = queue(card, readyAt: world.cards.readyAt[card], isAnew: true, &world)
      if target != site, target < routes.nowhere { servePrinters(at: target, &world) }
    }
    if printers[printer].secondsToFailure <= 0 {
      breakDown(printer: printer, &world)
    } else if printers[printer].cardsSinceRest >= printing.heatRestAfterCards ?? .max {
      rest(printer: printer, &world)
    } else {
      begin(printer: printer, &world)
    }
    // Another printer may have waited for this operator, or for the card to be printed anew.
    if freeOperators[site] == 1 || !isGood { servePrinters(at: site, &world) }
  }

  private func isGood(_ card: Int, _ world: World) -> Bool {
    guard world.scenario.blanks.spoiledShare > 0 || world.scenario.finishing.rejectedShare > 0
    else {
      return true
    }
    let luck = world.cards.luck[card]
    let turn = Int(world.cards.blanksUsed[card])
    return !world.draws.happens(world.scenario.blanks.spoiledShare, .spoiled, luck, turn: turn)
      && !world.draws.happens(
        world.scenario.finishing.rejectedShare, .rejected, luck, turn: turn)
  }
}
