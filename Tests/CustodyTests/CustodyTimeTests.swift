import Custody
import Domain
import Testing

/// What becomes of an event whose device's clock was wrong: card 3 has been with the courier since
/// minute 20, the office hears of it at minute 60, and clocks may differ by 15 minutes.
@Suite struct CustodyTimeTests {
  struct Reading: CustomTestStringConvertible {
    let testDescription: String
    /// In minutes.
    let time: Int
    let earliest: Int
    let latest: Int
    let since: Int
  }

  static let readings: [Reading] = [
    Reading(testDescription: "a right clock", time: 40, earliest: 25, latest: 40, since: 40),
    Reading(
      testDescription: "five years behind", time: -2_628_000, earliest: 25, latest: 25, since: 25),
    Reading(
      testDescription: "five years ahead", time: 2_628_000, earliest: 25, latest: 2_628_000,
      since: 25),
    Reading(
      testDescription: "behind the last event", time: 2, earliest: 1, latest: 30, since: 20),
    Reading(
      testDescription: "five minutes before the last event", time: 15, earliest: 1, latest: 15,
      since: 20),
    Reading(
      testDescription: "at the edge of both tolerances", time: 75, earliest: 75, latest: 75,
      since: 75),
  ]

  @Test(arguments: readings)
  func aWrongClockIsBelievedNeitherMoreNorLessThanItsEvidence(_ reading: Reading) throws {
    let clock = try value(
      ClockEvidence(
        earliest: Samples.time(reading.earliest), latest: Samples.time(reading.latest)))
    let event = try Samples.event(
      .delivered, [try Samples.card(3)], from: try Samples.courier(), to: .resident
    ).with(time: Samples.time(reading.time), clock: clock)
    let outcome = try CustodyRules.outcome(
      of: event, given: try CustodyRefusalTests.states(), now: Samples.time(60))
    #expect(outcome.map(\.since) == [Samples.time(reading.since)])
  }

  @Test func theTimeOnPaperIsKept() throws {
    let clock = ClockEvidence(earliest: Samples.time(55), latest: Samples.time(55))
    let event = try Samples.event(
      .delivered, [try Samples.card(3)], from: try Samples.courier(), to: .resident
    ).with(time: Samples.time(30), clock: clock, provenance: .paper)
    let outcome = try CustodyRules.outcome(
      of: event, given: try CustodyRefusalTests.states(), now: Samples.time(60))
    #expect(outcome.map(\.since) == [Samples.time(30)])
  }

  @Test func anOldCardTakenInExchangeHasTheSameTime() throws {
    let card = try Samples.card(3)
    let clock = ClockEvidence(earliest: Samples.time(25), latest: Samples.time(2_628_000))
    let event = try Samples.event(
      .delivered, [card], from: try Samples.courier(), to: .resident
    ).with(time: Samples.time(2_628_000), clock: clock, exchanged: [card.old])
    let outcome = try CustodyRules.outcome(
      of: event, given: try CustodyRefusalTests.states(), now: Samples.time(60))
    #expect(outcome.map(\.since) == [Samples.time(25), Samples.time(25)])
  }
}
