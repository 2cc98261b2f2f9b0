import Domain

/// How many couriers are already on each boat of a day.
struct BoatSeats: Sendable {
  private enum Direction: Hashable { case out, back }

  private struct Boat: Hashable {
    let route: String
    let direction: Direction
    let daysLater: Int
    /// When it leaves; nothing for boats for hire, which share one number for the day.
    let departs: Int?
  }

  private var taken: [Boat: Int] = [:]

  /// Takes seats there and back for the first of `trips` that has them; nothing if none has.
  mutating func take(_ trips: [IslandTrip]) -> IslandTrip? {
    for trip in trips {
      guard trip.boat != .own else { return trip }
      let seats = [
        seat(.out, of: trip, trip.departs), seat(.back, of: trip, trip.lastReturn),
      ]
      guard seats.allSatisfy({ taken[$0] ?? 0 < trip.sailing.capacity }) else { continue }
      for seat in seats { taken[seat, default: 0] += 1 }
      return trip
    }
    return nil
  }

  /// Gives up the seats that `trip` took.
  mutating func release(_ trip: IslandTrip) {
    guard trip.boat != .own else { return }
    taken[seat(.out, of: trip, trip.departs), default: 1] -= 1
    taken[seat(.back, of: trip, trip.lastReturn), default: 1] -= 1
  }

  /// Gives up the seat back of `trip` for one on the first of `departures` that has one.
  ///
  /// - Parameter departures: Of scheduled boats; the one with the seat is among them.
  mutating func change(_ trip: IslandTrip, to departures: [Int]) -> Int? {
    let held = trip.lastReturn
    let departure = departures.first {
      $0 == held || taken[seat(.back, of: trip, $0)] ?? 0 < trip.sailing.capacity
    }
    guard let departure else { return nil }
    taken[seat(.back, of: trip, held), default: 1] -= 1
    taken[seat(.back, of: trip, departure), default: 0] += 1
    return departure
  }

  private func seat(_ direction: Direction, of trip: IslandTrip, _ departure: Int) -> Boat {
    Boat(
      route: trip.sailing.route, direction: direction,
      daysLater: direction == .back ? trip.nightsAway : 0,
      departs: trip.boat == .scheduled ? departure : nil)
  }
}
