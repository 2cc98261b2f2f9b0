import Optimiser
import Testing

/// One refusal per rule of a valid problem.
@Suite struct ProblemTests {
  struct Refusal: CustomTestStringConvertible {
    var change: @Sendable (inout Job, inout Vehicle) -> Void
    var error: ProblemError
    var testDescription: String { "\(error)" }
  }

  struct TravelRefusal: CustomTestStringConvertible {
    var make: @Sendable () throws(ProblemError) -> TravelTimes
    var error: ProblemError
    var testDescription: String { "\(error)" }
  }

  private static let seconds = 0...(1 << 30)

  private static func job(
    _ field: String, _ value: Int, _ allowed: ClosedRange<Int>,
    _ change: @escaping @Sendable (inout Job) -> Void
  ) -> Refusal {
    Refusal(
      change: { job, _ in change(&job) },
      error: .outOfRange(.job(0), field: field, value: value, allowed: allowed))
  }

  private static func vehicle(
    _ field: String, _ value: Int, _ allowed: ClosedRange<Int>,
    _ change: @escaping @Sendable (inout Vehicle) -> Void
  ) -> Refusal {
    Refusal(
      change: { _, vehicle in change(&vehicle) },
      error: .outOfRange(.vehicle(0), field: field, value: value, allowed: allowed))
  }

  private static let refusals: [Refusal] = [
    job("location", 2, 0...1) { $0.location = 2 },
    job("setupSeconds", -1, seconds) { $0.setupSeconds = -1 },
    job("serviceSeconds", -5, seconds) { $0.serviceSeconds = -5 },
    job("demand", -1, seconds) { $0.demand = -1 },
    job("pickup", -1, seconds) { $0.pickup = -1 },
    job("tier", 64, 0...63) { $0.tier = 64 },
    job("weight", 0, 1...(1 << 30)) { $0.weight = 0 },
    job("timeWindows", -9, seconds) { $0.timeWindows = [-9...5] },
    job("timeWindows", .init(Int32.max), seconds) { $0.timeWindows = [0...Int32.max] },
    job("allowedVehicles", 1, 0...0) { $0.allowedVehicles = [0, 1] },
    job("familiarVehicles", 1, 0...0) { $0.familiarVehicles = [0, 1] },
    job("strangerCost", -1, seconds) { $0.strangerCost = -1 },
    Refusal(
      change: { job, _ in job.demand = [1, 2] },
      error: .wrongCount(.job(0), field: "demand", actual: 2, expected: 1)),
    Refusal(
      change: { job, _ in job.pickup = [1, 2] },
      error: .wrongCount(.job(0), field: "pickup", actual: 2, expected: 1)),
    Refusal(
      change: { job, vehicle in
        job.demand = [1, -2]
        vehicle.capacity = [9, 9]
      },
      error: .outOfRange(.job(0), field: "demand", value: -2, allowed: seconds)),
    Refusal(
      change: { job, vehicle in
        job.demand = Amount([Int32](repeating: 1, count: 17))
        vehicle.capacity = job.demand
      },
      error: .outOfRange(.job(0), field: "dimensions of demand", value: 17, allowed: 1...16)),
    Refusal(
      change: { job, _ in job.timeWindows = [0...5, 5...9] },
      error: .notInOrder(.job(0), field: "time window", index: 1)),
    vehicle("startLocation", -1, 0...1) { $0.startLocation = -1 },
    vehicle("endLocation", 2, 0...1) { $0.endLocation = 2 },
    vehicle("shift", -1, seconds) { $0.shift = -1...5 },
    vehicle("shift", .init(Int32.max), seconds) { $0.shift = 5...Int32.max },
    vehicle("capacity", -1, seconds) { $0.capacity = -1 },
    vehicle("maximumStops", -1, seconds) { $0.maximumStops = -1 },
    vehicle("maximumDurationSeconds", -1, seconds) { $0.maximumDurationSeconds = -1 },
    vehicle("maximumTravelSeconds", -1, seconds) { $0.maximumTravelSeconds = -1 },
    vehicle("maximumDistanceMetres", -1, seconds) { $0.maximumDistanceMetres = -1 },
    vehicle("reload.location", 2, 0...1) { $0.reload = Reload(location: 2) },
    vehicle("reload.seconds", -1, seconds) { $0.reload = Reload(location: 0, seconds: -1) },
    vehicle("reload.maximum", 0, 1...1_000) { $0.reload = Reload(location: 0, maximum: 0) },
    vehicle("profile", 1, 0...0) { $0.profile = 1 },
    vehicle("speedPermille", 0, 1...1_000_000) { $0.speedPermille = 0 },
    vehicle("fixedCost", -1, seconds) { $0.fixedCost = -1 },
    vehicle("costPerSecond", -1, 0...1_000_000) { $0.costPerSecond = -1 },
    vehicle("costPerMetre", -1, 0...1_000_000) { $0.costPerMetre = -1 },
    vehicle("workBand", -1, seconds) { $0.workBand = -1...9 },
    vehicle("workBand", .init(Int32.max), seconds) { $0.workBand = 0...Int32.max },
    vehicle("costPerSecondOutsideBand", -1, 0...1_000_000) { $0.costPerSecondOutsideBand = -1 },
    Refusal(
      change: { _, vehicle in
        vehicle.breaks = [Break(window: 90...110, durationSeconds: 5)]
      },
      error: .outOfRange(
        .break(vehicle: 0, index: 0), field: "window", value: 110, allowed: 0...100)),
    Refusal(
      change: { _, vehicle in vehicle.breaks = [Break(window: 9...11, durationSeconds: -5)] },
      error: .outOfRange(
        .break(vehicle: 0, index: 0), field: "durationSeconds", value: -5, allowed: seconds)),
    Refusal(
      change: { _, vehicle in
        vehicle.breaks = [
          Break(window: 10...20, durationSeconds: 5), Break(window: 24...30, durationSeconds: 5),
        ]
      },
      error: .notInOrder(.vehicle(0), field: "break", index: 1)),
    Refusal(
      change: { _, vehicle in vehicle.costPerMetre = 1 },
      error: .noMetres(.vehicle(0), field: "costPerMetre", 0)),
    Refusal(
      change: { _, vehicle in vehicle.maximumDistanceMetres = 1_000 },
      error: .noMetres(.vehicle(0), field: "maximumDistanceMetres", 0)),
  ]

