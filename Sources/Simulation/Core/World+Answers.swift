import Domain

extension World {
  /// Every answer that the run knows; what the processes noted themselves comes before what is
  /// drawn from the cards and the series.
  func allAnswers(_ waits: WaitTable) -> [Answer: Double] {
    var all: [Answer: Double] = [:]
    all.merge(totals()) { $1 }
    all.merge(dayAnswers()) { $1 }
    all.merge(waitAnswers(waits)) { $1 }
    all.merge(promiseAnswers()) { $1 }
    all.merge(coverageAnswers()) { $1 }
    all.merge(costAnswers()) { $1 }
    return all.merging(answers) { $1 }
  }

  private func total(_ measure: Measure) -> Double { daily[measure].reduce(0, +) }

  private func totals() -> [Answer: Double] {
    let inside = cards.stage.count { $0.isInside }
    let open = scenario.printing.sites.filter { $0.isOpen(on: scenario.firstDay) }
    var answers: [Answer: Double] = [
      .waitingToPrintAtEnd: daily[scenario.dayCount - 1, .waitingToPrint],
      .printed: total(.printed), .handedOver: total(.handedOver), .delivered: total(.delivered),
      .returned: total(.returned), .recorded: total(.recorded), .cardsInside: Double(inside),
      .printersAtStart: Double(open.reduce(0) { $0 + $1.printers }),
      .operatorsAtStart: Double(open.reduce(0) { $0 + $1.operators }),
    ]
    answers[.mostDeliveredInADay] = daily[.delivered].max()
    answers[.deliveredPercent] = percent(
      cards.stage.indices.count {
        cards.handedOverAt[$0] != CardTable.never && cards.stage[$0] == .delivered
      }, of: cards.handedOverAt.count { $0 != CardTable.never })
    return answers
  }

  /// Days counted from 1.
  private func dayAnswers() -> [Answer: Double] {
    var answers: [Answer: Double] = [:]
    let cleared = (0..<scenario.dayCount).first { daily[$0, .waitingToPrint] == 0 }
    answers[.printBacklogClearedDay] = cleared.map { Double($0 + 1) }
    answers[.openingCardsDoneDay] = openingCardsDoneDay()
    return answers
  }

  private func openingCardsDoneDay() -> Double? {
    var last: Int32?
    for card in 0..<cards.count where cards.isOpening[card] {
      switch cards.stage[card] {
      case .delivered, .returned, .duplicate: last = max(last ?? 0, cards.endedAt[card])
      default: return nil
      }
    }
    return last.map { Double(Int($0) / 86_400 + 1) }
  }

  private func waitAnswers(_ waits: WaitTable) -> [Answer: Double] {
    guard let (reached, _) = waits[.everyone] else { return [:] }
    var answers: [Answer: Double] = [:]
    for (answer, share) in [
      (Answer.waitMedianDays, 0.5), (.waitNinetiethDays, 0.9), (.waitNinetyFifthDays, 0.95),
      (.waitNinetyNinthDays, 0.99),
    ] {
      answers[answer] = reached.quantile(share).map { Double($0) }
    }
    return answers
  }

  private func promiseAnswers() -> [Answer: Double] {
    var answers: [Answer: Double] = [:]
    answers[.withinPromisePercent] = promiseKept(
      days: scenario.goals.promiseDays, since: cards.readyAt
    ) { _ in true }
    if let days = scenario.goals.offlinePromiseDays {
      answers[.offlineWithinPromisePercent] = promiseKept(days: days, since: cards.recordedAt) {
        !scenario.places[Int(cards.place[$0])].hasSignal
      }
    }
    return answers
  }

  /// Cards delivered no more than `days` whole days after `since`, in percent of those for which
  /// that time ran out within the period; second records are not counted.
  private func promiseKept(
    days: Int, since: [Int32], of isMeant: (Int) -> Bool
  ) -> Double? {
    var (kept, due) = (0, 0)
    for card in 0..<cards.count
    where since[card] != CardTable.never && cards.stage[card] != .duplicate && isMeant(card) {
      let deadline = Int(since[card]) + (days + 1) * 86_400
      guard deadline > 0, deadline <= scenario.dayCount * 86_400 else { continue }
      due += 1
      if cards.stage[card] == .delivered, Int(cards.endedAt[card]) < deadline { kept += 1 }
    }
    return percent(kept, of: due)
  }

  private func coverageAnswers() -> [Answer: Double] {
    var answers: [Answer: Double] = [:]
    let (recorded, obliged) = (scenario.places.map(\.recorded), scenario.places.map(\.obliged))
    answers[.recordedPercentAtStart] = percent(
      recorded.reduce(0, +), of: obliged.reduce(0, +))
    answers[.recordedPercent] = percent(self.recorded.reduce(0, +), of: self.obliged.reduce(0, +))
    let green = (0..<scenario.dayCount).first { day in
      let cells = day * coverage.kecamatanCount..<(day + 1) * coverage.kecamatanCount
      let recorded = coverage.recorded[cells].reduce(0) { $0 + Int($1) }
      let obliged = coverage.obliged[cells].reduce(0) { $0 + Int($1) }
      return obliged > 0 && recorded * 1000 >= scenario.goals.greenFromPermille * obliged
    }
    answers[.greenDay] = green.map { Double($0 + 1) }
    return answers
  }

  private func costAnswers() -> [Answer: Double] {
    let cost = total(.cost)
    var answers: [Answer: Double] = [.cost: cost]
    let delivered = total(.delivered)
    if delivered > 0 { answers[.costPerDelivered] = cost / delivered }
    let withCouriers = channels.filter { $0.courierDays > 0 }
    let courierDays = withCouriers.reduce(0) { $0 + $1.courierDays }
    if courierDays > 0 {
      answers[.deliveredPerCourierDay] =
        Double(withCouriers.reduce(0) { $0 + $1.delivered }) / Double(courierDays)
    }
    return answers
  }

  private func percent(_ part: Int, of whole: Int) -> Double? {
    whole > 0 ? 100 * Double(part) / Double(whole) : nil
  }
}
