import Domain
import Geometry
import Optimiser

/// Turns the optimiser's routes back into runs with clock times.
struct RunWriter {
  let problem: AreaProblem
  let travel: any TravelModel

  /// The run of `route` under the number `id`, with a seat of `seats` on the boat back.
  ///
  /// - Throws: ``PlanningError/unusableRun(_:)`` if the route cannot be driven.
  func run(
    _ route: Route, id: RunID, seats: inout BoatSeats
  ) throws(PlanningError) -> Run {
    let schedule: Schedule
    do {
      schedule = try problem.problem.schedule(of: route)
    } catch {
      throw .unusableRun("\(error)")
    }
    let stops = try stops(of: schedule)
    if let trip = problem.area.trips[route.vehicle] {
      return try run(route, id: id, on: trip, schedule, stops, seats: &seats)
    }
    let courier = problem.area.couriers[route.vehicle]
    return Run(
      id: id, courier: courier.id, kecamatan: problem.area.kecamatan,
      leaves: try time(schedule.leaveSeconds), returns: try time(schedule.returnSeconds),
      restStarts: try (schedule.breaks.first?.start).map(time),
      travel: .seconds(schedule.travelSeconds),
      distance: distance(of: [courier.base] + places(of: stops) + [courier.base], courier),
      stops: stops)
  }

  /// A run with the boats of `trip` around what `schedule` says about the island.
  private func run(
    _ route: Route, id: RunID, on trip: IslandTrip, _ schedule: Schedule, _ stops: [Stop],
    seats: inout BoatSeats
  ) throws(PlanningError) -> Run {
    let courier = problem.area.couriers[route.vehicle]
    let ending = TripEnding(trip, schedule, seats: &seats)
    let (pier, islandPier) = (trip.sailing.pier, trip.sailing.islandPier)
    var crossings = [
      Crossing(
        route: trip.sailing.route, boat: trip.boat, from: pier, to: islandPier,
        departs: try time(trip.departs), arrives: try time(trip.arrives), beforeStop: 1,
        note: trip.sailing.note)
    ]
    crossings.append(
      Crossing(
        route: trip.sailing.route, boat: trip.boat, from: islandPier, to: pier,
        departs: try time(ending.departs), arrives: try time(ending.arrives),
        beforeStop: stops.count + 1, daysLater: trip.nightsAway, note: trip.sailing.note))
    var metres = distance(of: [courier.base, pier.coordinate], courier)
    metres += distance(
      of: [islandPier.coordinate] + places(of: stops) + [islandPier.coordinate], courier)
    var travelSeconds = schedule.travelSeconds + trip.roadOutSeconds
    if trip.nightsAway == 0 {
      travelSeconds += trip.roadBackSeconds
      metres += distance(of: [pier.coordinate, courier.base], courier)
    }
    return Run(
      id: id, courier: courier.id, kecamatan: problem.area.kecamatan,
      leaves: try time(trip.leaves), returns: try time(ending.returns),
      restStarts: try (trip.rest ?? ending.rest).map(time), travel: .seconds(travelSeconds),
      distance: metres, stops: stops, crossings: crossings)
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

  private func places(of stops: [Stop]) -> [Coordinate] { stops.map(\.location.coordinate) }

  private func distance(of places: [Coordinate], _ courier: Courier) -> Metres {
    let profile = courier.vehicle.profile
    let metres = zip(places, places.dropFirst()).reduce(0.0) { sum, leg in
      let distance = travel.distance(
        from: leg.0, to: leg.1, by: profile, in: problem.area.kecamatan)
      return sum + (distance?.value ?? 0)
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
