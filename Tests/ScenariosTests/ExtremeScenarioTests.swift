import Domain
import Scenarios
import Simulation
import Testing

/// What a file may say, a run survives.
@Suite struct ExtremeScenarioTests {
  @Test(arguments: [
    "demand.backlog.all.age=exponential 3650 days",
    "demand.backlog.all.age=median 0.001 days, 90 % below 3650 days",
    "processing.lead=median 0.001 days, 90 % below 3650 days",
    "printing.time-per-card=median 1 seconds, 90 % below 3600 seconds",
    "printing.repair=median 0.01 days, 90 % below 3650 days",
    "printing.between-failures=median 0.1 hours, 90 % below 100000 hours",
    "printing.between-failures=0.1 hours", "printing.rest=1440 minutes", "printing.rate=1",
    "channels.antar.transit=median 0.001 days, 90 % below 3650 days",
    "channels.loket.fetch=median 0.001 days, 90 % below 3650 days",
    "door.at-door=median 0.01 minutes, 90 % below 1440 minutes",
    "channels.loket.service=median 0.01 minutes, 90 % below 1440 minutes",
    "blanks.monthly=10000000", "blanks.opening=0", "blanks.monthly-day=31", "spoiled=100",
    "finishing.rejected=100", "finishing.sorting=1", "failure=100", "attempts=20",
    "door.attempts.retry=365", "hold=3650", "hold=0", "couriers=0", "couriers=100000",
    "printers=0", "operators=0", "boats=0", "channels.antar.boats.trip=60", "counters=0",
    "recording-units=0", "recording.units.meja.rate=0",
    "recording.units.keliling.no-shows=100", "recording.walk-in=100", "processing.duplicates=100",
    "hours.opens=00:00", "hours.closes=24:00", "people.holders=0", "people.recorded=30000",
    "channels.antar.from=2030-01-01", "printing.sites.kantor.from=2030-01-01",
    "printing.sites.kantor.to=1999-01-01", "period.to=2018-01-01", "priority.first.leaves=10000000",
    "channels.loket.never-fetched=100", "speed=1", "places.road-factor=10", "door.bag=1",
    "door.cards-per-door=10", "holidays=2018-01-01,2018-01-02", "hours.days=sunday",
  ])
  func extremesAreSimulated(text: String) throws {
    let short = [Setting(path: "period.to", value: "2018-01-20")]
    let small = [Setting(path: "demand.backlog.all.cards", value: "300")]
    let given =
      text.hasPrefix("people.recorded")
      ? [Setting(path: "people.holders", value: "20000")] : []
    let scenario = try SmallScenario.scenario([], small + given + short + [Setting(text)])
    let record = Simulator(scenario, seed: 5).run(replication: 0)
    #expect(record.daily.dayCount == scenario.dayCount)
    #expect(record.answers[.delivered] ?? 0 <= record.answers[.printed] ?? 0)
  }
}
