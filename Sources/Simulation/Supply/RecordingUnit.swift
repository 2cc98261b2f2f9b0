import Domain

/// A recording unit of the scenario, and who stands in line at it.
struct RecordingUnit: Sendable {
  let facts: Recording.Unit
  let hours: DayHours
  /// The days on which it exists, by their number in the period.
  let days: Range<Int>
  /// Whether it may serve each kecamatan.
  let serves: [Bool]
  /// Whether it works without a connection: an office all of whose places have no signal.
  let isOffline: Bool
  /// Its first team among all teams.
  var firstTeam = 0
  /// Cards whose residents stand in line, from ``lineStart`` on.
  private var line: [Int32] = []
  private var lineStart = 0
  /// Residents whose recording has begun; spreads rounding of seconds evenly.
  var begun = 0
  /// The day on which it opened last, or -1.
  var openDay = -1

  init(_ facts: Recording.Unit, of scenario: Scenario) {
    self.facts = facts
    hours = DayHours(facts.hours, of: scenario)
    let from = facts.from.map { $0.dayNumber - scenario.firstDay.dayNumber } ?? 0
    let to = facts.to.map { $0.dayNumber - scenario.firstDay.dayNumber } ?? scenario.dayCount - 1
    days = max(0, from)..<max(max(0, from), min(scenario.dayCount, to + 1))
    let serves = scenario.kecamatan.indices.map {
      facts.kecamatan.isEmpty || facts.kecamatan.contains($0)
    }
    self.serves = serves
    let places = scenario.places.filter { serves[$0.kecamatan] }
    isOffline = facts.kind == .office && !places.isEmpty && !places.contains { $0.hasSignal }
  }

  var isOffice: Bool { facts.kind == .office }
  var teamRange: Range<Int> { firstTeam..<firstTeam + facts.count }
  var lineCount: Int { line.count - lineStart }

  func exists(on day: Int) -> Bool { days.contains(day) }

  /// Seconds for the next resident: their sum over many is exact.
  func secondsForNext() -> Int32 {
    let each = 3600 / max(1e-3, facts.residentsPerHour)
    return Int32(max(1, (Double(begun + 1) * each).rounded() - (Double(begun) * each).rounded()))
  }

  mutating func stand(_ card: Int32) { line.append(card) }

  mutating func callNext() -> Int32? {
    guard lineStart < line.count else { return nil }
    lineStart += 1
    return line[lineStart - 1]
  }

  /// Sends everyone in line away and returns their cards in order.
  mutating func dissolveLine() -> [Int32] {
    defer {
      line = []
      lineStart = 0
    }
    return Array(line[lineStart...])
  }
}
