import Domain
import Geometry

/// The places of a problem, each base and each measured house once.
///
/// Stops nobody measured get a place of their own even on the same spot: they are different doors.
struct LocationList {
  private struct House: Hashable {
    let kecamatan: RegionCode?
    let door: Int
  }

  private(set) var coordinates: [Coordinate] = []
  private var bases: [Coordinate: Int] = [:]
  private var houses: [House: Int] = [:]

  mutating func index(ofBase base: Coordinate) -> Int {
    if let known = bases[base] { return known }
    bases[base] = coordinates.count
    return append(base)
  }

  mutating func index(of stop: PlannedStop) -> Int {
    guard stop.location.source == .house else { return append(stop.location.coordinate) }
    let house = House(kecamatan: stop.desa.kecamatan, door: stop.door)
    if let known = houses[house] { return known }
    houses[house] = coordinates.count
    return append(stop.location.coordinate)
  }

  private mutating func append(_ place: Coordinate) -> Int {
    coordinates.append(place)
    return coordinates.count - 1
  }
}
