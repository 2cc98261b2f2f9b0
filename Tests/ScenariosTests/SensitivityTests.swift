import Domain
import Scenarios
import Simulation
import Testing

/// Each lever moves an answer in the direction that theory says, with the same luck on both sides.
@Suite struct SensitivityTests {
  struct Row: CustomTestStringConvertible {
    var lever: String
    var less: String
    var more: String
    var answer: Answer
    var rises: Bool
    /// What makes the lever the bottleneck.
    var given: [String] = []

    var testDescription: String {
      "\(lever) from \(less) to \(more): \(answer.rawValue) \(rises ? "rises" : "falls")"
    }
  }

  private static let plenty = "blanks.opening=9000"
  private static let allByDoor = ["rules.all.weights.loket=0", "couriers=1", plenty]
  private static let slowPrinters = [
    "printing.rate=none", plenty, "printing.between-failures=none",
  ]

  static let rows = supply + printing + delivery + recording

  static let supply = [
    Row(
      lever: "blanks.opening", less: "100", more: "500", answer: .waitingToPrintAtEnd,
      rises: false),
    Row(lever: "blanks.monthly", less: "50", more: "400", answer: .printed, rises: true),
    Row(lever: "spoiled", less: "0", more: "30", answer: .printed, rises: false),
    Row(lever: "finishing.rejected", less: "0", more: "30", answer: .handedOver, rises: false),
    Row(
      lever: "priority.changed.leaves", less: "0", more: "5000", answer: .printed, rises: false,
      given: ["demand.arrivals.changes.rate=60", "blanks.opening=4000"]),
    Row(
      lever: "demand.arrivals.changes.rate", less: "1", more: "40", answer: .waitingToPrintAtEnd,
      rises: true),
    Row(
      lever: "demand.backlog.all.cards", less: "300", more: "900", answer: .cardsInside,
      rises: true),
    Row(
      lever: "processing.duplicates", less: "0", more: "60", answer: .printed, rises: false,
      given: [plenty, "demand.arrivals.changes.rate=30"]),
    Row(
      lever: "processing.lead", less: "1", more: "25", answer: .printed, rises: false,
      given: [plenty, "demand.arrivals.changes.rate=30"]),
    Row(
      lever: "demand.backlog.all.age", less: "1", more: "40", answer: .waitMedianDays, rises: true),
  ]

  static let printing = [
    Row(
      lever: "printers", less: "1", more: "3", answer: .printBacklogClearedDay, rises: false,
      given: [plenty, "operators=3"]),
    Row(
      lever: "operators", less: "1", more: "2", answer: .printed, rises: true,
      given: slowPrinters + ["printing.time-per-card=1500"]),
    Row(
      lever: "rate", less: "15", more: "60", answer: .printBacklogClearedDay, rises: false,
      given: [plenty]),
    Row(
      lever: "overtime", less: "0", more: "240", answer: .printed, rises: true,
      given: slowPrinters + ["printing.time-per-card=1500"]),
    Row(
      lever: "printing.time-per-card", less: "300", more: "3000", answer: .printed, rises: false,
      given: slowPrinters),
    Row(
      lever: "broken", less: "0", more: "2", answer: .printed, rises: false,
      given: [plenty, "printing.repair=20 days", "printing.between-failures=none"]),
    Row(
      lever: "printing.between-failures", less: "exponential 10 hours",
      more: "exponential 900 hours", answer: .printed, rises: true,
      given: [plenty, "printing.repair=9 days", "printing.rate=20"]),
    Row(
      lever: "printing.repair", less: "1", more: "20", answer: .printed, rises: false,
      given: [plenty, "printing.between-failures=exponential 20 hours", "printing.rate=20"]),
    Row(
      lever: "printing.ribbons", less: "1", more: "9", answer: .printed, rises: true,
      given: [plenty, "printing.ribbon-yield=60"]),
    Row(
      lever: "printing.ribbon-yield", less: "30", more: "300", answer: .printed, rises: true,
      given: [plenty, "printing.ribbons=2"]),
    Row(
      lever: "printing.rest", less: "0", more: "120", answer: .printed, rises: false,
      given: slowPrinters + ["printing.rest-after=3", "printing.time-per-card=600"]),
    Row(
      lever: "sorting", less: "1", more: "9", answer: .handedOver, rises: true, given: [plenty]),
  ]

