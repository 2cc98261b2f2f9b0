/// One route lived through from a given leaving, for the ``Checker`` alone.
struct RouteReplay {
  /// When a route is back and how long it was out.
  struct Day: Equatable {
    var leaving: Int
    var back: Int
    /// Breaks not counted.
    var durationSeconds: Int
  }

  /// A courier somewhere on the route: free at `time`, with `rested` breaks behind.
  private struct Moment {
    var time: Int
    var rested: Int
  }

  /// A door, or the place where the bag is filled again.
  private struct Place {
    var location: Int
    /// The job served here; nil at a reload.
    var job: Int?
    var setupSeconds: Int
    var serviceSeconds: Int
    var timeWindows: [ClosedRange<Int32>]
  }

  private let route: Route
  private let vehicle: Vehicle
  private let places: [Place]
  /// To each place and, last, back.
  private let ways: [Int]
  let travelSeconds: Int
  let metres: Int

  init(_ route: Route, in problem: Problem) throws(Violation) {
    self.route = route
    vehicle = problem.vehicles[route.vehicle]
    places = Self.places(of: route, in: problem)
    var ways: [Int] = []
    var metres = 0
    var here = vehicle.startLocation ?? places[0].location
    let end = vehicle.endLocation ?? places[places.count - 1].location
    for there in places.map(\.location) + [end] {
      let base = problem.travel[vehicle.profile].seconds(from: here, to: there)
      if base == .max {
        throw .unreachable(vehicle: route.vehicle, fromLocation: here, toLocation: there)
      }
      let (whole, part) = (Int(base) * 1_000).quotientAndRemainder(
        dividingBy: Int(vehicle.speedPermille))
      ways.append(part == 0 ? whole : whole + 1)
      metres += Int(problem.travel[vehicle.profile].metres(from: here, to: there))
      here = there
    }
    self.ways = ways
    self.metres = metres
    travelSeconds = ways.reduce(0, +)
  }

  private static func places(of route: Route, in problem: Problem) -> [Place] {
    var places: [Place] = []
    for (position, index) in route.jobs.enumerated() {
      let job = problem.jobs[index]
      var setup = Int(job.setupSeconds)
      if position > 0, problem.jobs[route.jobs[position - 1]].location == job.location { setup = 0 }
      if route.reloadsBefore.contains(position),
        let reload = problem.vehicles[route.vehicle].reload
      {
        places.append(
          Place(
            location: reload.location, job: nil, setupSeconds: 0,
            serviceSeconds: Int(reload.seconds), timeWindows: []))
        setup = Int(job.setupSeconds)
      }
      places.append(
        Place(
          location: job.location, job: index, setupSeconds: setup,
          serviceSeconds: Int(job.serviceSeconds), timeWindows: job.timeWindows))
    }
    return places
  }

  /// The limits on the way that the route breaks.
  var tooLongWays: [Violation] {
    var tooLong: [Violation] = []
    if let allowed = vehicle.maximumTravelSeconds, travelSeconds > allowed {
      tooLong.append(
        .maximumTravel(
          vehicle: route.vehicle, travelSeconds: travelSeconds, allowed: Int(allowed)))
    }
    if let allowed = vehicle.maximumDistanceMetres, metres > allowed {
      tooLong.append(
        .maximumDistance(vehicle: route.vehicle, metres: metres, allowed: Int(allowed)))
    }
    return tooLong
  }

  /// Returns the day of the route: back as early as can be, and then left as late as can be.
  func day() throws(Violation) -> Day {
    let opening = Int(vehicle.shift.lowerBound)
    guard let back = back(leaving: opening, resting: true) else { throw failure() }
    guard vehicle.shift == Vehicle.anyTime || back.time <= vehicle.shift.upperBound else {
      throw .shift(
        vehicle: route.vehicle, overrunSeconds: back.time - Int(vehicle.shift.upperBound))
    }
    var leaving = opening
    for span in spansBetweenBreaks(from: opening, to: back.time) {
      if let latest = latest(in: span, returningBy: back.time) { leaving = max(leaving, latest) }
    }
    let before = restedBefore(leaving)
    let after = self.back(leaving: leaving, resting: true)?.rested ?? before
    let rest = vehicle.breaks[before..<after].reduce(0) { $0 + Int($1.durationSeconds) }
    return Day(
      leaving: leaving, back: back.time, durationSeconds: back.time - leaving - rest)
  }

