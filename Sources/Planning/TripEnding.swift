import Domain
import Optimiser

/// When and how a courier leaves an island once the work there is planned, in seconds of the day.
struct TripEnding {
  /// Of the boat back, on the day it leaves.
  let departs: Int
  let arrives: Int
  /// At the base; where the courier stays overnight, at the island's pier.
  let returns: Int
  /// When the break starts, if it was not taken on the way out.
  let rest: Int?

  /// - Parameter seats: Given a seat on an earlier boat than the one that was kept for the courier,
  ///   where there is one.
  init(_ trip: IslandTrip, _ schedule: Schedule, seats: inout BoatSeats) {
    let pier = schedule.returnSeconds
    let rest = schedule.breaks.first?.start ?? Self.restBeforeWork(trip, schedule)
    let last = trip.lastReturn
    guard trip.nightsAway == 0 else {
      departs = last
      arrives = departs + trip.sailing.minutesBack * 60
      returns = pier
      self.rest = rest
      return
    }
    let owed = rest == nil ? trip.owedRest : nil
    let ways = Self.departures(of: trip, from: pier, until: last)
      .map { trip.wayBack(departure: $0, from: pier, owing: owed) }
      .filter { $0.returns <= trip.shiftEnd || $0.departs == last }
    let chosen = trip.boat == .scheduled ? seats.change(trip, to: ways.map(\.departs)) : nil
    let way =
      ways.first { $0.departs == chosen ?? $0.departs }
      ?? trip.wayBack(departure: last, from: pier, owing: owed)
    departs = way.departs
    arrives = way.arrives
    returns = way.returns
    self.rest = rest ?? way.rest
  }

  /// The break of a courier who waits at the island's pier before setting out.
  private static func restBeforeWork(_ trip: IslandTrip, _ schedule: Schedule) -> Int? {
    guard let rest = trip.owedRest else { return nil }
    let starts = max(Int(rest.earliest.seconds), trip.ashore.lowerBound)
    let isOver = starts + rest.minutes * 60 <= schedule.leaveSeconds
    return isOver && starts <= Int(rest.latest.seconds) ? starts : nil
  }

  /// The boats back that a courier at the pier at `pier` can take, the earliest first.
  private static func departures(of trip: IslandTrip, from pier: Int, until last: Int) -> [Int] {
    let ready = pier + trip.boardingSeconds
    switch (trip.boat, trip.sailing.timetable) {
    case (.own, _): return [min(ready, last)]
    case (_, .charter(_, let hours)): return [min(max(ready, Int(hours.lowerBound.seconds)), last)]
    case (_, .scheduled(_, let returns)):
      return returns.map { Int($0.seconds) }.filter { (ready...max(ready, last)).contains($0) }
    }
  }
}
