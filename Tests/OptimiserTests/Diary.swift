import Optimiser

/// A schedule read line by line, for what nobody could have done.
struct Diary {
  private let schedule: Schedule
  private let route: Route
  private let problem: Problem
  private let vehicle: Vehicle

  /// One stretch of time in which the driver is busy with one thing.
  private struct Entry {
    var what: String
    var start: Int
    var end: Int
  }

  init(_ schedule: Schedule, of route: Route, in problem: Problem) {
    self.schedule = schedule
    self.route = route
    self.problem = problem
    vehicle = problem.vehicles[route.vehicle]
  }

  var oddities: [String] {
    orderOddities + stopOddities + reloadOddities + breakOddities + sumOddities
  }

  private var orderOddities: [String] {
    var entries = schedule.stops.map {
      Entry(what: "job \($0.job)", start: $0.start, end: $0.departure)
    }
    entries += schedule.reloads.map { Entry(what: "reload", start: $0.arrival, end: $0.departure) }
    entries += schedule.breaks.map {
      Entry(what: "break \($0.index)", start: $0.start, end: $0.end)
    }
    entries.sort { ($0.start, $0.end) < ($1.start, $1.end) }
    var oddities: [String] = []
    var free = schedule.leaveSeconds
    for entry in entries {
      if entry.start < free {
        oddities.append("\(entry.what) begins at \(entry.start), not free until \(free)")
      }
      free = max(free, entry.end)
    }
    if schedule.returnSeconds < free { oddities.append("back before the last thing is done") }
    return oddities
  }

  private var stopOddities: [String] {
    var oddities: [String] = []
    if schedule.stops.map(\.job) != route.jobs { oddities.append("other jobs than the route's") }
    for stop in schedule.stops {
      let job = problem.jobs[stop.job]
      if !job.timeWindows.isEmpty,
        !job.timeWindows.contains(where: { $0.contains(Int32(stop.start)) })
      {
        oddities.append("job \(stop.job) begins at \(stop.start), outside its windows")
      }
      if stop.departure - stop.start != job.serviceSeconds {
        oddities.append("job \(stop.job) takes \(stop.departure - stop.start) s")
      }
      if stop.arrival > stop.start { oddities.append("job \(stop.job) begins before arrival") }
    }
    return oddities
  }

  private var reloadOddities: [String] {
    var oddities: [String] = []
    if schedule.reloads.map(\.beforeStop) != route.reloadsBefore {
      oddities.append("reloads before \(schedule.reloads.map(\.beforeStop))")
    }
    for visit in schedule.reloads {
      let next = schedule.stops[visit.beforeStop]
      let last = schedule.stops[visit.beforeStop - 1]
      if visit.arrival < last.departure || next.arrival < visit.departure {
        oddities.append("reload at \(visit.arrival) is not between its stops")
      }
      if visit.departure - visit.arrival < vehicle.reload?.seconds ?? 0 {
        oddities.append("reload takes \(visit.departure - visit.arrival) s")
      }
    }
    return oddities
  }

  private var breakOddities: [String] {
    var oddities: [String] = []
    for pause in schedule.breaks {
      let owed = vehicle.breaks[pause.index]
      if !owed.window.contains(Int32(pause.start)) {
        oddities.append("break \(pause.index) begins at \(pause.start)")
      }
      if pause.end - pause.start != owed.durationSeconds {
        oddities.append("break \(pause.index) ends at \(pause.end)")
      }
      let position = pause.beforeStop
      if position > 0, pause.start < schedule.stops[position - 1].departure {
        oddities.append("break \(pause.index) during a stop")
      }
      if position < schedule.stops.count, pause.end > schedule.stops[position].start {
        oddities.append("break \(pause.index) runs into a stop")
      }
    }
    return oddities
  }

  private var sumOddities: [String] {
    var oddities: [String] = []
    let rest = schedule.breaks.reduce(0) { $0 + $1.end - $1.start }
    if schedule.durationSeconds != schedule.returnSeconds - schedule.leaveSeconds - rest {
      oddities.append("duration \(schedule.durationSeconds)")
    }
    if schedule.waitingSeconds < 0 { oddities.append("waiting \(schedule.waitingSeconds)") }
    if schedule.leaveSeconds < vehicle.shift.lowerBound
      || schedule.returnSeconds > vehicle.shift.upperBound
    {
      oddities.append("outside the shift")
    }
    if schedule.travelSeconds > vehicle.maximumTravelSeconds ?? .max {
      oddities.append("travels \(schedule.travelSeconds) s")
    }
    if schedule.distanceMetres > vehicle.maximumDistanceMetres ?? .max {
      oddities.append("goes \(schedule.distanceMetres) m")
    }
    return oddities
  }
}
