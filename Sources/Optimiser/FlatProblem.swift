/// A ``Problem`` laid out in columns, the form in which the search reads it.
///
/// Nodes number the jobs first, then one node per vehicle, which stands for both ends of its run,
/// and last the reloads.
struct FlatProblem: ~Copyable {
  let jobCount: Int
  let vehicleCount: Int
  let nodeCount: Int
  let kindCount: Int
  let tierCount: Int
  /// One more than the most breaks of any vehicle: the states of a node.
  let stateCount: Int
  let measure: Problem.Measure
  /// Whether moments matter at all; otherwise a run costs the sum of its legs and services.
  let isTimed: Bool
  /// Whether how long a run takes matters, besides how far it goes.
  let countsDuration: Bool
  /// Between points: the nodes first, where a vehicle's stands for its start, and then the ends.
  let travel: FlatTravel
  /// Whether `travel` is all there is to it: one profile at base speed, and no run that begins or
  /// ends elsewhere.
  private let isDirect: Bool
  /// Seconds by profile, where there are several.
  private let profiles: FlatProfiles
  /// Metres by profile, where they matter.
  private let distances: FlatProfiles
  let prices: FlatPrices
  let loads: FlatLoads
  let pickups: FlatPickups
  let blocks: FlatBlocks
  let reloads: FlatReloads

  /// The location of each job.
  let place: Column<Int32>
  /// The points where each vehicle begins and ends, -1 for anywhere.
  private let startPoint: Column<Int32>
  private let endPoint: Column<Int32>

  let setupSeconds: Column<Int32>
  /// By node: at the door, or at a reload.
  let serviceSeconds: Column<Int32>
  /// In the first dimension, as ``capacity``; see ``loads`` for the others.
  let demand: Column<Int32>
  let tier: Column<Int8>
  let weight: Column<Int32>
  /// Whether some job has several windows.
  let hasSplitWindows: Bool
  /// Whether some job weighs more than another.
  let hasWeights: Bool
  /// `windowOffset[node]..<windowOffset[node + 1]` index the two columns below.
  let windowOffset: Column<Int32>
  let windowOpening: Column<Int32>
  let windowClosing: Column<Int32>

  let kind: Column<Int32>
  let shiftStart: Column<Int32>
  let shiftEnd: Column<Int32>
  let capacity: Column<Int32>
  let maximumStops: Column<Int32>
  let maximumDuration: Column<Int32>
  private let speedPermille: Column<Int32>
  private let profile: Column<Int32>
  let breakCount: Column<Int32>
  /// `vehicle × stateCount + index` for the three columns below.
  let breakOpening: Column<Int32>
  let breakClosing: Column<Int32>
  let breakSeconds: Column<Int32>

  /// Whether every kind can serve every job.
  private let isUniform: Bool
  /// `kind × jobCount + job`: 1 where skills, permissions and pins agree; empty when uniform.
  private let isServable: Column<Int8>
  /// Whether some job costs more with one vehicle than with another.
  private let hasStrangers: Bool
  /// `kind × jobCount + job`: what the job costs extra; empty without strangers.
  private let strangerCost: Column<Int32>

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
    prices = FlatPrices(problem)
    loads = FlatLoads(problem)
    pickups = FlatPickups(problem)
    blocks = FlatBlocks(problem)
    reloads = FlatReloads(problem)
    nodeCount = jobs.count + vehicles.count + reloads.locations.count