  /// Returns the earliest time back, with as many breaks as go with it; nil when stuck.
  private func back(leaving: Int, resting: Bool) -> Moment? {
    var moments = [Moment(time: leaving, rested: resting ? restedBefore(leaving) : 0)]
    let breaks = resting ? vehicle.breaks : []
    for stop in places.indices {
      moments = travel(moments, to: stop, breaks).compactMap { serve(stop, $0) }
    }
    return travel(moments, to: places.count, breaks)
      .filter { $0.rested == breaks.count || $0.time <= breaks[$0.rested].window.upperBound }
      .min { ($0.time, -$0.rested) < ($1.time, -$1.rested) }
  }

  /// Goes one way from each moment, resting on it as often as breaks allow, and keeps the
  /// earliest moment for each number of breaks.
  private func travel(_ moments: [Moment], to stop: Int, _ breaks: [Break]) -> [Moment] {
    let setup = stop == places.count ? 0 : places[stop].setupSeconds
    var arrivals: [Moment] = []
    for moment in moments {
      // `left` is what of the way, setup included, is still ahead of the courier at `now`.
      var now = moment.time
      var left = ways[stop] + setup
      arrivals.append(Moment(time: now + left, rested: moment.rested))
      for (index, pause) in breaks.enumerated().dropFirst(moment.rested) {
        guard now <= pause.window.upperBound else { break }
        let wait = max(0, Int(pause.window.lowerBound) - now)
        left = max(0, left - wait)
        now += wait + Int(pause.durationSeconds)
        arrivals.append(Moment(time: now + left, rested: index + 1))
      }
    }
    return (0...breaks.count).compactMap { rested in
      arrivals.filter { $0.rested == rested }.min { $0.time < $1.time }
    }
  }

  private func serve(_ stop: Int, _ moment: Moment) -> Moment? {
    let windows = places[stop].timeWindows
    guard windows.isEmpty || windows.contains(where: { $0.upperBound >= moment.time }) else {
      return nil
    }
    let openings = windows.filter { $0.upperBound >= moment.time }.map { Int($0.lowerBound) }
    let start = max(moment.time, openings.first ?? moment.time)
    return Moment(time: start + places[stop].serviceSeconds, rested: moment.rested)
  }

  /// Returns the breaks that are over at `leaving`.
  private func restedBefore(_ leaving: Int) -> Int {
    var now = Int(vehicle.shift.lowerBound)
    for (index, pause) in vehicle.breaks.enumerated() {
      guard now <= pause.window.upperBound else { return index }
      now = max(now, Int(pause.window.lowerBound)) + Int(pause.durationSeconds)
      if now > leaving { return index }
    }
    return vehicle.breaks.count
  }

  /// Splits the leavings into spans within each of which the same breaks are over.
  private func spansBetweenBreaks(from opening: Int, to end: Int) -> [ClosedRange<Int>] {
    var starts = [opening]
    var now = opening
    for pause in vehicle.breaks where now <= pause.window.upperBound {
      now = max(now, Int(pause.window.lowerBound)) + Int(pause.durationSeconds)
      starts.append(now)
    }
    let ends = starts.dropFirst().map { $0 - 1 } + [end]
    return zip(starts, ends).compactMap { start, last in
      start <= min(last, end) ? start...min(last, end) : nil
    }
  }

  /// Returns the latest leaving in `span` that is back by `time`: leaving later is never better,
  /// so it is found by halving.
  private func latest(in span: ClosedRange<Int>, returningBy time: Int) -> Int? {
    func isBack(_ leaving: Int) -> Bool {
      (back(leaving: leaving, resting: true)?.time).map { $0 <= time } ?? false
    }
    guard isBack(span.lowerBound) else { return nil }
    var good = span.lowerBound
    var bad = span.upperBound + 1
    while bad - good > 1 {
      let middle = good + (bad - good) / 2
      if isBack(middle) { good = middle } else { bad = middle }
    }
    return good
  }

  /// Names what a route that never comes back fails at.
  private func failure() -> Violation {
    let opening = Int(vehicle.shift.lowerBound)
    guard back(leaving: opening, resting: false) == nil else {
      return .break(vehicle: route.vehicle)
    }
    var moment: Moment? = Moment(time: opening, rested: 0)
    for stop in places.indices {
      moment = moment.flatMap { travel([$0], to: stop, []).first }.flatMap { serve(stop, $0) }
      if moment == nil, let job = places[stop].job {
        return .timeWindow(job: job, vehicle: route.vehicle)
      }
    }
    return .break(vehicle: route.vehicle)
  }
}
