import Domain
import Testing

@testable import Simulation

@Suite struct CalibrationTests {
  /// Cards that are printed at a steady pace and handed over at the first call, a fifth of them at
  /// the second, over four working weeks.
  private func steadyBooks(perDay: Int = 10) throws -> OfficeHistory {
    var cards: [HistoryCard] = []
    for day in 0..<26 where day % 7 < 5 {
      for place in 0..<perDay {
        let number = cards.count + 1
        var events = [try Books.event(.handedOver, day + 1, hour: 7)]
        if place % 5 == 0 {
          events.append(try Books.event(.failed("NOT_HOME"), day + 1, hour: 8 + place % 8))
          events.append(try Books.event(.delivered(.courier), day + 2, hour: 9))
        } else {
          events.append(try Books.event(.delivered(.courier), day + 1, hour: 8 + place % 8))
        }
        cards.append(
          try Books.card(
            number, desa: number % 3, kind: place < 6 ? .first : .lost,
            urgency: place == 0 ? .urgent : .normal, requested: day, printed: day, events))
      }
    }
    return try Books.history(cards)
  }

  private func value(_ path: String, of calibration: Calibration) throws -> CalibratedValue {
    try #require(calibration.values.first { $0.path == path })
  }

  @Test func steadyBooksTellWhatWasPutIn() throws {
    let calibration = Calibration(try steadyBooks(), for: try Books.scenario(), minimumCases: 15)
    let first = try value("demand.arrivals.first.rate", of: calibration)
    #expect(first.written == "6 requests/day")
    #expect(first.cases == 20)
    #expect(first.current == "20 requests/day")
    #expect(try value("demand.arrivals.lost.rate", of: calibration).written == "4 requests/day")
    // Six first cards a day, one of them urgent.
    #expect(try value("demand.arrivals.first.urgent", of: calibration).written == "16.7 %")
    // Ten cards a day over two printers.
    #expect(try value("printing.rate", of: calibration).written == "5 cards/day")
    let failure = try value("channels.satpol-pp.attempts.first-failure", of: calibration)
    #expect(failure.written == "20 %")
    #expect(failure.interval == "15–26.1 %")
    #expect(failure.cases == 200)
    #expect(try value("channels.satpol-pp.attempts.retry", of: calibration).written == "1 days")
    #expect(try value("channels.satpol-pp.couriers", of: calibration).written == "1 couriers")
    #expect(try calibration.printing.uptime.get().share == 1)
    #expect(calibration.cardCount == 200)
  }

