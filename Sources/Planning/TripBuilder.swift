import Domain

/// Fits one sailing into one courier's day.
struct TripBuilder {
  let courier: Courier
  let sailing: Sailing
  let boat: Crossing.Boat
  let roadOutSeconds: Int
  let roadBackSeconds: Int

  /// The way out with one boat.
  private struct WayOut {
    var leaves: Int
    let departs: Int
    let arrives: Int
    /// When the courier can start on the island: later than `arrives` where the break is still on.
    var free: Int
    var rest: Int?
    var owedRest: Shift.Break?
  }

  /// A trip per boat out and boat back that fit, out before back, the last boat back first.
  func dayTrips() -> [IslandTrip] {
    waysOut().flatMap { way in
      lastReturns(after: way).compactMap { departure in
        trip(way, until: boarding(for: departure), lastReturn: departure, nights: 0)
      }
    }
  }

  /// A trip per boat out after which the courier stays; empty where nobody may.
  func stays(from date: CalendarDate) -> [IslandTrip] {
    guard sailing.allowsOvernight, let nights = nights(from: date) else { return [] }
    return waysOut().compactMap {
      trip($0, until: end, lastReturn: firstReturn, nights: nights)
    }
  }

  private var start: Int { Int(courier.shift.start.seconds) }
  private var end: Int { Int(courier.shift.end.seconds) }
  private var boardingSeconds: Int { boat == .own ? 0 : sailing.boardingMinutes * 60 }
  private func boarding(for departure: Int) -> Int { departure - boardingSeconds }

  private func trip(
    _ way: WayOut, until leaving: Int, lastReturn: Int, nights: Int
  ) -> IslandTrip? {
    guard way.free < leaving else { return nil }
    return IslandTrip(
      sailing: sailing, boat: boat, leaves: way.leaves, departs: way.departs,
      arrives: way.arrives, ashore: way.free...leaving, lastReturn: lastReturn,
      nightsAway: nights, roadOutSeconds: roadOutSeconds, roadBackSeconds: roadBackSeconds,
      rest: way.rest, owedRest: way.owedRest, shiftEnd: end)
  }

  private func waysOut() -> [WayOut] {
    let ready = start + roadOutSeconds + boardingSeconds
    let restSeconds = (courier.shift.rest?.minutes ?? 0) * 60
    switch (boat, sailing.timetable) {
    case (.own, _):
      return [ready, ready + restSeconds].flatMap(waysOut)
    case (_, .charter(let hours, _)):
      let departure = max(ready, Int(hours.lowerBound.seconds))
      return [departure, departure + restSeconds].filter { $0 <= Int(hours.upperBound.seconds) }
        .flatMap(waysOut)
    case (_, .scheduled(let departures, _)):
      return departures.map { Int($0.seconds) }.filter { $0 >= ready }.flatMap(waysOut)
    }
  }

  /// The ways out with the boat at `departure`, as late as they can begin: with the break on the
  /// way, and with the break still to come.
  private func waysOut(_ departure: Int) -> [WayOut] {
    let arrives = departure + sailing.minutesOut * 60
    let pier = boarding(for: departure)
    var way = WayOut(
      leaves: pier - roadOutSeconds, departs: departure, arrives: arrives, free: arrives)
    guard let rest = courier.shift.rest else { return [way] }
    let (earliest, latest) = (Int(rest.earliest.seconds), Int(rest.latest.seconds))
    if way.leaves >= earliest + rest.minutes * 60 { return [way] }
    let moments = [
      min(latest, max(earliest, pier)), max(earliest, way.leaves - rest.minutes * 60),
    ]
    let rested = moments.filter { $0 <= latest && $0 < arrives }
      .compactMap { resting(way, from: $0, rest.minutes * 60) }
    way.owedRest = rest
    return rested + (arrives <= latest ? [way] : [])
  }

  /// `way` with a break from `moment` on; nothing if the courier would have to leave too early.
  ///
  /// Waiting and sailing rest a courier too. What of the break is before boarding makes the ride
  /// begin earlier, and what is left of it after landing keeps the courier at the pier.
  private func resting(_ way: WayOut, from moment: Int, _ seconds: Int) -> WayOut? {
    let pier = boarding(for: way.departs)
    var way = way
    way.leaves = min(moment, way.leaves - min(seconds, max(0, pier - moment)))
    way.rest = moment
    way.free = max(way.arrives, moment + seconds)
    return way.leaves >= start ? way : nil
  }

  /// The departures with which the courier is back before the shift ends, the latest first.
  private func lastReturns(after way: WayOut) -> [Int] {
    switch (boat, sailing.timetable) {
    case (.own, _): return latest(of: nil, after: way).map { [$0] } ?? []
    case (_, .charter(_, let hours)):
      guard let departure = latest(of: Int(hours.upperBound.seconds), after: way),
        departure >= Int(hours.lowerBound.seconds)
      else { return [] }
      return [departure]
    case (_, .scheduled(_, let returns)):
      return returns.reversed().map { Int($0.seconds) }.filter { isInTime($0, after: way) }
    }
  }

  /// The latest moment up to `limit` at which a boat that leaves when asked is in time.
  private func latest(of limit: Int?, after way: WayOut) -> Int? {
    let restSeconds = (way.owedRest?.minutes ?? 0) * 60
    let last = end - roadBackSeconds - sailing.minutesBack * 60
    return [last, last - restSeconds].map { min($0, limit ?? .max) }
      .first { isInTime($0, after: way) }
  }

  /// Whether the courier is back in time with the boat at `departure`, wherever an owed break falls.
  private func isInTime(_ departure: Int, after way: WayOut) -> Bool {
    let back = WayBack(
      departure: departure, sailingSeconds: sailing.minutesBack * 60,
      roadSeconds: roadBackSeconds, from: boarding(for: departure), owing: way.owedRest)
    return back.returns <= end
  }

  /// The departure of the first boat back on a later day.
  private var firstReturn: Int {
    switch (boat, sailing.timetable) {
    case (.own, _): start
    case (_, .charter(_, let hours)): Int(hours.lowerBound.seconds)
    case (_, .scheduled(_, let returns)): Int(returns.first?.seconds ?? 0)
    }
  }

  /// How many days after `date` the first boat goes back.
  private func nights(from date: CalendarDate) -> Int? {
    (1...TripFinder.daysAhead).first { boat == .own || sailing.runs(on: date.adding(days: $0)) }
  }
}
