import Optimiser

/// Small problems with every kind of rule, drawn from a seed.
struct RandomProblem {
  var jobCount = 5
  var vehicleCount = 2
  var hasWindows = true
  var hasBreaks = true
  var measure = Problem.Measure.duration

  func make(seed: UInt64) throws -> Problem {
    var random = SplitMix64(seed: seed)
    let locations = jobCount + 1
    let east = (0..<locations).map { _ in Int32.random(in: 0...2_000, using: &random) }
    let north = (0..<locations).map { _ in Int32.random(in: 0...2_000, using: &random) }
    let travel = try TravelTimes(
      eastMetres: east, northMetres: north, millisecondsPerMetre: 400)
    let jobs = (0..<jobCount).map { job(at: $0, using: &random) }
    let vehicles = (0..<vehicleCount).map { _ in vehicle(using: &random) }
    return try Problem(travel: travel, jobs: jobs, vehicles: vehicles, measure: measure)
  }

  private func job(at index: Int, using random: inout SplitMix64) -> Job {
    var job = Job(location: index + 1)
    // Some jobs share a door, so that setup is paid once.
    if index > 0, Int.random(in: 0..<5, using: &random) == 0 { job.location = index }
    job.setupSeconds = Int32.random(in: 0...120, using: &random)
    job.serviceSeconds = Int32.random(in: 60...600, using: &random)
    job.weight = Int32.random(in: 1...4, using: &random)
    job.demand = Amount(job.weight)
    job.tier = Int.random(in: 0...2, using: &random)
    if Int.random(in: 0..<4, using: &random) == 0 { job.requiredSkills = 1 }
    if Int.random(in: 0..<8, using: &random) == 0 {
      job.allowedVehicles = [Int.random(in: 0..<vehicleCount, using: &random)]
    }
    if hasWindows, Int.random(in: 0..<3, using: &random) == 0 {
      let opening = Int32.random(in: 0...5_000, using: &random)
      job.timeWindows = [opening...(opening + Int32.random(in: 300...2_000, using: &random))]
      if Bool.random(using: &random) {
        let second = job.timeWindows[0].upperBound + Int32.random(in: 1...2_000, using: &random)
        job.timeWindows.append(second...(second + 1_000))
      }
    }
    return job
  }

  private func vehicle(using random: inout SplitMix64) -> Vehicle {
    var vehicle = Vehicle(startLocation: 0, endLocation: 0)
    if Int.random(in: 0..<4, using: &random) == 0 { vehicle.endLocation = nil }
    let opening = Int32.random(in: 0...1_000, using: &random)
    vehicle.shift = opening...(opening + Int32.random(in: 3_000...8_000, using: &random))
    vehicle.capacity = Amount(Int32.random(in: 6...14, using: &random))
    vehicle.maximumStops = Int32.random(in: 2...5, using: &random)
    vehicle.skills = Bool.random(using: &random) ? 1 : 0
    vehicle.speedPermille = Int32.random(in: 700...1_300, using: &random)
    vehicle.fixedCost = Int32.random(in: 0...300, using: &random)
    if Int.random(in: 0..<3, using: &random) == 0 {
      vehicle.workBand = 0...2_000
      vehicle.costPerSecondOutsideBand = 2
    }
    if Int.random(in: 0..<4, using: &random) == 0 { vehicle.maximumDurationSeconds = 3_500 }
    if hasBreaks { vehicle.breaks = breaks(in: vehicle.shift, using: &random) }
    return vehicle
  }

  private func breaks(
    in shift: ClosedRange<Int32>, using random: inout SplitMix64
  ) -> [Break] {
    var breaks: [Break] = []
    var opening = shift.lowerBound + Int32.random(in: 0...1_500, using: &random)
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      let closing = opening + Int32.random(in: 0...800, using: &random)
      let length = Int32.random(in: 100...900, using: &random)
      guard closing <= shift.upperBound else { break }
      breaks.append(Break(window: opening...closing, durationSeconds: length))
      opening = closing + length + Int32.random(in: 0...1_000, using: &random)
    }
    return breaks
  }
}
