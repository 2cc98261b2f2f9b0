import Optimiser

/// An invented day of one kecamatan: 250 doors, five couriers on motorcycles, the midday rest,
/// and one door in five with a time window.
enum Kecamatan {
  static func problem(seed: UInt64, jobCount: Int = 250, courierCount: Int = 5) throws -> Problem {
    var random = SplitMix64(seed: seed)
    var east: [Int32] = [0]
    var north: [Int32] = [0]
    for _ in 0..<jobCount {
      east.append(Int32.random(in: -3_000...3_000, using: &random))
      north.append(Int32.random(in: -2_000...2_000, using: &random))
    }
    let travel = try TravelTimes(
      eastMetres: east, northMetres: north, millisecondsPerMetre: 230)
    let jobs = (1...jobCount).map { location in
      var job = Job(location: location, setupSeconds: 60, serviceSeconds: 240)
      job.tier = Int.random(in: 0..<5, using: &random) == 0 ? 0 : 1
      switch Int.random(in: 0..<10, using: &random) {
      case 0: job.timeWindows = [28_800...43_200]
      case 1: job.timeWindows = [25_200...32_400, 50_400...57_600]
      default: break
      }
      return job
    }
    var courier = Vehicle(startLocation: 0, endLocation: 0, shift: 28_800...57_600, capacity: 80)
    courier.breaks = [Break(window: 41_400...45_000, durationSeconds: 3_600)]
    courier.maximumStops = 60
    return try Problem(
      travel: travel, jobs: jobs, vehicles: Array(repeating: courier, count: courierCount))
  }
}
