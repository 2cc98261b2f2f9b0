import Domain
import Geometry

/// Finds the boats with which couriers can serve an island on a day.
struct TripFinder: Sendable {
  /// How many days ahead a boat is looked for.
  static let daysAhead = 60

  /// In order of route.
  private let sailings: [Sailing]
  private let shores: Shores
  /// The ways of each courier to and from each sailing's pier, in seconds, in the order of both;
  /// nothing where there is none.
  private let ways: [CourierID: [Way?]]

  private struct Way {
    let outSeconds: Int
    let backSeconds: Int
  }

  init(_ sailings: [Sailing], shores: Shores, couriers: [Courier], travel: any TravelModel) {
    let sorted = sailings.sorted { $0.route < $1.route }
    self.sailings = sorted
    self.shores = shores
    var ways: [CourierID: [Way?]] = [:]
    for courier in couriers {
      let home = shores.shore(of: courier.base)
      ways[courier.id] = sorted.map { sailing in
        let pier = sailing.pier.coordinate
        guard shores.shore(of: pier) == home,
          let out = travel.seconds(from: courier.base, to: pier, for: courier, in: nil),
          let back = travel.seconds(from: pier, to: courier.base, for: courier, in: nil)
        else { return nil }
        return Way(outSeconds: out, backSeconds: back)
      }
    }
    self.ways = ways
  }

  /// The trips of `courier` to `island` on `date`: the first with the most time there, day trips
  /// before stays.
  func trips(of courier: Courier, to island: Int, on date: CalendarDate) -> [IslandTrip] {
    var trips: [IslandTrip] = []
    for (sailing, way) in options(of: courier, to: island) where boat(of: courier, sailing) != nil {
      trips += self.trips(of: courier, with: sailing, on: date, way)
    }
    return trips.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      return (one.nightsAway, -one.workingSeconds, one.arrives, left.offset)
        < (other.nightsAway, -other.workingSeconds, other.arrives, right.offset)
    }.map(\.element)
  }

  /// Why `courier`, who has no trip to `island` on `date`, has none.
  func refusal(of courier: Courier, to island: Int, on date: CalendarDate) -> LeftOutReason {
    let routes = sailings.filter { shores.shore(of: $0.islandPier.coordinate) == island }
    guard !routes.isEmpty else { return .noSailing }
    let near = options(of: courier, to: island)
    if near.isEmpty { return .unreachable }
    let able = near.filter { boat(of: courier, $0.sailing) != nil }
    if able.isEmpty { return .skill }
    return able.contains { $0.sailing.runs(on: date) || boat(of: courier, $0.sailing) == .own }
      ? .noSailingBack : .noSailing
  }

  /// The first day after `date`, within ``daysAhead``, on which one of `couriers` has a trip.
  func nextTrip(
    of couriers: [Courier], to island: Int, after date: CalendarDate
  ) -> (route: String, date: CalendarDate)? {
    for days in 1...Self.daysAhead {
      let day = date.adding(days: days)
      for courier in couriers {
        if let trip = trips(of: courier, to: island, on: day).first {
          return (trip.sailing.route, day)
        }
      }
    }
    return nil
  }

  /// The routes to `island`, in order.
  func routes(to island: Int) -> [String] {
    sailings.filter { shores.shore(of: $0.islandPier.coordinate) == island }.map(\.route)
  }

  /// The sailings to `island` whose pier the courier can reach.
  private func options(
    of courier: Courier, to island: Int
  ) -> [(sailing: Sailing, way: Way)] {
    zip(sailings, ways[courier.id] ?? []).compactMap { sailing, way in
      guard let way, shores.shore(of: sailing.islandPier.coordinate) == island else { return nil }
      return (sailing, way)
    }
  }

  /// The boat a courier would take; nothing if hiring one is needed and the courier may not.
  private func boat(of courier: Courier, _ sailing: Sailing) -> Crossing.Boat? {
    if courier.vehicle == .boat, courier.skills.contains(.boat) { return .own }
    guard sailing.isCharter else { return .scheduled }
    return courier.skills.contains(.boat) ? .charter : nil
  }

  private func trips(
    of courier: Courier, with sailing: Sailing, on date: CalendarDate, _ way: Way
  ) -> [IslandTrip] {
    guard let boat = boat(of: courier, sailing), boat == .own || sailing.runs(on: date) else {
      return []
    }
    let builder = TripBuilder(
      courier: courier, sailing: sailing, boat: boat, roadOutSeconds: way.outSeconds,
      roadBackSeconds: way.backSeconds)
    return builder.dayTrips() + builder.stays(from: date)
  }
}
