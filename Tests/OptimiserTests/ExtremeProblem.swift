@testable import Optimiser

/// Problems whose numbers are as small or as large as they may be, drawn from a seed.
struct ExtremeProblem {
  private static let most = Int32(1 << 30)

  var jobCount = 6
  var vehicleCount = 3

  /// - Throws: ``ProblemError/costsTooHigh(worst:)`` where the numbers are too large together.
  func make(seed: UInt64) throws(ProblemError) -> Problem {
    var random = SplitMix64(seed: seed)
    let locations = jobCount + 1
    // The slowest vehicles can only go where no way is long.
    let longest: [Int32] = [1 << 29, (1 << 29) / 1_000]
    let travel = try longest.map { longest throws(ProblemError) in
      try TravelTimes(
        rows: rows(locations, longest: longest, using: &random),
        metres: rows(locations, longest: 1 << 29, using: &random))
    }
    return try Problem(
      travel: travel, jobs: (0..<jobCount).map { job(at: $0, using: &random) },
      vehicles: (0..<vehicleCount).map { _ in vehicle(locations, using: &random) },
      measure: random.below(2) == 0 ? .duration : .travel)
  }

  private func rows(
    _ count: Int, longest: Int32, using random: inout SplitMix64
  ) -> [[Int32]] {
    (0..<count).map { from in
      (0..<count).map { to in
        from == to ? 0 : random.below(4) == 0 ? longest : Int32(random.below(2_000))
      }
    }
  }

  private func job(at index: Int, using random: inout SplitMix64) -> Job {
    var job = Job(location: index)
    job.setupSeconds = number(using: &random)
    job.serviceSeconds = number(using: &random)
    job.demand = [number(using: &random), number(using: &random)]
    if random.below(3) == 0 { job.pickup = [number(using: &random), number(using: &random)] }
    job.tier = random.below(2) * 63
    job.weight = max(1, number(using: &random))
    if random.below(3) == 0 { job.timeWindows = [number(using: &random)...Self.most] }
    if random.below(3) == 0 {
      job.familiarVehicles = [0]
      job.strangerCost = number(using: &random)
    }
    return job
  }

  private func vehicle(_ locations: Int, using random: inout SplitMix64) -> Vehicle {
    var vehicle = Vehicle(startLocation: 0, endLocation: random.below(locations))
    if random.below(3) == 0 { vehicle.startLocation = nil }
    if random.below(2) == 0 {
      vehicle.shift = 0...Self.most
      vehicle.breaks = [
        Break(
          window: 5...number(atLeast: 5, using: &random), durationSeconds: number(using: &random))
      ]
    }
    vehicle.capacity = [number(using: &random), Self.most]
    if random.below(2) == 0 {
      vehicle.reload = Reload(location: 1, seconds: number(using: &random), maximum: 1_000)
    }
    vehicle.maximumDurationSeconds = random.below(2) == 0 ? nil : number(using: &random)
    vehicle.maximumDistanceMetres = random.below(2) == 0 ? nil : number(using: &random)
    vehicle.profile = random.below(2)
    vehicle.speedPermille = [vehicle.profile == 0 ? 1_000 : 1, 1_000, 1_000_000][random.below(3)]
    vehicle.fixedCost = number(using: &random)
    vehicle.costPerSecond = [0, 1, 1_000_000][random.below(3)]
    vehicle.costPerMetre = [0, 1, 1_000_000][random.below(3)]
    vehicle.workBand = random.below(2) == 0 ? nil : number(using: &random)...Self.most
    vehicle.costPerSecondOutsideBand = [0, 1, 1_000_000][random.below(3)]
    return vehicle
  }

  private func number(atLeast least: Int32 = 0, using random: inout SplitMix64) -> Int32 {
    max(least, [0, Int32(random.below(500)), Int32(random.below(500)), Self.most][random.below(4)])
  }
}
