/// The earliest and latest times along one route, breaks and all, computed the plain way.
///
/// A state is a visit and the number of breaks already taken; being earlier in a state is never
/// worse, so one time per state is enough and the result is exact. This is the reference the
/// search is tested against; the search itself keeps the same times in flat memory.
struct Timetable {
  /// Where a time came from, to follow the best path back.
  struct State {
    var ready: Int
    var start: Int
    var departure: Int
    var breaksBefore: Int
  }

  let visits: [Visit]
  /// Travel to each visit and, last, back; `visits.count + 1` values.
  let travel: [Int]
  /// The same with setup.
  let legs: [Int]
  let breaks: [Break]

  init(visits: [Visit], travel: [Int], breaks: [Break]) {
    self.visits = visits
    self.travel = travel
    self.breaks = breaks
    legs = zip(travel, visits.map(\.setupSeconds) + [0]).map { $0 + $1 }
  }

  /// Returns the earliest states at each visit and the arrivals back, by breaks taken.
  ///
  /// - Parameter breaksTaken: Breaks that were over before leaving.
  func earliest(leaving: Int, breaksTaken: Int) -> (stops: [[State?]], end: [State?]) {
    var departures = [Int?](repeating: nil, count: breaks.count + 1)
    departures[breaksTaken] = leaving
    var stops: [[State?]] = []
    for (visit, leg) in zip(visits, legs) {
      let states = arrivals(from: departures, leg: leg).map { arrival in
        arrival.flatMap { serve(visit.facts, $0) }
      }
      departures = states.map { $0?.departure }
      stops.append(states)
    }
    let end = arrivals(from: departures, leg: legs[visits.count]).enumerated().map { taken, state in
      // A break whose window is still open on return is taken after it.
      state.flatMap { isOwed(taken, at: $0.ready) ? nil : $0 }
    }
    return (stops, end)
  }

  /// Returns the latest leaving from which a return by `deadline` is possible, and the breaks
  /// that are over by then; nil when there is none from `opening` on.
  func latestLeaving(returningBy deadline: Int, opening: Int) -> (leaving: Int, taken: Int)? {
    var latest: [Int?] = (0...breaks.count).map { taken in
      taken < breaks.count ? min(deadline, Int(breaks[taken].window.upperBound)) : deadline
    }
    for index in visits.indices.reversed() {
      let job = visits[index].facts
      latest = latestDepartures(to: latest, leg: legs[index + 1]).map { departure in
        departure.flatMap { job.latestStart(upTo: $0 - Int(job.serviceSeconds)) }
      }
    }
    let leavings = latestDepartures(to: latest, leg: legs[0])
    var best: (leaving: Int, taken: Int)?
    var over = opening
    for taken in 0...breaks.count {
      if taken > 0 {
        let pause = breaks[taken - 1]
        guard over <= pause.window.upperBound else { break }
        over = max(over, Int(pause.window.lowerBound)) + Int(pause.durationSeconds)
      }
      guard let leaving = leavings[taken], leaving >= over else { continue }
      if leaving >= best?.leaving ?? .min { best = (leaving, taken) }
    }
    return best
  }

  private func serve(_ job: Job, _ arrival: State) -> State? {
    guard let start = job.earliestStart(from: arrival.ready) else { return nil }
    var state = arrival
    state.start = start
    state.departure = start + Int(job.serviceSeconds)
    return state
  }

  /// Whether the break after `taken` others has to be taken before a run may end at `moment`.
  private func isOwed(_ taken: Int, at moment: Int) -> Bool {
    taken < breaks.count && moment > breaks[taken].window.upperBound
  }

  /// Carries departures over a leg, with every number of breaks on the way.
  private func arrivals(from departures: [Int?], leg: Int) -> [State?] {
    var result = [State?](repeating: nil, count: breaks.count + 1)
    for (taken, departure) in departures.enumerated() {
      guard var free = departure else { continue }
      var ready = free + leg
      for next in taken...breaks.count {
        // Later departures win ties: they took their breaks earlier.
        if ready <= result[next]?.ready ?? .max {
          result[next] = State(ready: ready, start: ready, departure: ready, breaksBefore: taken)
        }
        guard next < breaks.count, free <= breaks[next].window.upperBound else { break }
        let opening = Int(breaks[next].window.lowerBound)
        let length = Int(breaks[next].durationSeconds)
        free = max(free, opening) + length
        ready = max(ready, opening) + length
      }
    }
    return result
  }

  /// Carries latest ready times back over a leg.
  private func latestDepartures(to ready: [Int?], leg: Int) -> [Int?] {
    ready.indices.map { taken in
      (taken...breaks.count).compactMap { next in
        ready[next].flatMap { latestDeparture(by: $0, leg: leg, breaks: taken..<next) }
      }.max()
    }
  }

  /// Returns the latest departure that is ready by `limit` with `pauses` taken on the way.
  private func latestDeparture(by limit: Int, leg: Int, breaks pauses: Range<Int>) -> Int? {
    var end = limit
    for pause in breaks[pauses].reversed() {
      end -= Int(pause.durationSeconds)
      guard end >= pause.window.lowerBound else { return nil }
    }
    // Only the first break binds the departure: the others begin later by their order.
    let closing = breaks[pauses].first.map { Int($0.window.upperBound) }
    return min(end - leg, closing ?? .max)
  }
}
