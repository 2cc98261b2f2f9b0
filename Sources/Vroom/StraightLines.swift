import Optimiser

/// What takes the place of matrices where only coordinates are given.
enum StraightLines {
  static let metresPerHour = 30_000
  /// Up to this many places distances are kept in a table.
  private static let largestTable = 2_000
  /// How far apart places may be, in degrees, if they are too many for a table.
  private static let widestPlane = 3.0

  static func profile(_ places: [VroomCoordinates]) throws(VroomError) -> VroomProfile {
    let travel: TravelTimes?
    do throws(ProblemError) {
      travel = places.count <= largestTable ? try table(places) : try plane(places)
    } catch {
      throw .refused(error)
    }
    guard let travel else { throw .unsupported(path: "matrices", .noMatrices) }
    return VroomProfile(travel: travel, costs: nil)
  }

  private static func table(_ places: [VroomCoordinates]) throws(ProblemError) -> TravelTimes {
    var seconds: [Int32] = []
    var metres: [Int32] = []
    for here in places {
      for there in places {
        let distance = here == there ? 0 : here.metres(to: there)
        metres.append(Int32(distance.rounded()))
        seconds.append(Int32((distance * 3_600 / Double(metresPerHour)).rounded()))
      }
    }
    return try TravelTimes(count: places.count, seconds: seconds, metres: metres)
  }

  private static func plane(_ places: [VroomCoordinates]) throws(ProblemError) -> TravelTimes? {
    let longitudes = places.map(\.longitude)
    let latitudes = places.map(\.latitude)
    guard let west = longitudes.min(), let east = longitudes.max(), let south = latitudes.min(),
      let north = latitudes.max(), max(east - west, north - south) <= widestPlane
    else { return nil }
    let middle = VroomCoordinates(
      longitude: (west + east) / 2, latitude: (south + north) / 2)
    let ways = places.map { $0.metres(from: middle) }
    return try TravelTimes(
      eastMetres: ways.map { Int32($0.east.rounded()) },
      northMetres: ways.map { Int32($0.north.rounded()) },
      millisecondsPerMetre: Int32(3_600_000 / metresPerHour))
  }
}
