import Custody
import Domain
import Foundation
import Storage
import Testing

/// What an event says of its time when the device's clock may be wrong.
@Suite struct PocketClockTests {
  private let office: PocketOffice
  private let pocket: Pocket
  private let cards: [CardID]

  /// The run was signed at minute 30 and taken in at minute 40.
  init() throws {
    office = try PocketOffice()
    office.grow(by: 3)
    pocket = try office.pocket()
    try pocket.take(
      try office.file(try office.runBundle(for: pocket), for: pocket),
      clock: PocketOffice.clock(40))
    cards = try (1...6).map { try PocketOffice.card($0) }
  }

  private func reading(_ wall: Int, boot: String?, minutesUp: Int?) -> ClockReading {
    ClockReading(
      wall: PocketOffice.time(wall), boot: boot,
      uptime: minutesUp.flatMap { PocketOffice.clock($0).uptime })
  }

  private func fail(_ card: Int, _ clock: ClockReading) throws -> Event {
    try pocket.fail([cards[card]], reason: .notHome, clock: clock).event
  }

  @Test func theOfficesTimeRunsOnWithTheMachine() throws {
    let event = try fail(0, reading(100, boot: "first", minutesUp: 100))
    #expect(event.time == PocketOffice.time(100))
    #expect(event.clock?.earliest == PocketOffice.time(90))
    #expect(event.clock?.latest == PocketOffice.time(100))
    #expect(event.clock?.elapsed == 3_600_000)
  }

  @Test func aClockSetBackIsCaughtByTheOfficesTime() throws {
    let event = try fail(0, reading(-576_000, boot: "first", minutesUp: 100))
    #expect(event.time == PocketOffice.time(-576_000))
    #expect(event.clock?.earliest == PocketOffice.time(90))
    #expect(event.clock?.latest == PocketOffice.time(90))
  }

  @Test func aClockSetForwardShowsAsAWideInterval() throws {
    let years = 5 * 365 * 24 * 60
    let event = try fail(0, reading(years, boot: "first", minutesUp: 100))
    #expect(event.clock?.earliest == PocketOffice.time(90))
    #expect(event.clock?.latest == PocketOffice.time(years))
    let next = try fail(1, reading(101, boot: "first", minutesUp: 101))
    #expect(next.time == PocketOffice.time(101))
    #expect(next.clock?.earliest == PocketOffice.time(91))
    // Nobody can tell which of the two readings was wrong.
    #expect(next.clock?.latest == PocketOffice.time(years + 1))
  }

  @Test func onceTheOfficeHasTheEventsAWrongClockIsForgotten() throws {
    _ = try fail(0, reading(5000, boot: "first", minutesUp: 100))
    let answer = try office.answer(to: pocket, minute: 200)
    try pocket.take(
      try office.file(answer, for: pocket), clock: reading(201, boot: "first", minutesUp: 201))
    let next = try fail(1, reading(205, boot: "first", minutesUp: 205))
    #expect(next.clock?.latest == PocketOffice.time(205))
  }

  @Test func noClockLeadsBeyondWhatCanBeWritten() throws {
    let last = ClockReading(
      wall: Instant(milliseconds: (1 << 53) - 1), boot: "first", uptime: 6_000_000)
    _ = try pocket.fail([cards[0]], reason: .notHome, clock: last)
    let next = try fail(1, reading(101, boot: "first", minutesUp: 101))
    #expect(next.clock?.latest == last.wall)
  }

  @Test func aWrongClockKeepsNobodyFromRecording() throws {
    for (card, wall) in [-576_000, 2_628_000, 100, -2_000_000].enumerated() {
      _ = try fail(card, reading(wall, boot: "first", minutesUp: 100 + card))
    }
    #expect(try pocket.unsentCount() == 4)
  }

  @Test func aRestartLosesTheElapsedTimeButNotTheOrder() throws {
    _ = try fail(0, reading(100, boot: "first", minutesUp: 100))
    let after = try fail(1, reading(110, boot: "second", minutesUp: 1))
    #expect(after.clock?.elapsed == nil)
    #expect(after.clock?.earliest == PocketOffice.time(90))
    let later = try fail(2, reading(130, boot: "second", minutesUp: 21))
    #expect(later.clock?.elapsed == nil)
    #expect(later.clock?.earliest == PocketOffice.time(110))
  }

  @Test func aDeviceWithoutSuchAClockStillHasTheOfficesTime() throws {
    let event = try fail(0, reading(100, boot: nil, minutesUp: nil))
    #expect(event.clock?.earliest == PocketOffice.time(30))
    #expect(event.clock?.latest == PocketOffice.time(100))
    #expect(event.clock?.elapsed == nil)
  }

  @Test func aLaterWordOfTheOfficeMovesTheEarliestTime() throws {
    let answer = try office.answer(to: pocket, minute: 200)
    try pocket.take(
      try office.file(answer, for: pocket), clock: reading(50, boot: "second", minutesUp: 5))
    let event = try fail(0, reading(51, boot: "second", minutesUp: 15))
    #expect(event.clock?.earliest == PocketOffice.time(210))
    #expect(event.clock?.elapsed == 600_000)
    let old = try office.answer(to: pocket, through: 0, minute: 100)
    try pocket.take(
      try office.file(old, for: pocket), clock: reading(52, boot: "second", minutesUp: 25))
    #expect(
      try fail(1, reading(53, boot: "second", minutesUp: 26)).clock?.earliest
        == PocketOffice.time(221))
  }

  @Test func theSatellitesTimeIsPassedOn() throws {
    let clock = ClockReading(
      wall: PocketOffice.time(100), boot: "first", uptime: PocketOffice.clock(100).uptime,
      satellite: PocketOffice.time(99))
    #expect(try fail(0, clock).clock?.satellite == PocketOffice.time(99))
    let bundle = office.read(try pocket.bundle(clock: clock)).bundles[0]
    #expect(bundle.entries[0].recorded == clock)
  }

  @Test func anImpossibleClockIsRefused() throws {
    for wall in [Instant(milliseconds: .max), Instant(milliseconds: .min)] {
      #expect(throws: PocketRefusal.badClock) {
        try pocket.fail([cards[0]], reason: .notHome, clock: ClockReading(wall: wall))
      }
    }
    #expect(try pocket.unsentCount() == 0)
  }
}