  @Test(arguments: refusals)
  func aValueOutOfRangeIsRefused(_ refusal: Refusal) throws {
    var job = Job(location: 1)
    var vehicle = Vehicle(startLocation: 0, endLocation: 0, shift: 0...100)
    let travel = try TravelTimes(rows: [[0, 5], [5, 0]])
    _ = try Problem(travel: travel, jobs: [job], vehicles: [vehicle])
    refusal.change(&job, &vehicle)
    #expect(throws: refusal.error) {
      try Problem(travel: travel, jobs: [job], vehicles: [vehicle])
    }
  }

  private static let travelRefusals: [TravelRefusal] = [
    TravelRefusal(
      make: { () throws(ProblemError) in try TravelTimes(rows: []) },
      error: .outOfRange(.travelTimes, field: "count", value: 0, allowed: seconds)),
    TravelRefusal(
      make: { () throws(ProblemError) in try TravelTimes(rows: [[0, 1], [1]]) },
      error: .wrongCount(.travelTimes, field: "row 1", actual: 1, expected: 2)),
    TravelRefusal(
      make: { () throws(ProblemError) in try TravelTimes(count: 2, seconds: [0, 1, 0]) },
      error: .wrongCount(.travelTimes, field: "table", actual: 3, expected: 4)),
    TravelRefusal(
      make: { () throws(ProblemError) in try TravelTimes(rows: [[0, -1], [1, 0]]) },
      error: .travelSeconds(from: 0, to: 1, value: -1, allowed: 0...(1 << 29))),
    TravelRefusal(
      make: { () throws(ProblemError) in try TravelTimes(rows: [[0, 1], [1, 7]]) },
      error: .travelSeconds(from: 1, to: 1, value: 7, allowed: 0...0)),
    TravelRefusal(
      make: { () throws(ProblemError) in
        try TravelTimes(rows: [[0, 1], [1, 0]], metres: [[0, 1], [1]])
      },
      error: .wrongCount(.travelTimes, field: "row of metres 1", actual: 1, expected: 2)),
    TravelRefusal(
      make: { () throws(ProblemError) in
        try TravelTimes(count: 2, seconds: [0, 1, 1, 0], metres: [0, 1, 1])
      },
      error: .wrongCount(.travelTimes, field: "table of metres", actual: 3, expected: 4)),
    TravelRefusal(
      make: { () throws(ProblemError) in
        try TravelTimes(rows: [[0, 1], [1, 0]], metres: [[0, 1], [-1, 0]])
      },
      error: .travelMetres(from: 1, to: 0, value: -1, allowed: 0...(1 << 29))),
    TravelRefusal(
      make: { () throws(ProblemError) in
        try TravelTimes(eastMetres: [1], northMetres: [], millisecondsPerMetre: 1)
      },
      error: .wrongCount(.travelTimes, field: "northMetres", actual: 0, expected: 1)),
    TravelRefusal(
      make: { () throws(ProblemError) in
        try TravelTimes(eastMetres: [1 << 30], northMetres: [0], millisecondsPerMetre: 1)
      },
      error: .outOfRange(
        .travelTimes, field: "eastMetres[0]", value: 1 << 30,
        allowed: -(1 << 27)...(1 << 27))),
    TravelRefusal(
      make: { () throws(ProblemError) in
        try TravelTimes(eastMetres: [1], northMetres: [0], millisecondsPerMetre: 0)
      },
      error: .outOfRange(
        .travelTimes, field: "millisecondsPerMetre", value: 0, allowed: 1...1_000_000)),
    TravelRefusal(
      make: { () throws(ProblemError) in
        try TravelTimes(
          eastMetres: [0, 1_000_000], northMetres: [0, 0], millisecondsPerMetre: 1_000_000)
      },
      error: .outOfRange(
        .travelTimes, field: "seconds across the plane", value: 1_000_000_000,
        allowed: 0...(1 << 29))),
  ]

  @Test(arguments: travelRefusals)
  func travelTimesOutOfRangeAreRefused(_ refusal: TravelRefusal) {
    #expect(throws: refusal.error) { try refusal.make() }
  }

  @Test func profilesOfDifferentSizesAreRefused() throws {
    let two = try TravelTimes(rows: [[0, 5], [5, 0]])
    let one = try TravelTimes(rows: [[0]])
    #expect(
      throws: ProblemError.wrongCount(
        .profile(1), field: "the list of locations", actual: 1, expected: 2)
    ) { try Problem(travel: [two, one], jobs: [], vehicles: []) }
    #expect(
      throws: ProblemError.wrongCount(
        .travelTimes, field: "the list of profiles", actual: 0, expected: 1)
    ) { try Problem(travel: [], jobs: [], vehicles: []) }
  }

  /// A sum that overflows would stop the program; it is refused before anything is added up.
  @Test(arguments: [
    ("many jobs", 1_100, nil), ("many reloads", 1, Reload(location: 0, maximum: 1_000)),
  ])
  func costsThatCannotBeAddedUpAreRefused(
    what: String, jobCount: Int, reload: Reload?
  ) throws {
    let far = [[Int32(0), 1 << 29], [1 << 29, 0]]
    let travel = try TravelTimes(rows: far, metres: far)
    let job = Job(location: 1)
    var vehicle = Vehicle(startLocation: 0, endLocation: 0)
    vehicle.costPerSecond = 1_000_000
    vehicle.costPerMetre = 1_000_000
    vehicle.costPerSecondOutsideBand = 1_000_000
    _ = try Problem(travel: travel, jobs: [job], vehicles: [vehicle])
    vehicle.reload = reload
    let jobs = Array(repeating: job, count: jobCount)
    let error = #expect(throws: ProblemError.self) {
      try Problem(travel: travel, jobs: jobs, vehicles: [vehicle])
    }
    guard case .costsTooHigh(let worst) = error else {
      Issue.record("\(what) are not refused, or for another reason: \(String(describing: error))")
      return
    }
    #expect(worst > 0x1p60)
  }

  @Test func aVehicleSoSlowThatAWayTakesDecadesIsRefused() throws {
    let travel = try TravelTimes(rows: [[0, 1 << 28], [1 << 28, 0]])
    var vehicle = Vehicle(startLocation: 0, endLocation: 0, speedPermille: 500)
    _ = try Problem(travel: travel, jobs: [], vehicles: [vehicle])
    vehicle.speedPermille = 499
    #expect(
      throws: ProblemError.outOfRange(
        .vehicle(0), field: "speedPermille", value: 499, allowed: 500...1_000_000)
    ) { try Problem(travel: travel, jobs: [], vehicles: [vehicle]) }
  }

  @Test func anErrorNamesThingFieldAndValue() {
    let error = ProblemError.outOfRange(
      .break(vehicle: 3, index: 0), field: "window", value: 110, allowed: 0...100)
    #expect("\(error)" == "break 0 of vehicle 3: window is 110; use 0 to 100")
  }

  @Test func metresOfAPlaneAreThoseOfTheStraightLine() throws {
    let plane = try TravelTimes(
      eastMetres: [0, 3, 1], northMetres: [0, 4, 1], millisecondsPerMetre: 200)
    #expect(plane.seconds(from: 0, to: 1) == 1)
    #expect(plane.metres(from: 0, to: 1) == 5)
    #expect(plane.metres(from: 0, to: 2) == 1)
    #expect(plane.hasMetres)
  }

  @Test func aTableKnowsItsMetresOnlyIfItIsGivenThem() throws {
    let bare = try TravelTimes(rows: [[0, 5], [5, 0]])
    #expect(!bare.hasMetres)
    #expect(bare.metres(from: 0, to: 1) == 0)
    let full = try TravelTimes(rows: [[0, 5], [5, 0]], metres: [[0, 70], [80, 0]])
    #expect(full.metres(from: 1, to: 0) == 80)
  }

  @Test func aPlaneRoundsToTheNearestSecond() throws {
    let plane = try TravelTimes(
      eastMetres: [0, 3, 1], northMetres: [0, 4, 1], millisecondsPerMetre: 1_000)
    #expect(plane.seconds(from: 0, to: 1) == 5)
    #expect(plane.seconds(from: 0, to: 2) == 1)
    #expect(plane.seconds(from: 1, to: 2) == 4)
  }
}
