internal import Domain
internal import Simulation

/// Which answers a study is told by, the most telling first.
struct KeyAnswers {
  /// Those of which the conclusion and the first table speak.
  let answers: [Answer]
  /// Every other answer that some scenario of the study has.
  let others: [Answer]

  init(of study: Study) {
    let scenarios = [study.base] + study.alternatives
    // Waits of those received say little while many still wait; how many received says more.
    let areWaitsCut = scenarios.contains { $0.answers.areWaitsCut }
    let order = areWaitsCut ? Self.orderOfCutWaits : Self.order
    let telling = order.filter { answer in
      Self.matters(answer, to: study.base.scenario)
        && scenarios.contains { Self.says(answer, in: $0) }
    }
    let asked = Set(study.base.scenario.facts.map(\.answer))
    let events = telling.filter { $0.event != nil }
    let rest = telling.filter { $0.event == nil }
    answers =
      events.filter(asked.contains) + events.filter { !asked.contains($0) }
      + rest.filter(asked.contains) + rest.filter { !asked.contains($0) }
    let told = Set(answers)
    others = Answer.allCases.filter { answer in
      !told.contains(answer) && scenarios.contains { ($0.answers[answer]?.observed ?? 0) > 0 }
    }
  }

  private static let order: [Answer] = [
    .stockOutWorkingDay, .printBacklogClearedDay, .openingCardsDoneDay, .greenDay,
    .mostDeliveredInADay, .waitNinetyFifthDays, .withinPromisePercent, .offlineWithinPromisePercent,
    .costPerDelivered,
    .deliveredPercent, .delivered, .recordedPercent, .waitingToPrintAtEnd, .daysWithoutBlanks,
    .cost,
  ]

  private static let orderOfCutWaits =
    [.mostDeliveredInADay, .delivered]
    + order.filter { $0 != .delivered && $0 != .mostDeliveredInADay }

  /// Events are worth telling even where they never happen, numbers only where there is one.
  private static func says(_ answer: Answer, in studied: StudiedScenario) -> Bool {
    guard let estimate = studied.answers[answer], estimate.observed > 0 else {
      return answer.event != nil
    }
    switch answer {
    case .greenDay: return estimate.mean > 1
    case .daysWithoutBlanks, .waitingToPrintAtEnd, .cost, .costPerDelivered, .delivered:
      return estimate.mean > 0
    default: return true
    }
  }

  /// Whether what is known of the place is how cards reached residents, and nothing of printing.
  private static func isAboutDelivery(_ scenario: Scenario) -> Bool {
    let known = scenario.facts.map(\.answer)
    let delivery: Set<Answer> = [.handedOver, .delivered, .deliveredPercent, .withinPromisePercent]
    let supply: Set<Answer> = [
      .stockOutWorkingDay, .stockOutDay, .daysWithoutBlanks, .printed, .printedPerWorkingDay,
      .waitingToPrintAtEnd, .printBacklogClearedDay,
    ]
    return known.contains(where: delivery.contains) && !known.contains(where: supply.contains)
  }

  private static func matters(_ answer: Answer, to scenario: Scenario) -> Bool {
    switch answer {
    case .stockOutWorkingDay, .daysWithoutBlanks, .waitingToPrintAtEnd:
      !scenario.printing.sites.isEmpty && !isAboutDelivery(scenario)
    case .printBacklogClearedDay:
      !scenario.printing.sites.isEmpty && !isAboutDelivery(scenario)
        && scenario.demand.backlog.contains { $0.stage != .printed && $0.cards > 0 }
    case .openingCardsDoneDay:
      !scenario.delivery.channels.isEmpty && scenario.demand.backlog.contains { $0.cards > 0 }
    case .greenDay, .recordedPercent: !scenario.recording.units.isEmpty
    case .mostDeliveredInADay: isAboutDelivery(scenario)
    default: true
    }
  }
}
