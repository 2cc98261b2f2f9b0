import Domain
import Geometry
import Optimiser

/// Turns the optimiser's routes back into runs with clock times.
struct RunWriter {
  let problem: AreaProblem
  let travel: any TravelModel

  /// The run of `route` under the number `id`.
  ///
  /// - Throws: ``PlanningError/unusableRun(_:)`` if the route cannot be driven.
  func run(_ route: Route, id: RunID) throws(PlanningError) -> Run {
    let schedule: Schedule
    do {
      schedule = try problem.problem.schedule(of: route)
    } catch {
      throw .unusableRun("\(error)")
    }
    let courier = problem.area.couriers[route.vehicle]
    let stops = try stops(of: schedule)
    let rest = schedule.breaks.first
    return Run(
      id: id, courier: courier.id, kecamatan: problem.area.kecamatan,
      leaves: try time(schedule.leaveSeconds), returns: try time(schedule.returnSeconds),
      restStarts: try rest.map { pause throws(PlanningError) in try time(pause.start) },
      travel: .seconds(schedule.travelSeconds), distance: distance(of: stops, from: courier.base),
      stops: stops)
  }

  /// One stop per visit; visits at one house without anything between them are one stop.
  private func stops(of schedule: Schedule) throws(PlanningError) -> [Stop] {
    var visits: [(visit: Schedule.Stop, cards: [CardID])] = []
    let jobs = problem.problem.jobs
    for visit in schedule.stops {
      let cards = problem.area.stops[problem.stopOfJob[visit.job]].cards.map(\.id)
      if let last = visits.last, jobs[last.visit.job].location == jobs[visit.job].location,
        last.visit.departure == visit.start
      {
        visits[visits.count - 1].visit.departure = visit.departure
        visits[visits.count - 1].cards += cards
      } else {
        visits.append((visit, cards))
      }
    }
    var stops: [Stop] = []
    for (number, (visit, cards)) in zip(1..., visits) {
      let stop = problem.area.stops[problem.stopOfJob[visit.job]]
      stops.append(
        Stop(
          number: number, location: stop.location, desa: stop.desa,
          arrives: try time(visit.arrival), starts: try time(visit.start),
          departs: try time(visit.departure), cards: cards.sorted()))
    }
    return stops
  }

  private func distance(of stops: [Stop], from base: Coordinate) -> Metres {
    let places = [base] + stops.map(\.location.coordinate) + [base]
    let metres = zip(places, places.dropFirst()).reduce(0.0) {
      $0 + travel.distance(from: $1.0, to: $1.1, in: problem.area.kecamatan).value
    }
    return Metres(metres)
  }

  private func time(_ seconds: Int) throws(PlanningError) -> TimeOfDay {
    guard let time = TimeOfDay(seconds: Int32(clamping: seconds)) else {
      throw .unusableRun("\(seconds) s is no time of day")
    }
    return time
  }
}
