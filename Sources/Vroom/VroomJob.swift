/// A job as the file gives it: one visit.
public struct VroomJob: Sendable {
  public let id: Int
  public let description: String?
  public let coordinates: VroomCoordinates?
  /// As the file gives it, where there are matrices.
  public let locationIndex: Int?
  let setupSeconds: Int
  let serviceSeconds: Int
  /// One value per dimension, or none.
  let delivery: [Int]
  let pickup: [Int]
  let skills: [Int]
  let priority: Int
  /// When setup may start, in order and apart; empty means any time.
  let timeWindows: [ClosedRange<Int>]
  let path: VroomPath

  private static let keys: Set = [
    "id", "description", "location", "location_index", "setup", "service", "delivery", "pickup",
    "skills", "priority", "time_windows",
  ]

  init(_ field: VroomField, notes: inout [VroomNote]) throws(VroomError) {
    let object = try field.object()
    for key in ["setup_per_type", "service_per_type"] {
      if let field = object[key] { throw field.unsupported(.timesByVehicleType) }
    }
    notes += object.notes(knowing: Self.keys)
    path = field.path
    id = try object.require("id").whole(in: VroomLimits.id)
    description = try object["description"]?.string()
    coordinates = try object["location"]?.coordinates()
    locationIndex = try object["location_index"]?.whole(in: VroomLimits.amount)
    setupSeconds = try object["setup"]?.whole(in: VroomLimits.amount) ?? 0
    serviceSeconds = try object["service"]?.whole(in: VroomLimits.amount) ?? 0
    delivery = try object["delivery"]?.wholes(in: VroomLimits.amount) ?? []
    pickup = try object["pickup"]?.wholes(in: VroomLimits.amount) ?? []
    skills = try object["skills"]?.wholes(in: VroomLimits.skill) ?? []
    priority = try object["priority"]?.whole(in: VroomLimits.priority) ?? 0
    timeWindows = try object["time_windows"]?.timeWindows() ?? []
  }
}
