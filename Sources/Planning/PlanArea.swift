import Domain

/// A part of the regency that is planned as one problem: a kecamatan with the couriers sent to it,
/// or everything where runs may cross borders.
struct PlanArea: Sendable {
  /// Nothing where runs may cross borders.
  let kecamatan: RegionCode?
  /// In order of kecamatan and door.
  let stops: [PlannedStop]
  /// In order of identifier; may be empty.
  let couriers: [Courier]
}
