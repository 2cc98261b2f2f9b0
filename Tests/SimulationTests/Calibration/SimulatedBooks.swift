import Domain
import TestSupport

@testable import Simulation

/// Books of an office whose every parameter is known: couriers with planned runs, residents who are
/// out by hour and weekday, retries, holding.
///
/// Independent of the simulation's own processes, so that what is recovered is not what they share.
struct SimulatedBooks {
  var cards = 1500
  var days = 40
  var couriers = 6
  var stopsPerRun = 22
  var firstFailure = 0.25
  var laterFailure = 0.4
  /// Times the failures before and from noon on.
  var morning = 1.4
  var afternoon = 0.6
  /// Times the failures on Saturdays and Sundays, against the other days.
  var weekend = 1.0
  /// Times the failures in each of the three desa.
  var desaFactors = [1.0, 1.0, 1.0]
  var minutesAtDoor = Spread.logNormal(median: 3, ninetieth: 7)
  var oldCardMinutes = 1.5
  var setupMinutes = 1.0
  var notHomeShare = 0.8
  var retryDays = 2
  var maximum = 2
  var holdDays = 10
  var fetchedShare = 0.6

  private struct Job {
    var card: Int
    var call: Int
  }

  func history(seed: UInt64) throws -> OfficeHistory {
    var random = SplitMix64(seed: seed)
    var cards = try (0..<self.cards).map { number in
      try Books.card(
        number, desa: number % 3,
        kind: number.isMultiple(of: 4) ? .damaged : .first, requested: -8, printed: -1)
    }
    var due: [[Job]] = Array(repeating: [], count: days)
    for number in cards.indices {
      due[number * (days - 2 * retryDays) / cards.count].append(Job(card: number, call: 1))
    }
    var runs: [HistoryRun] = []
    for day in 0..<days {
      var number = 0
      while number < couriers, !due[day].isEmpty {
        number += 1
        let jobs = Array(due[day].prefix(stopsPerRun))
        due[day].removeFirst(jobs.count)
        runs.append(try work(jobs, day, number, &cards, &due, &random))
      }
      if day + 1 < days { due[day + 1] = due[day] + due[day + 1] }
    }
    var history = try Books.history(cards, to: days - 1, runs: runs)
    history.couriers = try (1...couriers).map {
      HistoryCourier(id: try Books.courier($0), organisation: "Satpol PP")
    }
    return history
  }

  private func work(
    _ jobs: [Job], _ day: Int, _ courier: Int, _ cards: inout [HistoryCard],
    _ due: inout [[Job]], _ random: inout SplitMix64
  ) throws -> HistoryRun {
    let id = Books.run(day, courier)
    var seconds = 8 * 3600
    var riding: [Int32?] = []
    for (index, job) in jobs.enumerated() {
      let ride = Int.random(in: 120...900, using: &random)
      riding.append(index == 0 ? nil : Int32(ride))
      let isOld = cards[job.card].kind == .damaged
      let minutes =
        setupMinutes + minutesAtDoor.value(at: Double.random(in: 0..<1, using: &random))
        + (isOld ? oldCardMinutes : 0)
      seconds += ride + Int((minutes * 60).rounded())
      let place = job.card % 3
      let share = failureShare(job.call, day, seconds / 3600) * desaFactors[place]
      func event(_ kind: HistoryEvent.Kind, _ day: Int, _ seconds: Int) throws -> HistoryEvent {
        HistoryEvent(
          kind, at: Books.time(day, seconds), courier: try Books.courier(courier), run: id,
          stop: index + 1, tookOldCard: isOld && kind == .delivered(.courier))
      }
      guard Double.random(in: 0..<1, using: &random) < share else {
        cards[job.card].events.append(try event(.delivered(.courier), day, seconds))
        continue
      }
      let isNotHome = Double.random(in: 0..<1, using: &random) < notHomeShare
      cards[job.card].events.append(
        try event(.failed(isNotHome ? "NOT_HOME" : "REFUSED"), day, seconds))
      if !isNotHome {
        cards[job.card].events.append(try event(.returned, day, 17 * 3600))
      } else if job.call < maximum {
        if day + retryDays < days {
          due[day + retryDays].append(Job(card: job.card, call: job.call + 1))
        }
      } else {
        cards[job.card].events.append(try event(.held, day, 17 * 3600))
        let isFetched = Double.random(in: 0..<1, using: &random) < fetchedShare
        let after = isFetched ? Int.random(in: 1...holdDays, using: &random) : holdDays
        cards[job.card].events.append(
          try event(isFetched ? .delivered(.courier) : .returned, day + after, 18 * 3600))
      }
    }
    return HistoryRun(id: id, ridingSeconds: riding)
  }

  func failureShare(_ call: Int, _ day: Int, _ hour: Int) -> Double {
    let hourFactor = hour < 12 ? morning : afternoon
    let weekdayFactor = day % 7 >= 5 ? weekend : 1
    return (call == 1 ? firstFailure : laterFailure) * hourFactor * weekdayFactor
  }
}
