import Domain

extension Supply {
  /// Notes the levels and shares of `day` in the evening.
  mutating func note(day: Int, _ world: inout World) {
    assert(countsAgree(world), "a card or a blank is missing in the evening of day \(day + 1)")
    assert(day % 7 != 6 || isBalanced(world), "a card is lost in the week to day \(day + 1)")
    noteLevels(&world)
    noteShares(day, &world)
    countCosts(day, &world)
    countDayWithoutBlanks(day, &world)
    reorderBlanks(day, world)
    today = SupplyDay()
    for printer in printers.indices {
      printers[printer].busySeconds = 0
      printers[printer].brokenSeconds = 0
    }
  }

  private func noteLevels(_ world: inout World) {
    let unrecorded = zip(world.obliged, world.recorded).reduce(0) { $0 + $1.0 - $1.1 }
    let broken = printers.count { $0.state == .brokenDown && routes.isOpen[$0.site] }
    let waiting = queues.waiting.reduce(0, +) + printers.count { $0.card >= 0 }
    world.note(.unrecorded, Double(unrecorded))
    world.note(.inProcessing, Double(processingCount + offlineCount))
    world.note(.waitingToPrint, Double(waiting))
    world.note(.stock, Double(blanks.total))
    world.note(.waitingToSort, Double(sorting.count))
    world.note(.printersDown, Double(broken))
  }

  private func noteShares(_ day: Int, _ world: inout World) {
    var recordingSeconds = 0.0
    for unit in units where unit.exists(on: day) {
      let hours = unit.hours.closes[day] - unit.hours.opens[day]
      recordingSeconds += Double(hours) * Double(unit.facts.count)
    }
    world.note(.recordingBusy, share(today.recordingBusySeconds, of: recordingSeconds))
    let sortingSeconds = world.officeHours.closes[day] - world.officeHours.opens[day]
    world.note(.sortingBusy, share(today.sortingBusySeconds, of: Double(sortingSeconds)))
    guard printingDay == day else { return }
    let shift = Double(printingHours.closes[day] - printingHours.opens[day])
    let operators = printing.sites.indices.reduce(0) {
      $0 + (routes.isOpen[$1] ? printing.sites[$1].operators : 0)
    }
    world.note(.operatorsBusy, share(today.operatorBusySeconds, of: shift * Double(operators)))
    world.note(.printersBusy, printersBusy(shift, world.now))
  }

  /// Busy time over the time in which printers were in order; where a printer may make only so many
  /// cards a day, what it made of them if that is more.
  private func printersBusy(_ shift: Double, _ now: Int32) -> Double {
    var (busy, available) = (0.0, 0.0)
    for printer in printers.indices where routes.isOpen[printers[printer].site] {
      let isBroken = printers[printer].state == .brokenDown
      let broken =
        printers[printer].brokenSeconds + (isBroken ? brokenSecondsOfShift(printer, until: now) : 0)
      let inOrder = max(0, shift - Double(broken))
      let byCap = printing.cardsPerPrinterDay.map {
        Double(printers[printer].cardsToday) / Double(max(1, $0)) * inOrder
      }
      available += inOrder
      busy += min(inOrder, max(Double(printers[printer].busySeconds), byCap ?? 0))
    }
    return share(busy, of: available)
  }

  private func share(_ busy: Double, of available: Double) -> Double {
    available > 0 ? min(1, busy / available) : 0
  }

  private func countCosts(_ day: Int, _ world: inout World) {
    let costs = world.scenario.costs
    var rupiah =
      Double(today.ribbonsUsed) * costs.ribbon + Double(today.blanksUsed) * costs.blank
    for unit in units where unit.exists(on: day) {
      let people = Double(unit.facts.count)
      if unit.hours.isOrdinary(day) { rupiah += people * costs.recordingUnitDay }
      rupiah += people * unit.hours.overtimeHours(on: day) * costs.overtimeHour
    }
    for (site, facts) in printing.sites.enumerated()
    where routes.isOpen[site] && printingHours.works(on: day) {
      rupiah += Double(facts.printers) * costs.printerDay
      let people = Double(facts.operators)
      if printingHours.isOrdinary(day) { rupiah += people * costs.operatorDay }
      rupiah += people * printingHours.overtimeHours(on: day) * costs.overtimeHour
    }
    world.count(.cost, rupiah)
  }

  private mutating func countDayWithoutBlanks(_ day: Int, _ world: inout World) {
    let isCounted = today.ranOut && world.officeHours.isOrdinary(day)
    world.answers[.daysWithoutBlanks, default: 0] += isCounted ? 1 : 0
    guard world.officeHours.isOrdinary(day), !today.ranOut else { return }
    fullDays += 1
    printedOnFullDays += world.daily[day, .printed]
    world.answers[.printedPerWorkingDay] = printedOnFullDays / Double(fullDays)
  }
}
