import Domain

/// A part of the regency that is planned as one problem: a kecamatan with the couriers sent to it,
/// an island of it, or everything where runs may cross borders.
struct PlanArea: Sendable {
  /// Nothing where runs may cross borders.
  let kecamatan: RegionCode?
  /// The shore of the island; nothing on the main land.
  let island: Int?
  /// In order of kecamatan and door.
  let stops: [PlannedStop]
  /// In order of identifier; may be empty.
  let couriers: [Courier]
  /// The boat trip of each courier; nothing for those who get there by road.
  let trips: [IslandTrip?]
  /// For each courier the stays overnight that give more time on the island than the trip; empty
  /// for those who get there by road.
  let stays: [[IslandTrip]]
  /// Why couriers who cannot get there at all cannot.
  let refusals: [CourierID: LeftOutReason]
  /// What would bring its cards into a run, where no courier can get there.
  let remedy: Remedy?

  /// The same area with another trip of one courier, who then stays as long as anyone can.
  func sending(courier index: Int, with trip: IslandTrip) -> PlanArea {
    var (trips, stays) = (trips, stays)
    trips[index] = trip
    stays[index] = []
    return PlanArea(
      kecamatan: kecamatan, island: island, stops: stops, couriers: couriers, trips: trips,
      stays: stays, refusals: refusals, remedy: remedy)
  }
}
