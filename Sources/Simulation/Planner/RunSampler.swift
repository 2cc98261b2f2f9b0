import Domain

/// Plans random doors of a kecamatan, and estimates the same runs.
struct RunSampler: Sendable {
  /// One plan and its estimate; all times are sums over its runs, in seconds.
  struct Sample: Hashable, Sendable {
    var plannedWaySeconds: Double
    var lineHaulSeconds: Double
    /// Estimated way between doors.
    var betweenSeconds: Double
    /// The same in the plan and in the estimate.
    var secondsAtDoors: Double

    var wayMissPercent: Double {
      100 * (lineHaulSeconds + betweenSeconds - plannedWaySeconds).magnitude / plannedWaySeconds
    }

    var runMissPercent: Double {
      wayMissPercent * plannedWaySeconds / (plannedWaySeconds + secondsAtDoors)
    }

    func scaled(by factor: Double) -> Sample {
      var sample = self
      sample.betweenSeconds *= factor
      return sample
    }
  }

  private let scenario: Scenario
  private let planner: RunPlanner
  private let seed: UInt64
  private let estimates: [RunEstimate]
  private let service: DoorService

  init(_ scenario: Scenario, _ planner: PlannedRuns, seed: UInt64) {
    var neutral = scenario
    for kecamatan in neutral.kecamatan.indices { neutral.kecamatan[kecamatan].estimateFactor = 1 }
    self.scenario = neutral
    self.seed = seed
    self.planner = RunPlanner(neutral, planner)
    estimates = neutral.kecamatan.indices.map { RunEstimate(ofLandIn: $0, neutral) }
    service = Self.service(of: scenario)
  }

  /// Plans `stops` doors; nil if nobody lives on land there.
  ///
  /// - Parameter number: Tells samples of one kecamatan apart.
  func sample(stops: Int, couriers: Int, in kecamatan: Int, number: Int) -> Sample? {
    let places = scenario.places.indices.filter {
      scenario.places[$0].kecamatan == kecamatan && !scenario.places[$0].isIsland
        && scenario.places[$0].obliged > 0
    }
    guard !places.isEmpty, let start = TimeOfDay(seconds: 0), let end = TimeOfDay(seconds: 172_799),
      let shift = try? Shift(start: start, end: end)
    else { return nil }
    let draws = Draws(seed: seed, replication: kecamatan * 10_000_000 + number)
    let asked = (0..<stops).map { subject in
      let place = place(at: draws.uniform(.arrivalPlace, subject), among: places)
      return RunPlanner.AskedCard(
        card: subject, place: place, kind: .first, urgency: .normal,
        door: planner.doors.door(of: subject, in: place, draws))
    }
    var team = Array(repeating: 0, count: scenario.kecamatan.count)
    team[kecamatan] = couriers
    var ample = service
    ample.bagCards = stops
    let plan = planner.plan(
      asked, couriers: team, service: ample, shift: shift, on: scenario.firstDay, seed: seed)
    return sample(of: plan.runs, in: kecamatan)
  }

  private func sample(of runs: [RunPlanner.PlannedRun], in kecamatan: Int) -> Sample? {
    guard !runs.isEmpty else { return nil }
    let estimate = estimates[kecamatan]
    let way = runs.reduce(0) { $0 + $1.travelSeconds }
    return Sample(
      plannedWaySeconds: max(1, way),
      lineHaulSeconds: estimate.lineHaulSeconds * Double(runs.count),
      betweenSeconds: runs.reduce(0) {
        $0 + estimate.secondsBetween(stops: $1.stopCount, couriers: runs.count)
      }, secondsAtDoors: runs.reduce(-way) { $0 + $1.seconds })
  }

  private func place(at uniform: Double, among places: [Int]) -> Int {
    let residents = places.reduce(0) { $0 + scenario.places[$1].obliged }
    var wanted = uniform * Double(residents)
    for place in places {
      wanted -= Double(scenario.places[place].obliged)
      if wanted < 0 { return place }
    }
    return places[places.count - 1]
  }

  /// The first service to doors of a scenario, whose times at doors the plans take.
  private static func service(of scenario: Scenario) -> DoorService {
    for channel in scenario.delivery.channels {
      if case .door(let service) = channel.means { return service }
    }
    return DoorService(couriers: 1, hours: scenario.officeHours)
  }
}
