/// What a vehicle costs, in the unit of the file.
struct VroomCosts {
  static let ordinaryPerHour = 3_600

  let fixed: Int
  let perHour: Int
  let perKilometre: Int
  /// Per hour of setup, service and breaks.
  let perTaskHour: Int

  private static let keys: Set = ["fixed", "per_hour", "per_km", "per_task_hour"]

  /// - Parameter field: The object `costs`, if there is one.
  init(_ field: VroomField?, notes: inout [VroomNote]) throws(VroomError) {
    let object = try field?.object()
    notes += object?.notes(knowing: Self.keys) ?? []
    fixed = try object?["fixed"]?.whole(in: VroomLimits.amount) ?? 0
    perHour = try object?["per_hour"]?.whole(in: VroomLimits.amount) ?? Self.ordinaryPerHour
    perKilometre = try object?["per_km"]?.whole(in: VroomLimits.amount) ?? 0
    perTaskHour = try object?["per_task_hour"]?.whole(in: VroomLimits.amount) ?? 0
  }
}
