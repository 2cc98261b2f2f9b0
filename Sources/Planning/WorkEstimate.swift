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
    let box = DoorBox(around: stops.map(\.location.coordinate))
    return KecamatanWork(
      kecamatan: kecamatan, seconds: doors + (box.map(travelSeconds) ?? 0),
      secondsBySkill: bySkill, centre: box?.centre)
  }

  /// Both sides of the box in travel seconds make an area, so any travel model will do.
  private func travelSeconds(in box: DoorBox) -> Int {
    let area = seconds(box.southWest, box.northWest) * seconds(box.southWest, box.southEast)
    return Int(Self.tourConstant * (Double(stops.count) * area).squareRoot())
  }

  private func seconds(_ origin: Coordinate, _ destination: Coordinate) -> Double {
    let time = travel.travelTime(from: origin, to: destination, in: kecamatan)
    return Double(time?.components.seconds ?? 0)
  }
}
