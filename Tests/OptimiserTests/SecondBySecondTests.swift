import Testing

@testable import Optimiser

/// Schedules of short routes against a life lived second by second.
@Suite struct SecondBySecondTests {
  @Test func schedulesAreTheBestOfAllDays() throws {
    var possible = 0
    for seed in UInt64(0)..<120 {
      var random = SplitMix64(seed: seed)
      let problem = try tinyProblem(&random)
      let order = Array((0..<3).shuffled(using: &random)[..<(1 + random.below(3))])
      var route = Route(vehicle: 0, jobs: order)
      if order.count > 1, random.below(2) == 0 {
        route.reloadsBefore = [1 + random.below(order.count - 1)]
      }
      let truth = SecondBySecond(route, in: problem).day
      let schedule = try? problem.schedule(of: route)
      let day = schedule.map {
        SecondBySecond.Day(
          leaving: $0.leaveSeconds, back: $0.returnSeconds, durationSeconds: $0.durationSeconds)
      }
      #expect(day == truth, "seed \(seed): \(route)")
      if truth != nil { possible += 1 }
    }
    #expect((30...110).contains(possible), "\(possible) possible routes tell too little")
  }

  private func tinyProblem(_ random: inout SplitMix64) throws -> Problem {
    let rows = (0..<4).map { from in
      (0..<4).map { to in from == to ? Int32(0) : Int32(random.below(6)) }
    }
    let jobs = (1...3).map { location in
      var job = Job(location: max(1, location - random.below(2)))
      job.setupSeconds = Int32(random.below(3))
      job.serviceSeconds = Int32(random.below(5))
      if random.below(2) == 0 {
        let opening = Int32(random.below(25))
        job.timeWindows = [opening...(opening + Int32(random.below(10)))]
        if random.below(2) == 0 {
          let second = job.timeWindows[0].upperBound + Int32(1 + random.below(8))
          job.timeWindows.append(second...(second + 3))
        }
      }
      return job
    }
    var vehicle = Vehicle(startLocation: 0, endLocation: 0)
    if random.below(3) == 0 { vehicle.startLocation = nil }
    if random.below(3) == 0 { vehicle.endLocation = nil }
    vehicle.shift = Int32(random.below(5))...Int32(30 + random.below(20))
    vehicle.reload = Reload(location: 0, seconds: Int32(random.below(4)))
    var opening = vehicle.shift.lowerBound
    for _ in 0..<random.below(3) {
      opening += Int32(random.below(8))
      let closing = opening + Int32(random.below(6))
      vehicle.breaks.append(
        Break(window: opening...closing, durationSeconds: Int32(random.below(6))))
      opening = closing + (vehicle.breaks.last?.durationSeconds ?? 0)
    }
    return try Problem(travel: TravelTimes(rows: rows), jobs: jobs, vehicles: [vehicle])
  }
}
