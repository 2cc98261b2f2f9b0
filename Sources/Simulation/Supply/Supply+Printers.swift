extension Supply {
  /// Lets a hot printer cool down; its operator is free meanwhile.
  mutating func rest(printer: Int, _ world: inout World) {
    let seconds = printing.heatRestMinutes * 60
    printers[printer].state = .resting
    addBusy(seconds, to: printer, world.now)
    schedule(.rested, after: seconds, subject: printer, &world)
  }

  mutating func finishRest(printer: Int, _ world: inout World) {
    printers[printer].state = .idle
    printers[printer].cardsSinceRest = 0
    servePrinters(at: printers[printer].site, &world)
  }

  /// Takes a new ribbon and returns whether the printer can go on at once; a change that takes time
  /// needs an operator, and is begun only if it is done by closing time.
  mutating func changeRibbon(of printer: Int, _ world: inout World) -> Bool {
    let seconds = Int32((printing.ribbonChangeMinutes * 60).rounded())
    guard world.now + seconds <= printingHours.closes[printingDay] else { return false }
    ribbons = ribbons.map { $0 - 1 }
    today.ribbonsUsed += 1
    printers[printer].ribbonCards = printing.cardsPerRibbon ?? .max
    guard seconds > 0 else { return true }
    printers[printer].state = .changingRibbon
    freeOperators[printers[printer].site] -= 1
    addBusy(Double(seconds), to: printer, world.now)
    today.operatorBusySeconds += Double(seconds)
    schedule(.ribbonChanged, at: world.now + seconds, subject: printer, &world)
    return false
  }

  mutating func finishRibbon(printer: Int, _ world: inout World) {
    printers[printer].state = .idle
    freeOperators[printers[printer].site] += 1
    servePrinters(at: printers[printer].site, &world)
  }

  /// Takes a printer out of order until it is repaired.
  mutating func breakDown(printer: Int, _ world: inout World) {
    printers[printer].state = .brokenDown
    printers[printer].brokenSince = world.now
    let days = world.draws.value(
      of: printing.repairDays, .repair, printer, turn: printers[printer].failureCount)
    schedule(.repaired, after: days * 86_400, subject: printer, &world)
  }

  mutating func finishRepair(printer: Int, _ world: inout World) {
    printers[printer].brokenSeconds += brokenSecondsOfShift(printer, until: world.now)
    printers[printer].state = .idle
    printers[printer].cardsSinceRest = 0
    printers[printer].failureCount += 1
    drawNextFailure(of: printer, world)
    servePrinters(at: printers[printer].site, &world)
  }

  mutating func drawNextFailure(of printer: Int, _ world: World) {
    printers[printer].secondsToFailure =
      printing.hoursBetweenFailures.map {
        3600
          * world.draws.value(
            of: $0, .failureAfter, printer, turn: printers[printer].failureCount)
      } ?? .infinity
  }

  /// Seconds of the shift of the day of printing in which a broken printer has been out of order.
  func brokenSecondsOfShift(_ printer: Int, until now: Int32) -> Int32 {
    guard printingDay >= 0 else { return 0 }
    let from = max(printers[printer].brokenSince, printingHours.opens[printingDay])
    return max(0, min(now, printingHours.closes[printingDay]) - from)
  }

  private mutating func addBusy(_ seconds: Double, to printer: Int, _ now: Int32) {
    let left = printingHours.closes[printingDay] - now
    printers[printer].busySeconds += Int32(min(seconds, Double(max(0, left))))
  }
}