  static let delivery = [
    Row(lever: "couriers", less: "1", more: "4", answer: .delivered, rises: true, given: allByDoor),
    Row(
      lever: "channels.antar.hours.closes", less: "10:00", more: "16:00", answer: .delivered,
      rises: true, given: allByDoor),
    Row(
      lever: "door.bag", less: "3", more: "30", answer: .delivered, rises: true, given: allByDoor),
    Row(
      lever: "door.at-door", less: "3", more: "40", answer: .delivered, rises: false,
      given: allByDoor),
    Row(
      lever: "door.setup", less: "0", more: "40", answer: .delivered, rises: false,
      given: allByDoor),
    Row(
      lever: "door.cards-per-door", less: "1", more: "4", answer: .delivered, rises: true,
      given: allByDoor + ["door.setup=30"]),
    Row(lever: "speed", less: "4", more: "40", answer: .delivered, rises: true, given: allByDoor),
    Row(
      lever: "places.road-factor", less: "1", more: "6", answer: .delivered, rises: false,
      given: allByDoor),
    Row(
      lever: "failure", less: "5", more: "60", answer: .returned, rises: true, given: ["hold=2"]),
    Row(
      lever: "door.attempts.later-failure", less: "0", more: "90", answer: .returned, rises: true,
      given: ["hold=2", "failure=60"]),
    Row(
      lever: "attempts", less: "1", more: "4", answer: .returned, rises: false,
      given: ["hold=2", "failure=60", "door.attempts.fetched=10"]),
    Row(lever: "hold", less: "1", more: "25", answer: .returned, rises: false),
    Row(
      lever: "door.attempts.fetched", less: "0", more: "100", answer: .returned, rises: false,
      given: ["hold=5", "failure=60"]),
    Row(
      lever: "boats", less: "0", more: "2", answer: .delivered, rises: true,
      given: ["rules.all.weights.loket=0"]),
    Row(
      lever: "channels.antar.boats.rough-sea", less: "0", more: "100", answer: .delivered,
      rises: false, given: ["rules.all.weights.loket=0"]),
    Row(
      lever: "channels.antar.transit", less: "0", more: "15", answer: .waitNinetiethDays,
      rises: true),
    Row(
      lever: "counters", less: "1", more: "5", answer: .delivered, rises: true,
      given: ["channels.loket.service=60", "rules.all.weights.antar=0", plenty]),
    Row(lever: "channels.loket.fetch", less: "1", more: "25", answer: .delivered, rises: false),
    Row(
      lever: "channels.loket.never-fetched", less: "0", more: "90", answer: .delivered,
      rises: false),
    Row(
      lever: "channels.loket.return-after", less: "3", more: "20", answer: .delivered,
      rises: true, given: ["channels.loket.fetch=6"]),
    Row(
      lever: "goals.promise", less: "2", more: "12", answer: .withinPromisePercent, rises: true),
    Row(lever: "costs.courier", less: "100000", more: "900000", answer: .cost, rises: true),
    Row(lever: "channels.antar.fee", less: "0", more: "10000", answer: .cost, rises: true),
  ]

  static let recording = [
    Row(lever: "recording-units", less: "1", more: "3", answer: .recorded, rises: true),
    Row(lever: "no-shows", less: "0", more: "80", answer: .recorded, rises: false),
    Row(
      lever: "recording.units.keliling.rate", less: "2", more: "9", answer: .recorded,
      rises: true),
    Row(lever: "recording.walk-in", less: "0", more: "1", answer: .recorded, rises: true),
    Row(lever: "recording.units.meja.rate", less: "0.2", more: "6", answer: .recorded, rises: true),
    Row(
      lever: "recording.units.keliling.hours.overtime-days", less: "none", more: "saturday, sunday",
      answer: .recordedPercent, rises: true),
  ]

  private func answer(_ row: Row, at value: String) throws -> Double {
    let small = [
      "period.to=2018-01-31", "demand.backlog.all.cards=700", "blanks.opening=400",
      "blanks.monthly=100", "rate=40", "demand.arrivals.changes.rate=5",
    ]
    let settings = try (small + row.given + ["\(row.lever)=\(value)"]).map { try Setting($0) }
    let record = Simulator(try SmallScenario.scenario([], settings), seed: 3).run(replication: 0)
    // What has not happened by the end happens later.
    return record.answers[row.answer] ?? 1000
  }

  @Test(arguments: rows)
  func eachLeverMovesItsAnswerAsTheorySays(_ row: Row) throws {
    let less = try answer(row, at: row.less)
    let more = try answer(row, at: row.more)
    #expect(row.rises ? less < more : less > more, "\(less) → \(more)")
  }

  @Test func everyUsualLeverHasItsRow() {
    let moved = Set(Self.rows.map(\.lever))
    for lever in Lever.all { #expect(moved.contains(lever.name), "\(lever.name)") }
  }
}
