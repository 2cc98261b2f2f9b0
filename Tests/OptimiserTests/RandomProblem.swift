import Optimiser

/// Small problems with every kind of rule, drawn from a seed.
struct RandomProblem {
  var jobCount = 5
  var vehicleCount = 2
  var hasWindows = true
  var hasBreaks = true
  var measure = Problem.Measure.duration
  var features: Set<Feature> = []

  func make(seed: UInt64) throws -> Problem {
    var random = SplitMix64(seed: seed)
    let locations = jobCount + 1
    let east = (0..<locations).map { _ in Int32.random(in: 0...2_000, using: &random) }
    let north = (0..<locations).map { _ in Int32.random(in: 0...2_000, using: &random) }
    let plane = try TravelTimes(
      eastMetres: east, northMetres: north, millisecondsPerMetre: 400)
    var travel = [plane]
    if features.contains(.profiles) { travel.append(try detours(of: plane, using: &random)) }
    let jobs = (0..<jobCount).map { job(at: $0, using: &random) }
    let vehicles = (0..<vehicleCount).map { _ in vehicle(using: &random) }
    return try problem(travel, jobs, vehicles, pins: pins(using: &random))
  }

  /// A pin that has happened already has to be possible; what cannot be is drawn no more.
  private func problem(
    _ travel: [TravelTimes], _ jobs: [Job], _ vehicles: [Vehicle], pins: [PinnedSequence]
  ) throws -> Problem {
    do throws(ProblemError) {
      return try Problem(
        travel: travel, jobs: jobs, vehicles: vehicles, measure: measure, pins: pins)
    } catch .impossiblePin(let index, _) {
      var fewer = pins
      fewer.remove(at: index)
      return try problem(travel, jobs, vehicles, pins: fewer)
    }
  }

  /// Ways up to twice as long as straight lines, and not as long there as back.
  private func detours(
    of plane: TravelTimes, using random: inout SplitMix64
  ) throws -> TravelTimes {
    var rows: [[Int32]] = []
    var metres: [[Int32]] = []
    for from in 0..<plane.count {
      let factors = (0..<plane.count).map { _ in Int32.random(in: 100...200, using: &random) }
      rows.append(
        factors.enumerated().map { to, factor in plane.seconds(from: from, to: to) * factor / 150 })
      metres.append(
        factors.enumerated().map { to, factor in plane.metres(from: from, to: to) * factor / 100 })
    }
    return try TravelTimes(rows: rows, metres: metres)
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
    if features.contains(.dimensions) {
      job.demand = [job.weight, Int32.random(in: 0...3, using: &random)]
    }
    if features.contains(.pickups), Bool.random(using: &random) {
      job.pickup = Amount(job.demand.values.map { _ in Int32.random(in: 0...4, using: &random) })
      if Bool.random(using: &random) { job.demand = Amount(job.demand.values.map { _ in 0 }) }
    }
    if features.contains(.strangers), Int.random(in: 0..<3, using: &random) > 0 {
      job.familiarVehicles = (0..<vehicleCount).filter { _ in Bool.random(using: &random) }
      job.strangerCost = Int32.random(in: 0...900, using: &random)
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
    addFeatures(to: &vehicle, using: &random)
    return vehicle
  }

  private func addFeatures(to vehicle: inout Vehicle, using random: inout SplitMix64) {
    if features.contains(.profiles) { vehicle.profile = Int.random(in: 0...1, using: &random) }
    if features.contains(.reloads) {
      vehicle.capacity = Amount(Int32.random(in: 3...7, using: &random))
      vehicle.reload = Reload(
        location: Int.random(in: 0...1, using: &random),
        seconds: Int32.random(in: 0...300, using: &random),
        maximum: Int.random(in: 1...2, using: &random))
    }
    if features.contains(.dimensions) {
      vehicle.capacity = [vehicle.capacity[0], Int32.random(in: 3...7, using: &random)]
    }
    if features.contains(.openStarts), Bool.random(using: &random) { vehicle.startLocation = nil }
    if features.contains(.longestTravel) {
      vehicle.maximumTravelSeconds = Int32.random(in: 800...2_500, using: &random)
    }
    if features.contains(.longestDistance) {
      vehicle.maximumDistanceMetres = Int32.random(in: 2_000...7_000, using: &random)
    }
    if features.contains(.prices) {
      vehicle.costPerSecond = Int32.random(in: 0...3, using: &random)
      vehicle.costPerMetre = Int32.random(in: 0...2, using: &random)
    }
    if features.contains(.workBands) {
      let least = Int32.random(in: 500...2_500, using: &random)
      vehicle.workBand = least...(least + Int32.random(in: 0...1_500, using: &random))
      vehicle.costPerSecondOutsideBand = Int32.random(in: 1...3, using: &random)
    }
  }

  /// Sequences of one to three jobs, no job in two of them.
  private func pins(using random: inout SplitMix64) -> [PinnedSequence] {
    var jobs = Array((0..<jobCount).shuffled(using: &random))
    var pins: [PinnedSequence] = []
    func take() -> [Int] {
      let count = min(jobs.count, Int.random(in: 1...3, using: &random))
      defer { jobs.removeFirst(count) }
      return Array(jobs.prefix(count))
    }
    if features.contains(.pinsAtStart) {
      for vehicle in 0..<vehicleCount where Bool.random(using: &random) && !jobs.isEmpty {
        pins.append(PinnedSequence(jobs: take(), vehicle: vehicle, isAtStart: true))
      }
    }
    if features.contains(.pins) {
      for _ in 0..<max(1, jobCount / 4) where !jobs.isEmpty {
        let isMeant = Bool.random(using: &random)
        let vehicle = isMeant ? Int.random(in: 0..<vehicleCount, using: &random) : nil
        pins.append(PinnedSequence(jobs: take(), vehicle: vehicle))
      }
    }
    return pins
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
