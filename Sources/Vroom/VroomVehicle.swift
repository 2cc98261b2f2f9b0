/// A vehicle as the file gives it.
public struct VroomVehicle: Sendable {
  /// One end of its route.
  struct Place {
    let coordinates: VroomCoordinates?
    let locationIndex: Int?
    let path: VroomPath
    let indexPath: VroomPath
  }

  public let id: Int
  public let description: String?
  let profile: String
  let start: Place?
  let end: Place?
  /// One value per dimension, or none.
  let capacity: [Int]
  let skills: [Int]
  /// nil means any time.
  let timeWindow: ClosedRange<Int>?
  /// In the order of their windows.
  let breaks: [VroomBreak]
  /// How long one second of the matrix takes it, in hundredths of seconds.
  let hundredthsPerSecond: Int
  let maximumTasks: Int?
  let maximumTravelSeconds: Int?
  let maximumDistanceMetres: Int?
  let costs: VroomCosts
  let steps: [VroomStep]?
  let path: VroomPath

  private static let keys: Set = [
    "id", "profile", "description", "start", "start_index", "end", "end_index", "capacity",
    "costs", "skills", "type", "time_window", "breaks", "speed_factor", "max_tasks",
    "max_travel_time", "max_distance", "steps",
  ]

  init(_ field: VroomField, notes: inout [VroomNote]) throws(VroomError) {
    let object = try field.object()
    notes += object.notes(knowing: Self.keys)
    path = field.path
    id = try object.require("id").whole(in: VroomLimits.id)
    profile = try object["profile"]?.string() ?? "car"
    description = try object["description"]?.string()
    start = try Self.place("start", of: object)
    end = try Self.place("end", of: object)
    guard start != nil || end != nil else {
      throw .missing(path: VroomPath.key(path, "start").text)
    }
    capacity = try object["capacity"]?.wholes(in: VroomLimits.amount) ?? []
    skills = try object["skills"]?.wholes(in: VroomLimits.skill) ?? []
    timeWindow = try object["time_window"]?.timeWindow()
    breaks = try Self.breaks(object["breaks"], notes: &notes)
    let factor = try object["speed_factor"]?.number(in: VroomLimits.speedFactor) ?? 1
    hundredthsPerSecond = Int((100 / factor).rounded())
    maximumTasks = try object["max_tasks"]?.whole(in: VroomLimits.amount)
    maximumTravelSeconds = try object["max_travel_time"]?.whole(in: VroomLimits.amount)
    maximumDistanceMetres = try object["max_distance"]?.whole(in: VroomLimits.amount)
    costs = try VroomCosts(object["costs"], notes: &notes)
    steps = try object["steps"]?.entries()
      .map { (entry) throws(VroomError) in try VroomStep(entry) }
  }

  private static func place(
    _ key: String, of object: VroomObject
  ) throws(VroomError) -> Place? {
    let coordinates = try object[key]?.coordinates()
    let index = try object["\(key)_index"]?.whole(in: VroomLimits.amount)
    guard coordinates != nil || index != nil else { return nil }
    return Place(
      coordinates: coordinates, locationIndex: index, path: .key(object.path, key),
      indexPath: .key(object.path, "\(key)_index"))
  }

  private static func breaks(
    _ field: VroomField?, notes: inout [VroomNote]
  ) throws(VroomError) -> [VroomBreak] {
    var breaks: [VroomBreak] = []
    for entry in try field?.entries() ?? [] {
      let pause = try VroomBreak(entry, notes: &notes)
      guard !breaks.contains(where: { $0.id == pause.id }) else {
        throw .repeatedID(path: entry.path.text, id: pause.id)
      }
      breaks.append(pause)
    }
    return breaks.enumerated().sorted { left, right in
      let (ours, theirs) = (left.element.timeWindow, right.element.timeWindow)
      return (ours?.lowerBound ?? 0, ours?.upperBound ?? .max, left.offset)
        < (theirs?.lowerBound ?? 0, theirs?.upperBound ?? .max, right.offset)
    }.map(\.element)
  }
}
