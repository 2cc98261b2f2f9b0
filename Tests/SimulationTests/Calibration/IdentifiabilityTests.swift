import Domain
import Testing

@testable import Simulation

/// What is put into simulated books must come out of them.
@Suite struct IdentifiabilityTests {
  private func calibration(_ books: SimulatedBooks, seed: UInt64) throws -> Calibration {
    Calibration(try books.history(seed: seed), for: try Books.scenario())
  }

  @Test func manyCasesGiveBackEveryParameter() throws {
    var books = SimulatedBooks()
    books.cards = 6000
    books.couriers = 14
    let calibration = try calibration(books, seed: 1)
    let door = try #require(calibration.doors.first)

    let times = try door.minutesAtDoor.get()
    #expect(abs(times.median - 3) < 0.15)
    #expect(abs(times.ninetieth - 7) < 0.5)
    #expect(abs(try door.oldCardMinutes.get().difference - 1.5) < 0.3)
    #expect(try door.retryDays.get().median == 2)
    #expect(try door.holdDays.get().median == 10)
    #expect(abs(try door.fetched.get().share - 0.6) < 0.08)
    let mix = try door.reasons.get()
    #expect(abs(mix[0].share - 0.8) < 0.03)
    #expect(mix[2].events == 0)
    #expect(try door.cardsPerDoor.get().mean == 1)
    // The factors stand in the proportion that was put in, and base times factor is the truth.
    let morning = door.hours[9].factor
    let afternoon = door.hours[13].factor
    #expect(abs(morning / afternoon - 1.4 / 0.6) < 0.3)
    let first = try door.firstFailure.get().share
    #expect(abs(first * morning - 0.25 * 1.4) < 0.03)
    #expect(abs(first * afternoon - 0.25 * 0.6) < 0.03)
    let later = try door.laterFailure.get().share * door.laterScale
    #expect(abs(later * morning - 0.4 * 1.4) < 0.06)
    #expect(calibration.findings == [])
  }

  @Test func theIntervalsCoverTheTruthInAboutTheirNominalShare() throws {
    var books = SimulatedBooks()
    books.cards = 300
    books.days = 24
    books.morning = 1
    books.afternoon = 1
    var covered = (first: 0, median: 0, ninetieth: 0, reasons: 0)
    let seeds = 60
    for seed in 0..<UInt64(seeds) {
      let calibration = try calibration(books, seed: 100 + seed)
      let door = try #require(calibration.doors.first)
      if try door.firstFailure.get().interval.contains(0.25) { covered.first += 1 }
      let times = try door.minutesAtDoor.get()
      if times.medianInterval.contains(3) { covered.median += 1 }
      if times.ninetiethInterval.contains(7) { covered.ninetieth += 1 }
      if try door.reasons.get()[0].interval.contains(0.8) { covered.reasons += 1 }
    }
    // 95 % of 60 is 57; fewer than 52 happen once in two hundred.
    let least = seeds * 52 / 60
    #expect(covered.first >= least && covered.median >= least, "\(covered)")
    #expect(covered.ninetieth >= least && covered.reasons >= least, "\(covered)")
  }

  @Test func moreCasesMeanNarrowerIntervalsAboutTheSameTruth() throws {
    var widths: [Double] = []
    for cards in [300, 1200, 4800] {
      var books = SimulatedBooks()
      books.cards = cards
      books.couriers = 12
      let share = try #require(try calibration(books, seed: 7).doors.first).firstFailure.get()
      widths.append(share.interval.upperBound - share.interval.lowerBound)
    }
    #expect(widths[1] < 0.6 * widths[0])
    #expect(widths[2] < 0.6 * widths[1])
  }

  @Test func aWeekendOnWhichEverybodyIsAtHomeIsSeenAndAnEvenWeekIsNot() throws {
    var books = SimulatedBooks()
    books.cards = 4000
    books.couriers = 10
    books.morning = 1
    books.afternoon = 1
    let even = try #require(try calibration(books, seed: 3).doors.first)
    #expect(even.weekdays.allSatisfy { abs($0.factor - 1) < 0.12 })
    books.weekend = 0.4
    let quiet = try #require(try calibration(books, seed: 3).doors.first)
    let ratio = quiet.weekdays[6].factor / quiet.weekdays[1].factor
    #expect(abs(ratio - 0.4) < 0.1)
  }

  @Test func aDesaThatDiffersIsSeenAndOneThatDoesNotIsDrawnToTheMean() throws {
    var books = SimulatedBooks()
    books.cards = 3000
    books.couriers = 8
    let even = try #require(try calibration(books, seed: 4).doors.first)
    #expect(even.places.allSatisfy { abs($0.factor - 1) < 0.1 })
    books.desaFactors = [1, 1, 2]
    let uneven = try #require(try calibration(books, seed: 4).doors.first)
    #expect(uneven.places[2].factor / uneven.places[0].factor > 1.6)
    #expect(uneven.places.map(\.calls).allSatisfy { $0 > 500 })
    // The third desa is the whole of the second kecamatan.
    #expect(uneven.kecamatan[1].calls == uneven.places[2].calls)
  }

  @Test func theSameBooksGiveTheSameValues() throws {
    let books = SimulatedBooks()
    let one = try calibration(books, seed: 9)
    let other = try calibration(books, seed: 9)
    #expect(one.values == other.values)
    #expect(one.variant() == other.variant())
  }
}
