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
  /// Why couriers who cannot get there at all cannot.
  let refusals: [CourierID: LeftOutReason]
  /// What would bring its cards into a run, where no courier can get there.
  let remedy: Remedy?
}
