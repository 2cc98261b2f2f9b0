/// Where jobs are and routes begin and end, as indices of one numbering of places.
struct VroomPlaces {
  let ofJobs: [Int]
  /// nil where a route begins at its first job.
  let starts: [Int?]
  /// nil where a route ends at its last job.
  let ends: [Int?]
  /// Where the places are, when there are no matrices; equal coordinates are one place.
  let coordinates: [VroomCoordinates]

  /// - Parameter size: The number of rows of the matrices; nil where there are none.
  init(jobs: [VroomJob], vehicles: [VroomVehicle], size: Int?) throws(VroomError) {
    var numbering = Numbering(size: size)
    ofJobs = try jobs.map { (job) throws(VroomError) in
      try numbering.place(
        index: job.locationIndex, coordinates: job.coordinates,
        path: { .key(job.path, size == nil ? "location" : "location_index") })
    }
    starts = try vehicles.map { (vehicle) throws(VroomError) in
      try numbering.place(vehicle.start)
    }
    ends = try vehicles.map { (vehicle) throws(VroomError) in try numbering.place(vehicle.end) }
    coordinates = numbering.coordinates
  }

  /// Whether each job may be served right after something else at its place.
  var isShared: [Bool] {
    var uses: [Int: Int] = [:]
    for place in ofJobs + Set(starts.compactMap(\.self)) { uses[place, default: 0] += 1 }
    return ofJobs.map { uses[$0, default: 0] > 1 }
  }

  private struct Numbering {
    let size: Int?
    var coordinates: [VroomCoordinates] = []
    var indices: [VroomCoordinates: Int] = [:]

    init(size: Int?) { self.size = size }

    mutating func place(_ end: VroomVehicle.Place?) throws(VroomError) -> Int? {
      guard let end else { return nil }
      let size = size
      return try place(index: end.locationIndex, coordinates: end.coordinates) {
        size == nil ? end.path : end.indexPath
      }
    }

    mutating func place(
      index: Int?, coordinates here: VroomCoordinates?, path: () -> VroomPath
    ) throws(VroomError) -> Int {
      if let size {
        guard let index else { throw .missing(path: path().text) }
        guard index < size else {
          throw .malformed(path: path().text, found: "\(index)", need: .whole(0...(size - 1)))
        }
        return index
      }
      guard let here else { throw .missing(path: path().text) }
      if let known = indices[here] { return known }
      indices[here] = coordinates.count
      coordinates.append(here)
      return coordinates.count - 1
    }
  }
}
