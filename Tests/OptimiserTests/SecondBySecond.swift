import Optimiser

/// The truth about one route by living through every second of every choice: leave or not, go on,
/// wait, begin to serve, begin a break.
///
/// Only for routes of a minute or so.
struct SecondBySecond {
  struct Day: Equatable {
    var leaving: Int
    var back: Int
    var durationSeconds: Int
  }

  /// On the way to `place`, with `left` seconds of way and setup ahead and `rested` breaks behind.
  private struct State: Hashable {
    var place: Int
    var left: Int
    var rested: Int
  }

  private let vehicle: Vehicle
  /// Way and setup to each place and, last, back.
  private let legs: [Int]
  private let places: [(windows: [ClosedRange<Int32>], service: Int)]

  init(_ route: Route, in problem: Problem) {
    vehicle = problem.vehicles[route.vehicle]
    let travel = problem.travel[vehicle.profile]
    var here = vehicle.startLocation
    var doorBefore: Int?
    var legs: [Int] = []
    var places: [(windows: [ClosedRange<Int32>], service: Int)] = []
    func go(to there: Int) {
      legs.append(here.map { Int(travel.seconds(from: $0, to: there)) } ?? 0)
      here = there
    }
    for (position, index) in route.jobs.enumerated() {
      if let reload = vehicle.reload, route.reloadsBefore.contains(position) {
        go(to: reload.location)
        places.append(([], Int(reload.seconds)))
        doorBefore = nil
      }
      let job = problem.jobs[index]
      go(to: job.location)
      if doorBefore != job.location { legs[legs.count - 1] += Int(job.setupSeconds) }
      doorBefore = job.location
      places.append((job.timeWindows, Int(job.serviceSeconds)))
    }
    if let end = vehicle.endLocation { go(to: end) } else { legs.append(0) }
    self.legs = legs
    self.places = places
  }

  /// The earliest day back and, of those, the one that leaves last and rests most; nil when there
  /// is none.
  var day: Day? {
    let shift = Int(vehicle.shift.lowerBound)...Int(vehicle.shift.upperBound)
    var best: Day?
    for leaving in shift {
      guard let back = earliestBack(leaving: leaving, shift) else { continue }
      if back.time <= best?.back ?? .max {
        best = Day(
          leaving: leaving, back: back.time, durationSeconds: back.time - leaving - back.rest)
      }
    }
    return best
  }

  private func earliestBack(
    leaving: Int, _ shift: ClosedRange<Int>
  ) -> (time: Int, rest: Int)? {
    let before = restedBefore(leaving)
    var states = [Set<State>](repeating: [], count: shift.upperBound + 100)
    states[leaving] = [State(place: 0, left: legs[0], rested: before)]
    for now in leaving...shift.upperBound {
      let backs = states[now].filter { isBack($0, at: now) }.map(\.rested)
      if let rested = backs.max() {
        return (now, vehicle.breaks[before..<rested].reduce(0) { $0 + Int($1.durationSeconds) })
      }
      var open = Array(states[now])
      while let state = open.popLast() {
        for (next, time) in choices(in: state, at: now) where time < states.count {
          if states[time].insert(next).inserted, time == now { open.append(next) }
        }
      }
      // What takes no time may have led back.
      if let rested = states[now].filter({ isBack($0, at: now) }).map(\.rested).max() {
        return (now, vehicle.breaks[before..<rested].reduce(0) { $0 + Int($1.durationSeconds) })
      }
    }
    return nil
  }

  private func choices(in state: State, at now: Int) -> [(State, Int)] {
    var choices = [(state, now + 1)]
    if state.left > 0 {
      var onward = state
      onward.left -= 1
      choices.append((onward, now + 1))
    } else if state.place < places.count {
      let place = places[state.place]
      if place.windows.isEmpty || place.windows.contains(where: { $0.contains(Int32(now)) }) {
        let onward = State(
          place: state.place + 1, left: legs[state.place + 1], rested: state.rested)
        choices.append((onward, now + place.service))
      }
    }
    if state.rested < vehicle.breaks.count {
      let pause = vehicle.breaks[state.rested]
      if pause.window.contains(Int32(now)) {
        var rested = state
        rested.rested += 1
        choices.append((rested, now + Int(pause.durationSeconds)))
      }
    }
    return choices
  }

  /// Whether everything is done but breaks that can still be taken afterwards.
  private func isBack(_ state: State, at now: Int) -> Bool {
    state.place == places.count && state.left == 0
      && (state.rested == vehicle.breaks.count
        || now <= vehicle.breaks[state.rested].window.upperBound)
  }

  /// The breaks that are over at `leaving` if each is taken as early as can be.
  private func restedBefore(_ leaving: Int) -> Int {
    var now = Int(vehicle.shift.lowerBound)
    var rested = 0
    for pause in vehicle.breaks {
      guard now <= pause.window.upperBound else { break }
      now = max(now, Int(pause.window.lowerBound)) + Int(pause.durationSeconds)
      guard now <= leaving else { break }
      rested += 1
    }
    return rested
  }
}
