/// A ``Problem`` laid out in columns, the form in which the search reads it.
///
/// Nodes number the jobs first and then one node per vehicle, which stands for both ends of its
/// run.
struct FlatProblem: ~Copyable {
  let jobCount: Int
  let vehicleCount: Int
  let kindCount: Int
  let tierCount: Int
  /// One more than the most breaks of any vehicle: the states of a node.
  let stateCount: Int
  let measure: Problem.Measure
  /// Whether moments matter at all; otherwise a run costs the sum of its legs and services.
  let isTimed: Bool
  /// Whether how long a run takes matters, besides how far it goes.
  let countsDuration: Bool
  let travel: FlatTravel

  /// The location of each job.
  let place: Column<Int32>
  /// The point of `travel` where each vehicle ends, -1 for anywhere; points number the nodes
  /// first and then the ends.
  let endPoint: Column<Int32>

  let setupSeconds: Column<Int32>
  let serviceSeconds: Column<Int32>
  let demand: Column<Int32>
  let tier: Column<Int8>
  let weight: Column<Int32>
  /// Whether some job has several windows.
  let hasSplitWindows: Bool
  /// `windowOffset[job]..<windowOffset[job + 1]` index the two columns below.
  let windowOffset: Column<Int32>
  let windowOpening: Column<Int32>
  let windowClosing: Column<Int32>

  let kind: Column<Int32>
  let shiftStart: Column<Int32>
  let shiftEnd: Column<Int32>
  let capacity: Column<Int32>
  let maximumStops: Column<Int32>
  let maximumDuration: Column<Int32>
  let speedPermille: Column<Int32>
  let softDuration: Column<Int32>
  let softCost: Column<Int32>
  let fixedCost: Column<Int32>
  let breakCount: Column<Int32>
  /// `vehicle × stateCount + index` for the three columns below.
  let breakOpening: Column<Int32>
  let breakClosing: Column<Int32>
  let breakSeconds: Column<Int32>

  /// Whether every kind can serve every job.
  let isUniform: Bool
  /// `kind × jobCount + job`: 1 where skills and permissions agree; empty when uniform.
  let isServable: Column<Int8>

