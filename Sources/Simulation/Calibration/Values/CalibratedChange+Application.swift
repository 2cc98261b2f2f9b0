extension CalibratedChange {
  func apply(to scenario: inout Scenario) {
    switch self {
    case .arrivals(let index, let kind, let perDay):
      if let index {
        scenario.demand.arrivals[index].perDay = perDay
      } else {
        scenario.demand.arrivals.append(Demand.Arrivals(kind: kind, perDay: perDay))
      }
    case .urgent(let index, let share):
      scenario.demand.arrivals[index].urgentShare = share
    case .printingRate(let cards): scenario.printing.cardsPerPrinterDay = cards
    case .door(let index, let change):
      guard case .door(var service) = scenario.delivery.channels[index].means else { return }
      change.apply(to: &service)
      scenario.delivery.channels[index].means = .door(service)
    case .villageFetch(let index, let spread):
      Self.change(&scenario, village: index) { $0.fetchDays = spread }
    case .villageNeverFetched(let index, let share):
      Self.change(&scenario, village: index) { $0.neverFetchedShare = share }
    case .counterFetch(let index, let spread):
      Self.change(&scenario, counter: index) { $0.fetchDays = spread }
    case .counterNeverFetched(let index, let share):
      Self.change(&scenario, counter: index) { $0.neverFetchedShare = share }
    }
  }

  private static func change(
    _ scenario: inout Scenario, village index: Int, _ body: (inout VillageService) -> Void
  ) {
    guard case .village(var service) = scenario.delivery.channels[index].means else { return }
    body(&service)
    scenario.delivery.channels[index].means = .village(service)
  }

  private static func change(
    _ scenario: inout Scenario, counter index: Int, _ body: (inout CounterService) -> Void
  ) {
    guard case .counter(var service) = scenario.delivery.channels[index].means else { return }
    body(&service)
    scenario.delivery.channels[index].means = .counter(service)
  }
}

extension CalibratedChange.DoorChange {
  fileprivate func apply(to service: inout DoorService) {
    switch self {
    case .couriers(let count): service.couriers = count
    case .cardsPerDoor(let cards): service.cardsPerDoor = cards
    case .minutesAtDoor(let spread): service.minutesAtDoor = spread
    case .oldCardMinutes(let minutes): service.oldCardMinutes = minutes
    case .firstFailure(let share): service.attempts.firstFailureShare = share
    case .laterFailure(let share): service.attempts.laterFailureShare = share
    case .hourFactors(let factors): service.attempts.hourFactors = factors
    case .weekdayFactors(let factors): service.attempts.weekdayFactors = factors
    case .failures(let failures): service.attempts.failures = failures
    case .retryDays(let days): service.attempts.retryDays = days
    case .holdDays(let days): service.attempts.holdDays = days
    case .fetchedShare(let share): service.attempts.fetchedShare = share
    }
  }
}

extension Calibration {
  /// The scenario with everything the books tell put in, each value with its source.
  public func applied(to scenario: Scenario) -> Scenario {
    var result = scenario
    for value in values { value.change?.apply(to: &result) }
    for entry in entries {
      guard case .sourced(let text, let source) = entry.content else { continue }
      let path = entry.path.joined(separator: ".")
      let assumption = Assumption(path: path, value: text, basis: .source(source))
      if let index = result.assumptions.firstIndex(where: { $0.path == path }) {
        result.assumptions[index] = assumption
      } else {
        result.assumptions.append(assumption)
      }
    }
    return result
  }
}
