import Domain

/// A courier's way to an island and back on one day, in seconds of that day.
struct IslandTrip: Hashable, Sendable {
  let sailing: Sailing
  let boat: Crossing.Boat
  /// From the base.
  let leaves: Int
  let departs: Int
  let arrives: Int
  /// When the courier can be on the way on the island; at its pier at both ends.
  let ashore: ClosedRange<Int>
  /// The departure of the last boat to come back with; of a stay, of the boat that ends it.
  let lastReturn: Int
  /// How many days later that boat leaves; above zero where the courier stays overnight.
  let nightsAway: Int
  let roadOutSeconds: Int
  let roadBackSeconds: Int
  /// When the break starts, if it is taken on the way out.
  let rest: Int?
  /// The break, if it is still to be taken on the island or on the way back.
  let owedRest: Shift.Break?
  let shiftEnd: Int

  /// The time for work on the island, in seconds.
  ///
  /// A break that may begin after the island is left takes nothing of it.
  var workingSeconds: Int {
    let owed = owedRest.map { Int($0.latest.seconds) < ashore.upperBound ? $0.minutes * 60 : 0 }
    return max(0, ashore.upperBound - ashore.lowerBound - (owed ?? 0))
  }

  /// How long before a boat leaves the courier has to be at its pier.
  var boardingSeconds: Int { boat == .own ? 0 : sailing.boardingMinutes * 60 }

  /// The way back with the boat at `departure`, for a courier who is at the island's pier at `pier`.
  func wayBack(departure: Int, from pier: Int, owing rest: Shift.Break?) -> WayBack {
    WayBack(
      departure: departure, sailingSeconds: sailing.minutesBack * 60,
      roadSeconds: roadBackSeconds, from: pier, owing: rest)
  }
}