  init(_ problem: Problem) {
    let jobs = problem.jobs
    let vehicles = problem.vehicles
    let kinds = FleetKinds(problem)
    jobCount = jobs.count
    vehicleCount = vehicles.count
    kindCount = kinds.firstVehicle.count
    tierCount = problem.tierCount
    let mostBreaks = vehicles.map(\.breaks.count).max() ?? 0
    stateCount = mostBreaks + 1
    measure = problem.measure
    isTimed = problem.isTimed
    countsDuration = problem.countsDuration
    travel = FlatTravel(
      problem.travel[0],
      places: jobs.map(\.location) + vehicles.map { $0.startLocation ?? 0 }
        + vehicles.map { $0.endLocation ?? 0 })

    place = Column(jobs.map(\.location))
    let firstEnd = jobs.count + vehicles.count
    endPoint = Column(
      vehicles.enumerated().map { $1.endLocation == nil ? -1 : firstEnd + $0 })
    setupSeconds = Column(jobs.map { Int($0.setupSeconds) })
    serviceSeconds = Column(jobs.map { Int($0.serviceSeconds) })
    demand = Column(jobs.map { Int($0.demand[0]) })
    tier = Column(jobs.map(\.tier))
    weight = Column(jobs.map { Int($0.weight) })
    hasSplitWindows = jobs.contains { $0.timeWindows.count > 1 }
    windowOffset = Column(
      jobs.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.timeWindows.count) })
    windowOpening = Column(jobs.flatMap { $0.timeWindows.map { Int($0.lowerBound) } })
    windowClosing = Column(jobs.flatMap { $0.timeWindows.map { Int($0.upperBound) } })

    kind = Column(kinds.kindOfVehicle)
    shiftStart = Column(vehicles.map { Int($0.shift.lowerBound) })
    shiftEnd = Column(
      vehicles.map { min(Int($0.shift.upperBound), Limits.seconds.upperBound) })
    capacity = Column(vehicles.map { Int($0.capacity[0]) })
    maximumStops = Column(vehicles.map { Int($0.maximumStops) })
    maximumDuration = Column(vehicles.map { Int($0.maximumDurationSeconds ?? .max) })
    speedPermille = Column(vehicles.map { Int($0.speedPermille) })
    softDuration = Column(vehicles.map { Int($0.workBand?.upperBound ?? .max) })
    softCost = Column(vehicles.map { Int($0.costPerSecondOutsideBand) })
    fixedCost = Column(vehicles.map { Int($0.fixedCost) })
    breakCount = Column(vehicles.map(\.breaks.count))
    let padded = vehicles.flatMap { vehicle in
      vehicle.breaks
        + Array(
          repeating: Break(window: 0...0, durationSeconds: 0),
          count: mostBreaks + 1 - vehicle.breaks.count)
    }
    breakOpening = Column(padded.map { Int($0.window.lowerBound) })
    breakClosing = Column(padded.map { Int($0.window.upperBound) })
    breakSeconds = Column(padded.map { Int($0.durationSeconds) })

    isUniform = jobs.allSatisfy { job in
      job.allowedVehicles == nil && kinds.firstVehicle.allSatisfy { vehicles[$0].canServe(job) }
    }
    isServable = isUniform ? Column([]) : Column(problem.servability(of: kinds))
  }

  /// Whether skills and permissions let `vehicle` serve `job`.
  @inline(__always)
  func canServe(_ job: Int, by vehicle: Int) -> Bool {
    isUniform || isServable[kind[vehicle] * jobCount + job] != 0
  }

  /// Returns the travel time of `vehicle` from one node to another, in seconds; its own node as
  /// destination is the end of its run.
  @inline(__always)
  func travelSeconds(from: Int, to: Int, by vehicle: Int) -> Int {
    if !isTimed { return travel.seconds(from: from, to: to) }
    let destination = to < jobCount ? to : endPoint[vehicle]
    guard destination >= 0 else { return 0 }
    let base = travel.seconds(from: from, to: destination)
    let permille = speedPermille[vehicle]
    if permille == 1_000 || base == FlatTravel.never { return base }
    return (base * 1_000 + permille - 1) / permille
  }

  /// Returns the setup paid at `job` when the stop before it is `node`.
  @inline(__always)
  func setupSeconds(at job: Int, after node: Int) -> Int {
    node < jobCount && place[node] == place[job] ? 0 : setupSeconds[job]
  }

  /// Returns the first moment from `ready` on at which `job` may start; `never` if there is none.
  @inline(__always)
  func earliestStart(_ job: Int, from ready: Int) -> Int {
    var window = windowOffset[job]
    let end = windowOffset[job + 1]
    if window == end { return ready }
    while window < end, windowClosing[window] < ready { window += 1 }
    return window == end ? FlatTravel.never : max(ready, windowOpening[window])
  }

  /// Returns the last moment up to `limit` at which `job` may start; negative if there is none.
  @inline(__always)
  func latestStart(_ job: Int, upTo limit: Int) -> Int {
    let first = windowOffset[job]
    var window = windowOffset[job + 1]
    if window == first { return limit }
    while window > first, windowOpening[window - 1] > limit { window -= 1 }
    return window == first ? -1 : min(limit, windowClosing[window - 1])
  }

  /// Returns the opening and closing of the window that holds `start`.
  @inline(__always)
  func window(of job: Int, holding start: Int) -> (opening: Int, closing: Int) {
    var window = windowOffset[job]
    if window == windowOffset[job + 1] { return (0, FlatTravel.never) }
    while windowClosing[window] < start { window += 1 }
    return (windowOpening[window], windowClosing[window])
  }

  /// Returns the service of `job`, in seconds, if it is part of the cost.
  @inline(__always)
  func countedService(of job: Int) -> Int { measure == .duration ? serviceSeconds[job] : 0 }

  /// Returns what a run that is out for `duration` and on the way for `travelled` costs.
  @inline(__always)
  func cost(of run: Int, duration: Int, travelled: Int) -> Int {
    let overtime = max(0, duration - softDuration[run]) * softCost[run]
    return (measure == .duration ? duration : travelled) + overtime + fixedCost[run]
  }
}
