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
  /// How much longer roads are than straight lines between corners of a box that no way leads to.
  private static let detour = 1.5

  let kecamatan: RegionCode
  let stops: [PlannedStop]
  let travel: any TravelModel

  /// - Parameters:
  ///   - secondsByCourier: See ``KecamatanWork``.
  ///   - seats: See ``KecamatanWork``.
  func work(secondsByCourier: [CourierID: Int]? = nil, seats: Int? = nil) -> KecamatanWork {
    let doors = stops.reduce(0) { $0 + $1.workSeconds }
    var bySkill: [Skill: Int] = [:]
    for skill in Skill.allCases {
      bySkill[skill] = stops.filter { $0.skills.contains(skill) }.reduce(0) {
        $0 + $1.workSeconds
      }
    }
    let box = DoorBox(around: stops.map(\.location.coordinate))
    return KecamatanWork(
      kecamatan: kecamatan, seconds: doors + (box.map(travelSeconds) ?? 0),
      secondsBySkill: bySkill, centre: box.map { centre(of: $0) },
      secondsByCourier: secondsByCourier, seats: seats)
  }

  /// The middle of the doors; where ways are those of a map, the door nearest to it.
  private func centre(of box: DoorBox) -> Coordinate {
    guard travel.followsRoads else { return box.centre }
    let distances = stops.map { $0.location.coordinate.distance(to: box.centre) }
    let nearest = distances.indices.min { (distances[$0], $0) < (distances[$1], $1) }
    return nearest.map { stops[$0].location.coordinate } ?? box.centre
  }

  /// Both sides of the box in travel seconds make an area, so any travel model will do.
  private func travelSeconds(in box: DoorBox) -> Int {
    let area = seconds(box.southWest, box.northWest) * seconds(box.southWest, box.southEast)
    return Int(Self.tourConstant * (Double(stops.count) * area).squareRoot())
  }

  private func seconds(_ origin: Coordinate, _ destination: Coordinate) -> Double {
    guard !travel.followsRoads else {
      let speed = travel.referenceKilometresPerHour(by: .motorcycle) / 3.6
      return origin.distance(to: destination).value * Self.detour / speed
    }
    let time = travel.travelTime(
      from: origin, to: destination, by: .motorcycle, in: kecamatan)
    return Double(time?.components.seconds ?? 0)
  }
}