    let places =
      jobs.map(\.location) + vehicles.map { $0.startLocation ?? 0 } + reloads.locations
      + vehicles.map { $0.endLocation ?? 0 }
    travel = FlatTravel(problem.travel[0], places: places)
    isDirect =
      problem.travel.count == 1
      && vehicles.allSatisfy {
        $0.speedPermille == 1_000 && $0.startLocation != nil && $0.endLocation == $0.startLocation
      }
    profiles = FlatProfiles(
      problem.travel.count == 1 ? [] : problem.travel.map(FlatProfiles.Source.seconds),
      places: places)
    distances = FlatProfiles(
      prices.countsMetres ? problem.travel.map(FlatProfiles.Source.metres) : [], places: places)
    place = Column(jobs.map(\.location))
    let (firstStart, firstEnd) = (jobs.count, nodeCount)
    startPoint = Column(
      vehicles.enumerated().map { $1.startLocation == nil ? -1 : firstStart + $0 })
    endPoint = Column(
      vehicles.enumerated().map { $1.endLocation == nil ? -1 : firstEnd + $0 })
    setupSeconds = Column(jobs.map { Int($0.setupSeconds) })
    serviceSeconds = Column(
      jobs.map { Int($0.serviceSeconds) } + vehicles.map { _ in 0 } + reloads.seconds)
    demand = Column(jobs.map { Int($0.demand[0]) })
    tier = Column(jobs.map(\.tier))
    weight = Column(jobs.map { Int($0.weight) })
    hasSplitWindows = jobs.contains { $0.timeWindows.count > 1 }
    hasWeights = jobs.contains { $0.weight != jobs[0].weight }
    let offsets = jobs.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.timeWindows.count) }
    windowOffset = Column(
      offsets + Array(repeating: offsets[jobs.count], count: nodeCount - jobs.count))
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
    profile = Column(vehicles.map(\.profile))
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

    isUniform =
      problem.pins.allSatisfy { $0.vehicle == nil }
      && jobs.allSatisfy { job in
        job.allowedVehicles == nil && kinds.firstVehicle.allSatisfy { vehicles[$0].canServe(job) }
      }
    isServable = isUniform ? Column([]) : Column(problem.servability(of: kinds))
    hasStrangers = jobs.contains(where: \.pricesStrangers)
    strangerCost = hasStrangers ? Column(problem.strangerCosts(of: kinds)) : Column([])
  }

  /// Whether `node` is one of the jobs.
  @inline(__always)
  func isJob(_ node: Int) -> Bool { node < jobCount }

  /// Whether `node` stands for the ends of a run.
  @inline(__always)
  func isEnd(_ node: Int) -> Bool { node >= jobCount && node < jobCount &+ vehicleCount }

  /// The first node that is a reload.
  var firstReload: Int { jobCount + vehicleCount }

  /// Whether skills and permissions let `vehicle` serve `job`.
  @inline(__always)
  func canServe(_ job: Int, by vehicle: Int) -> Bool {
    isUniform || isServable[kind[vehicle] * jobCount + job] != 0
  }

  /// Whether all vehicles use the same kind of way.
  var hasOneProfile: Bool { profiles.isEmpty }

  /// Whether what goes in at a place is always one job and nothing else.
  @inline(__always)
  var hasPlainPlaces: Bool { !blocks.exist && !haveTrips }

  /// How much of the bag each job takes, before or after: its demand or what is picked up, or over
  /// several dimensions the sum of its shares of the largest bag, in thousandths.
  var sizes: [Int] {
    var sizes: [Int] = []
    for job in 0..<jobCount {
      var size = size(of: job, 0)
      if loads.count > 0 {
        size = size * 1_000 / max(1, largestCapacity(0))
        for other in 0..<loads.count {
          size += self.size(of: job, other + 1) * 1_000 / max(1, largestCapacity(other + 1))
        }
      }
      sizes.append(size)
    }
    return sizes
  }

  /// As many runs as it takes at least to carry everything, if none reloads.
  var leastRuns: Int {
    var least = 1
    for dimension in 0...loads.count {
      var (given, taken) = (0, 0)
      for job in 0..<jobCount {
        given += ownDemand(of: job, dimension)
        taken += pickups.amount(of: job, dimension)
      }
      let largest = max(1, largestCapacity(dimension))
      least = max(least, (max(given, taken) + largest - 1) / largest)
    }
    return least
  }

  private func size(of job: Int, _ dimension: Int) -> Int {
    max(ownDemand(of: job, dimension), pickups.amount(of: job, dimension))
  }

  private func largestCapacity(_ dimension: Int) -> Int {
    var largest = 0
    for vehicle in 0..<vehicleCount { largest = max(largest, capacity(of: vehicle, dimension)) }
    return largest
  }

  /// Whether earliest and latest times are all that is kept of a run, and undone one by one.
  @inline(__always)
  var keepsArrivals: Bool { !countsDuration && stateCount == 1 }

  /// Whether room is a matter of one dimension and one stop at a time.
  @inline(__always)
  var hasPlainRoom: Bool { loads.count == 0 && !blocks.exist && !pickups.exist }

  /// Whether in some run it depends on the place how much room there is.
  @inline(__always)
  var haveTrips: Bool { reloads.exist || pickups.exist }

  /// Whether in `run` it depends on the place how much room there is.
  @inline(__always)
  func hasTrips(_ run: Int) -> Bool { pickups.exist || reloads.kind(of: run) != nil }

  /// Whether a run's cost or limits depend on metres or strangers.
  @inline(__always)
  var hasExtras: Bool { hasStrangers || prices.countsMetres }

  /// Returns what the block that begins with `first` takes of the bag in a dimension.
  @inline(__always)
  func demand(of first: Int, _ dimension: Int) -> Int {
    var demand = 0
    var job: Int? = first
    while let each = job {
      demand += ownDemand(of: each, dimension)
      job = blocks.following(each)
    }
    return demand
  }

  /// Returns what `job` alone takes of the bag in a dimension.
  @inline(__always)
  func ownDemand(of job: Int, _ dimension: Int) -> Int {
    dimension == 0 ? demand[job] : loads.demand(of: job, dimension - 1)
  }

  /// Returns what the block that begins with `first` changes in the bag in a dimension.
  @inline(__always)
  func change(by first: Int, _ dimension: Int) -> Trips.Change {
    let given = demand(of: first, dimension)
    var (load, peak, taken) = (given, 0, 0)
    var job: Int? = first
    while let each = job {
      let picked = pickups.amount(of: each, dimension)
      load += picked - ownDemand(of: each, dimension)
      peak = max(peak, load)
      taken += picked
      job = blocks.following(each)
    }
    return Trips.Change(given: given, taken: taken, peak: peak)
  }

  /// Returns the first tier that leaving out the block that begins with `first` counts in.
  @inline(__always)
  func mostUrgentTier(ofBlock first: Int) -> Int {
    var most = tier[first]
    var job = blocks.following(first)
    while let each = job {
      most = min(most, tier[each])
      job = blocks.following(each)
    }
    return most
  }

  /// Returns what fits into the bag of `run` in a dimension.
  @inline(__always)
  func capacity(of run: Int, _ dimension: Int) -> Int {
    dimension == 0 ? capacity[run] : loads.capacity(of: run, dimension - 1)
  }

  /// Returns what it costs extra to let `vehicle` serve `job`.
  @inline(__always)
  func strangerCost(of job: Int, to vehicle: Int) -> Int {
    hasStrangers ? strangerCost[kind[vehicle] * jobCount + job] : 0
  }

  /// Returns the travel time of `vehicle` from one node to another, in seconds; its own node
  /// stands for its start as origin and for its end as destination.
  @inline(__always)
  func travelSeconds(from: Int, to: Int, by vehicle: Int) -> Int {
    isDirect ? travel.seconds(from: from, to: to) : ownSeconds(from: from, to: to, by: vehicle)
  }

  @inline(__always)
  private func ownSeconds(from: Int, to: Int, by vehicle: Int) -> Int {
    guard let (origin, destination) = points(from: from, to: to, by: vehicle) else { return 0 }
    let base =
      profiles.isEmpty
      ? travel.seconds(from: origin, to: destination)
      : profiles.value(from: origin, to: destination, profile: profile[vehicle])
    let permille = speedPermille[vehicle]
    if permille == 1_000 || base == FlatTravel.never { return base }
    return (base * 1_000 + permille - 1) / permille
  }

  /// Returns the way of `vehicle` from one node to another, in metres; 0 if metres do not matter.
  @inline(__always)
  func metres(from: Int, to: Int, by vehicle: Int) -> Int {
    guard prices.countsMetres, let (origin, destination) = points(from: from, to: to, by: vehicle)
    else { return 0 }
    return distances.value(from: origin, to: destination, profile: profile[vehicle])
  }

  /// Returns the points between which `vehicle` travels; nil where an end is open.
  @inline(__always)
  private func points(from: Int, to: Int, by vehicle: Int) -> (Int, Int)? {
    let origin = isEnd(from) ? startPoint[vehicle] : from
    let destination = isEnd(to) ? endPoint[vehicle] : to
    return origin >= 0 && destination >= 0 ? (origin, destination) : nil
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
}
