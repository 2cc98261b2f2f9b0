import Domain
import Geometry
import Testing

@testable import Simulation

@Suite struct DoorTimesTests {
  /// One stop of the run of the first day: cards with what happened at so many seconds after eight.
  private func visit(
    _ number: Int, _ stop: Int, at seconds: Int, _ kind: HistoryEvent.Kind = .delivered(.courier),
    tookOldCard: Bool = false
  ) throws -> HistoryCard {
    let event = HistoryEvent(
      kind, at: Books.time(0, 8 * 3600 + seconds), courier: try Books.courier(),
      run: Books.run(0), stop: stop, tookOldCard: tookOldCard)
    return try Books.card(number, [event])
  }

  private func times(_ cards: [HistoryCard], _ run: HistoryRun) throws -> DoorTimes {
    let history = try Books.history(cards, runs: [run])
    return DoorTimes(
      HistorySamples(history, try Books.scenario()), of: 0, runs: [run.id: run], setupMinutes: 1)
  }

  @Test func theGapLessTheRideAndTheSetUpIsTheTimeForACard() throws {
    let run = HistoryRun(id: Books.run(0), ridingSeconds: [nil, 120, 60, 300, nil, 60])
    let times = try times(
      [
        try visit(1, 1, at: 600),
        // 400 s, of which 120 are the ride and 60 the set-up: 220 s.
        try visit(2, 2, at: 1000),
        // 300 s, 60 riding, 60 setting up, with an old card: 180 s.
        try visit(3, 3, at: 1300, tookOldCard: true),
        // A failed call and a door with two cards tell nothing of the time for a card.
        try visit(4, 4, at: 2000, .failed("NOT_HOME")),
        try visit(5, 5, at: 2500), try visit(6, 6, at: 2800), try visit(7, 6, at: 2830),
      ], run)
    #expect(times.plainMinutes.map { ($0 * 60).rounded() } == [220])
    #expect(times.exchangeMinutes.map { ($0 * 60).rounded() } == [180])
    #expect(times.cardsPerDoor == [1, 1, 1, 1, 1, 2])
  }

  @Test func stopsMadeOutOfTheOrderOfThePlanTellNothing() throws {
    let run = HistoryRun(id: Books.run(0), ridingSeconds: [nil, 60, 60])
    let times = try times(
      [try visit(1, 1, at: 900), try visit(2, 3, at: 1300), try visit(3, 2, at: 600)], run)
    #expect(times.plainMinutes == [])
  }

  @Test func theRestIsNoTimeAtADoor() throws {
    let plain = HistoryRun(id: Books.run(0), ridingSeconds: [nil, 60, 60, 60])
    var rested = plain
    rested.restMinutes = 60
    let cards = [
      try visit(1, 1, at: 0), try visit(2, 2, at: 300), try visit(3, 3, at: 4500),
      try visit(4, 4, at: 4800),
    ]
    #expect(try times(cards, plain).plainMinutes == [3, 68, 3])
    #expect(try times(cards, rested).plainMinutes == [3, 3])
  }

  @Test func ridingTimesAreReadOffAPlannedRun() throws {
    func time(_ text: String) throws -> TimeOfDay { try #require(TimeOfDay(text)) }
    func stop(_ number: Int, _ arrives: String, _ departs: String) throws -> Stop {
      Stop(
        number: number,
        location: Location(
          coordinate: try Coordinate(latitudeE7: -53_800_000, longitudeE7: 1_052_500_000),
          source: .house),
        desa: try Books.code(Books.desa[0]), arrives: try time(arrives),
        starts: try time(arrives), departs: try time(departs), cards: [try Books.id(number)])
    }
    let run = Run(
      id: Books.run(0), courier: try Books.courier(), kecamatan: nil, leaves: try time("08:00"),
      returns: try time("14:00"), restStarts: try time("12:00"), travel: .seconds(60),
      distance: Metres(1000),
      stops: [
        try stop(1, "08:10", "08:15"), try stop(2, "08:22", "12:00"), try stop(3, "13:04", "13:10"),
      ])
    // Between the second and the third stop lie a rest of an hour and a ride of four minutes.
    let history = HistoryRun(run, restMinutes: 60)
    #expect(history.ridingSeconds == [nil, 420, 240])
    #expect(history.restMinutes == 60)
  }
}