  @Test func whatIsAppliedIsWhatIsWritten() throws {
    let scenario = try Books.scenario()
    let calibration = Calibration(try steadyBooks(), for: scenario, minimumCases: 15)
    let applied = calibration.applied(to: scenario)
    #expect(applied.demand.arrivals.map(\.perDay) == [6, 4])
    #expect(applied.demand.arrivals[0].urgentShare == 16.7 * 0.01)
    #expect(applied.printing.cardsPerPrinterDay == 5)
    guard case .door(let door) = applied.delivery.channels[0].means else {
      Issue.record("the channel is one to the door")
      return
    }
    #expect(door.couriers == 1)
    #expect(door.attempts.firstFailureShare == 20 * 0.01)
    #expect(door.attempts.retryDays == 1)
    let mix = door.attempts.failures
    #expect(mix.first { $0.name == "NOT_HOME" }?.share == 1)
    #expect(abs(mix.reduce(0) { $0 + $1.share } - 1) < 1e-9)
    // What the books do not tell stays.
    #expect(door.minutesAtDoor == .logNormal(median: 3, ninetieth: 7))
    #expect(door.attempts.fetchedShare == 0.5)
    let path = "channels.satpol-pp.attempts.first-failure"
    let assumption = try #require(applied.assumptions.first { $0.path == path })
    #expect(assumption.value == "20 %")
    #expect(
      assumption.basis
        == .source("calibrated from 200 calls, 2017-07-03 to 2017-07-30"))
  }

  @Test func firstCardsOfResidentsWhoAreRecordedMeanwhileChangeNothing() throws {
    var scenario = try Books.scenario()
    scenario.recording.units = [
      Recording.Unit(name: "kantor", kind: .office, residentsPerHour: 5, hours: try Books.hours())
    ]
    let calibration = Calibration(try steadyBooks(), for: scenario, minimumCases: 15)
    #expect(calibration.values.first?.written == "6 requests/day")
    #expect(calibration.values.first?.path == nil)
    #expect(calibration.applied(to: scenario).demand.arrivals.map(\.perDay) == [20, 4])
    #expect(!calibration.variant().contains("6 requests/day"))
  }

  @Test func emptyBooksAreRefusedThroughoutAndChangeNothing() throws {
    let scenario = try Books.scenario(
      channels: [try Books.door(), Books.village, Books.counter()])
    let calibration = Calibration(try Books.history([]), for: scenario)
    #expect(calibration.values.allSatisfy { $0.written == nil && $0.refusal != nil })
    #expect(!calibration.values.isEmpty)
    #expect(calibration.applied(to: scenario) == scenario)
    #expect(calibration.variant() == "")
    let failure = try value("channels.satpol-pp.attempts.first-failure", of: calibration)
    #expect(
      failure.refusalSentence
        == Phrase(
          id: "hanya 0 kunjungan, perlu 30; nilai skenario tetap: 20 %",
          en: "only 0 calls, 30 are needed; the scenario's value stays: 20 %"))
    #expect(
      Set(calibration.values.compactMap(\.path)).count
        == calibration.values.compactMap(\.path).count)
  }

  @Test func belowTheMinimumTheScenarioStays() throws {
    let books = try steadyBooks(perDay: 1)
    let scenario = try Books.scenario()
    let strict = Calibration(books, for: scenario, minimumCases: 100)
    #expect(strict.variant() == "")
    #expect(strict.applied(to: scenario) == scenario)
    let lenient = Calibration(books, for: scenario, minimumCases: 10)
    #expect(try value("channels.satpol-pp.attempts.first-failure", of: lenient).written != nil)
  }

  @Test func heldCardsCountOnlyOnceTheirTimeIsOver() throws {
    // Each of forty cards is held on a day of its own; half are fetched the next day. Of the last
    // ten, the hold of ten days is not over.
    let cards = try (0..<40).map { day in
      var events = [try Books.event(.held, day)]
      if day.isMultiple(of: 2) {
        events.append(try Books.event(.delivered(.courier), day + 1))
      } else if day + 10 < 40 {
        events.append(try Books.event(.returned, day + 10))
      }
      return try Books.card(day + 1, events)
    }
    let scenario = try Books.scenario(channels: [try Books.door(Attempts(holdDays: 10))])
    let calibration = Calibration(
      try Books.history(cards, to: 39), for: scenario, minimumCases: 20)
    let fetched = try #require(calibration.doors.first).fetched.get()
    #expect(fetched.cases == 30)
    #expect(fetched.events == 15)
    let short = Calibration(
      try Books.history(cards, to: 5), for: scenario, minimumCases: 1)
    #expect(throws: CalibrationRefusal.periodTooShort(days: 6, needed: 10)) {
      try #require(short.doors.first).fetched.get()
    }
  }

  @Test func villagesAndCountersAreLearntFromCardsLongEnoughThere() throws {
    let village = try (0..<80).map { number in
      let day = number % 10
      var events = [try Books.event(.sentToVillage, day)]
      if number % 4 != 0 {
        events.append(try Books.event(.delivered(.villageOffice), day + 1 + number % 5))
      }
      return try Books.card(number + 1, events)
    }
    let scenario = try Books.scenario(channels: [try Books.door(), Books.village])
    let stay = try #require(
      Calibration(try Books.history(village), for: scenario).stays.first)
    #expect(try stay.neverFetched.get().events == 20)
    #expect(try stay.fetchDays.get().median == 3)
  }

  @Test func requestsTooNewToBePrintedDoNotCount() throws {
    // Ten a day; each is printed three days later, so those of the last three days are missing.
    var cards: [HistoryCard] = []
    for day in 0..<28 {
      for _ in 0..<10 where day + 3 < 28 {
        cards.append(try Books.card(cards.count + 1, requested: day, printed: day + 3))
      }
    }
    let calibration = Calibration(try Books.history(cards), for: try Books.scenario())
    let days = try #require(calibration.demand.days)
    #expect(days == Books.monday.adding(days: 3)...Books.monday.adding(days: 24))
    let first = try calibration.demand.kinds[0].perDay.get()
    // Seven days' requests fall on five working days.
    #expect(abs(first.mean - 14) < 1)
    let names = calibration.demand.kinds[0].byWeekday.map(\.weekday)
    #expect(names == [.monday, .tuesday, .wednesday, .thursday, .friday].filter(names.contains))
  }

  @Test func daysOfLowOutputAreSeenWhereCardsWaited() throws {
    // Twenty a day from a queue, but on four of twenty working days only two.
    var cards: [HistoryCard] = []
    for day in 0..<26 where day % 7 < 5 {
      for _ in 0..<(day % 7 == 2 ? 2 : 20) {
        cards.append(try Books.card(cards.count + 1, requested: -5, printed: day))
      }
    }
    let printing = Calibration(
      try Books.history(cards), for: try Books.scenario(), minimumCases: 15
    ).printing
    let uptime = try printing.uptime.get()
    #expect(uptime.cases - uptime.events == 4)
    #expect(try printing.whenBusy.get().mean == 20)
    #expect(abs(try printing.perWorkingDay.get().mean - 16.4) < 1e-9)
  }
}
