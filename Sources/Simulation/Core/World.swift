import Domain

/// What the processes of a simulated office share: the calendar of events, the cards, chance, and
/// the notes that become the record.
///
/// Processes speak to each other only through it: `Supply` lets a card reach `.toHandOver` and
/// appends it to ``sorted``; `DeliveryProcess` takes it from there.
struct World: Sendable {
  let scenario: Scenario
  let draws: Draws
  /// The hours of the office.
  let officeHours: DayHours
  var events = EventCalendar()
  var cards = CardTable()
  /// Of the cards between print ready and their resident; whoever moves a card in or out tells it.
  var ages: CardAges
  /// Cards that were sorted and wait for a hand-over, in the order in which they came.
  var sorted: [Int32] = []
  /// The flows of today; levels and shares are noted in the evening.
  var daily: DailySeries
  var coverage: CoverageSeries
  /// Recorded residents and holders of each place, now.
  var recorded: [Int]
  var holders: [Int]
  var obliged: [Int]
  var channels: [ChannelTotals]
  var failures: [[Int]]
  /// Answers that a process knows itself; the rest is drawn from the series at the end.
  var answers: [Answer: Double] = [:]
  private(set) var day = 0

  init(_ scenario: Scenario, draws: Draws) {
    self.scenario = scenario
    self.draws = draws
    officeHours = DayHours(scenario.officeHours, of: scenario)
    ages = CardAges(dayCount: scenario.dayCount)
    daily = DailySeries(dayCount: scenario.dayCount)
    coverage = CoverageSeries(
      dayCount: scenario.dayCount, kecamatanCount: scenario.kecamatan.count)
    recorded = scenario.places.map(\.recorded)
    holders = scenario.places.map(\.holders)
    obliged = scenario.places.map(\.obliged)
    channels = scenario.delivery.channels.map { _ in ChannelTotals() }
    failures = scenario.delivery.channels.map { channel in
      guard case .door(let service) = channel.means else { return [] }
      return Array(repeating: 0, count: service.attempts.failures.count)
    }
    events.schedule(at: 86_399, .evening)
  }

  var now: Int32 { events.now }

  /// Adds to a flow of today.
  mutating func count(_ measure: Measure, _ amount: Double = 1) {
    assert(measure.kind == .flow)
    daily[day, measure] += amount
  }

  mutating func note(_ measure: Measure, _ value: Double) {
    assert(measure.kind != .flow)
    daily[day, measure] = value
  }

  /// Closes the day: ages and coverage are noted and tomorrow begins, unless the period is over.
  mutating func closeDay() {
    noteAges()
    for (place, facts) in scenario.places.enumerated() {
      let cell = day * scenario.kecamatan.count + facts.kecamatan
      coverage.recorded[cell] += Int32(recorded[place])
      coverage.holders[cell] += Int32(holders[place])
      coverage.obliged[cell] += Int32(obliged[place])
    }
    day += 1
    guard day < scenario.dayCount else {
      events.removeAll()
      return
    }
    events.schedule(at: Int32(day * 86_400 + 86_399), .evening)
  }

  private mutating func noteAges() {
    let inside = ages.close(day: day)
    note(.ageMedian, Double(inside.median))
    note(.ageNinetyFifth, Double(inside.ninetyFifth))
    note(.arrivedWaitMedian, Double(ages.ofArrived.median))
    note(.arrivedWaitNinetyFifth, Double(ages.ofArrived.ninetyFifth))
  }
}
