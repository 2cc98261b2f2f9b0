/// Places and the ways between them, from matrices or from coordinates alone.
struct VroomRoads {
  let places: VroomPlaces
  let profiles: [VroomProfile]
  /// Indices into ``profiles``.
  let profileOfVehicle: [Int]

  /// - Parameter object: The whole file.
  init(
    _ object: VroomObject, jobs: [VroomJob], vehicles: [VroomVehicle], notes: inout [VroomNote]
  ) throws(VroomError) {
    var names: [String] = []
    for vehicle in vehicles where !names.contains(vehicle.profile) { names.append(vehicle.profile) }
    guard let matrices = try Self.matrices(object, names: names, notes: &notes) else {
      notes.append(.straightLines(metresPerHour: StraightLines.metresPerHour))
      places = try VroomPlaces(jobs: jobs, vehicles: vehicles, size: nil)
      profiles = [try StraightLines.profile(places.coordinates)]
      profileOfVehicle = vehicles.map { _ in 0 }
      return
    }
    places = try VroomPlaces(jobs: jobs, vehicles: vehicles, size: matrices.size)
    profiles = try names.map { (name) throws(VroomError) in
      try matrices.profile(name, notes: &notes)
    }
    notes += matrices.notes(using: names)
    profileOfVehicle = vehicles.map { vehicle in names.firstIndex(of: vehicle.profile) ?? 0 }
  }

  private static func matrices(
    _ object: VroomObject, names: [String], notes: inout [VroomNote]
  ) throws(VroomError) -> VroomMatrices? {
    let first = names.first ?? "car"
    if let matrices = object["matrices"] {
      return try VroomMatrices(matrices.object(), firstProfile: first)
    }
    guard let matrix = object["matrix"] else { return nil }
    notes.append(.oldMatrix)
    let durations = JSONValue.object([.init("durations", matrix.value)])
    let members = names.map { JSONValue.Member($0, durations) }
    return try VroomMatrices(
      VroomObject(members: members, path: .key(.root, "matrix")), firstProfile: first)
  }
}
