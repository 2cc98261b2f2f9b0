import Domain
import Geometry

/// How long the stops of one kecamatan take before anyone has planned them.
///
/// Time between doors is that of the shortest tour through random points of the box around them.
///
/// Source: Beardwood, Halton, Hammersley, "The shortest path through many points", 1959; constant
/// 0.7124 by Johnson, McGeoch, Rothberg, 1996.
struct WorkEstimate {
  private static let tourConstant = 0.7124

  let kecamatan: RegionCode
  let stops: [PlannedStop]
  let travel: any TravelModel

  var work: KecamatanWork {
    let doors = stops.reduce(0) { $0 + $1.workSeconds }
    var bySkill: [Skill: Int] = [:]
    for skill in Skill.allCases {
      bySkill[skill] = stops.filter { $0.skills.contains(skill) }.reduce(0) {
        $0 + $1.workSeconds
      }
    }
    return KecamatanWork(
      kecamatan: kecamatan, seconds: doors + travelSeconds, secondsBySkill: bySkill)
  }

  /// Both sides of the box in travel seconds make an area, so any travel model will do.
  private var travelSeconds: Int {
    let places = stops.map(\.location.coordinate)
    guard let south = places.min(by: { $0.latitudeE7 < $1.latitudeE7 }),
      let north = places.max(by: { $0.latitudeE7 < $1.latitudeE7 }),
      let west = places.min(by: { $0.longitudeE7 < $1.longitudeE7 }),
      let east = places.max(by: { $0.longitudeE7 < $1.longitudeE7 }),
      let southWest = try? Coordinate(
        latitudeE7: south.latitudeE7, longitudeE7: west.longitudeE7),
      let northWest = try? Coordinate(
        latitudeE7: north.latitudeE7, longitudeE7: west.longitudeE7),
      let southEast = try? Coordinate(
        latitudeE7: south.latitudeE7, longitudeE7: east.longitudeE7)
    else { return 0 }
    let area = seconds(southWest, northWest) * seconds(southWest, southEast)
    return Int(Self.tourConstant * (Double(stops.count) * area).squareRoot())
  }

  private func seconds(_ origin: Coordinate, _ destination: Coordinate) -> Double {
    let time = travel.travelTime(from: origin, to: destination, in: kecamatan)
    return Double(time?.components.seconds ?? 0)
  }
}
