/// The recreation: puts jobs back one by one, each at the cheapest place near its neighbours.
///
/// Places are the two sides of each near job that has a run, the nearest first until only an
/// exceptionally long leg could be split at less cost, one empty run per kind of vehicle and the
/// ends of ``FarRuns``, so that a step takes the same time however many jobs there are.
///
/// Source: Christiaens, Vanden Berghe, 2020, section 5.3; restricted to near places.
struct GreedyInsertion: ~Copyable {
  /// In which order jobs are put back; within a tier, as more urgent ones always go first.
  private enum Order: CaseIterable {
    case random, largest, farthest, nearest, heaviest, narrowest, earliestOpening,
      earliestClosing
  }

  private static let untimedOrders: [Order] = [
    .random, .random, .random, .random, .largest, .largest, .largest, .largest, .farthest,
    .farthest, .nearest,
  ]
  private static let timedOrders: [Order] =
    untimedOrders + [
      .narrowest, .narrowest, .earliestOpening, .earliestOpening, .earliestClosing,
      .earliestClosing,
    ]

  /// The most kinds of vehicle of which a job tries an empty run.
  private static let mostKinds = 16

  private let orders: [Order]
  private let depotSeconds: Column<Int32>
  /// How much of the bag each job takes, over all dimensions.
  private let size: Column<Int64>
  /// Whether a second of way is known to cost no less than the fastest way between two jobs tells.
  private let hasReachBound: Bool
  private var blinks: Blinks
  private var longLeg = LongLeg()
  private var farRuns = FarRuns()
  /// With so many runs or more, no job may be the first of another.
  var mostRuns = Int.max
  private var keyed: [(tier: Int, key: Int, job: Int)] = []

  init(
    _ flat: borrowing FlatProblem, blinkChance: Double, using random: inout SplitMix64
  ) {
    orders =
      (flat.windowOpening.count > 0 ? Self.timedOrders : Self.untimedOrders)
      + (flat.hasWeights ? [.heaviest, .heaviest, .heaviest] : [])
    var reach: [Int] = []
    for job in 0..<flat.jobCount {
      let depot = flat.vehicleCount == 0 ? job : flat.jobCount
      reach.append(flat.travel.seconds(from: depot, to: job))
    }
    depotSeconds = Column(reach)
    size = Column(flat.sizes)
    hasReachBound =
      flat.hasOneProfile && flat.prices.leastPerSecond > 0 && !flat.prices.rewardsDuration
    blinks = Blinks(chance: blinkChance, using: &random)
  }

  /// Learns which runs have room and, from a sample, how long legs are at present.
  mutating func survey(_ runs: borrowing Runs, using random: inout SplitMix64) {
    farRuns.beginSurvey()
    for run in 0..<runs.flat.vehicleCount where runs.stopCount[run] > 0 && runs.hasAnyRoom(in: run)
    {
      farRuns.note(run)
    }
    let jobCount = runs.flat.jobCount
    for _ in 0..<(jobCount > 0 ? LongLeg.sampleSize : 0) {
      let job = random.below(jobCount)
      guard runs.runOf(job) >= 0, runs.flat.isJob(runs.next(job)) else { continue }
      longLeg.note(runs.travelToNext(job) + waitingToFill(in: runs.runOf(job), runs))
    }
    longLeg.endSample()
  }

  /// Returns by how much nearer a place in `run` may be than the way tells, as a longer way can fill
  /// its waiting at no cost, once there and once back.
  @inline(__always)
  private func waitingToFill(in run: Int, _ runs: borrowing Runs) -> Int {
    runs.flat.isTimed && runs.flat.measure == .duration ? runs.waiting(of: run) / 2 : 0
  }

  /// Puts back what fits of `jobs`, all of them left out at present.
  mutating func recreate(
    _ runs: inout Runs, with jobs: [Int], nearest: borrowing NearestJobs,
    using random: inout SplitMix64
  ) {
    sort(jobs, runs.flat, &random)
    farRuns.draw(using: &random)
    for index in keyed.indices {
      let job = keyed[index].job
      var place = cheapestPlace(for: job, in: &runs, nearest, &random)
      if !place.isPossible, runs.usedRunCount > 0 {
        place = cheapestPlace(for: job, inSomeRunOf: &runs, &random)
      }
      if place.isPossible { runs.tryInsert(job, at: place) }
    }
    guard runs.flat.reloads.exist else { return }
    for index in 0..<runs.touched.count { runs.moveReloads(of: runs.touched[index]) }
  }

  private mutating func sort(
    _ jobs: [Int], _ flat: borrowing FlatProblem, _ random: inout SplitMix64
  ) {
    let order = orders[random.below(orders.count)]
    keyed.removeAll(keepingCapacity: true)
    for job in jobs {
      keyed.append(
        (flat.mostUrgentTier(ofBlock: job), key(of: job, order, flat, &random), job))
    }
    keyed.sort { ($0.tier, $0.key, $0.job) < ($1.tier, $1.key, $1.job) }
  }

  private func key(
    of job: Int, _ order: Order, _ flat: borrowing FlatProblem, _ random: inout SplitMix64
  ) -> Int {
    let first = flat.windowOffset[job]
    let end = flat.windowOffset[job + 1]
    switch order {
    case .random: return random.below(1 << 30)
    case .largest: return -size[job]
    case .farthest: return -depotSeconds[job]
    case .nearest: return depotSeconds[job]
    case .heaviest: return -flat.weight[job]
    case .narrowest:
      var open = first == end ? FlatTravel.never : 0
      for window in first..<end { open += flat.windowClosing[window] - flat.windowOpening[window] }
      return open
    case .earliestOpening: return first == end ? 0 : flat.windowOpening[first]
    case .earliestClosing: return first == end ? FlatTravel.never : flat.windowClosing[end - 1]
    }
  }

  private mutating func cheapestPlace(
    for job: Int, in runs: inout Runs, _ nearest: borrowing NearestJobs,
    _ random: inout SplitMix64
  ) -> Insertion {
    var best = Insertion.none
    let service = runs.flat.countedService(of: job)
    var slack = Int.max / 4
    for rank in 0..<nearest.count {
      let way = nearest.seconds(job, byWay: rank)
      if way &- longLeg.seconds >= slack { break }
      let neighbour = nearest.job(job, byWay: rank)
      let run = runs.runOf(neighbour)
      guard run >= 0, runs.hasRoom(in: run, for: job) else { continue }
      // By the triangle inequality a place next to a far neighbour costs at least twice what the
      // way to it exceeds the leg that is there now, less the waiting it may fill.
      let reach = way &- waitingToFill(in: run, runs)
      let isNearAhead = reach &- runs.travelFromPrevious(neighbour) < slack
      let isNearBehind = reach &- runs.travelToNext(neighbour) < slack
      if isNearAhead {
        consider(job, after: runs.previous(neighbour), run, &runs, &best, &random)
      }
      if isNearBehind { consider(job, after: neighbour, run, &runs, &best, &random) }
      if isNearAhead || isNearBehind, best.isPossible, hasReachBound {
        slack = (best.addedCost / runs.flat.prices.leastPerSecond - service) / 2 + 1
      }
    }
    considerFarRuns(for: job, &runs, &best, &random)
    if runs.usedRunCount < mostRuns { considerUnusedRuns(for: job, &runs, &best, &random) }
    return best
  }

  /// Looks at the first and the last place of runs with room anywhere.
  private mutating func considerFarRuns(
    for job: Int, _ runs: inout Runs, _ best: inout Insertion, _ random: inout SplitMix64
  ) {
    for index in farRuns.tried.indices {
      let run = Int(farRuns.tried[index])
      guard runs.stopCount[run] > 0, runs.hasRoom(in: run, for: job) else { continue }
      let end = runs.endNode(of: run)
      consider(job, after: end, run, &runs, &best, &random)
      consider(job, after: runs.previous(end), run, &runs, &best, &random)
    }
  }

  /// Looks at one empty run of each kind, or of some kinds drawn at random where there are many.
  private mutating func considerUnusedRuns(
    for job: Int, _ runs: inout Runs, _ best: inout Insertion, _ random: inout SplitMix64
  ) {
    let kinds = runs.flat.kindCount
    let first = kinds > Self.mostKinds ? random.below(kinds) : 0
    for index in 0..<min(kinds, Self.mostKinds) {
      let kind = first + index < kinds ? first + index : first + index - kinds
      guard let run = runs.pool.unusedVehicle(ofKind: kind), runs.hasRoom(in: run, for: job)
      else { continue }
      consider(job, after: runs.endNode(of: run), run, &runs, &best, &random)
    }
  }

  /// Looks at every place of one run drawn at random: the way out when all near runs are full.
  private mutating func cheapestPlace(
    for job: Int, inSomeRunOf runs: inout Runs, _ random: inout SplitMix64
  ) -> Insertion {
    var best = Insertion.none
    let run = random.below(runs.flat.vehicleCount)
    guard runs.stopCount[run] > 0, runs.hasRoom(in: run, for: job) else { return best }
    var node = runs.endNode(of: run)
    repeat {
      consider(job, after: node, run, &runs, &best, &random)
      node = runs.next(node)
    } while node != runs.endNode(of: run)
    return best
  }

  @inline(__always)
  private mutating func consider(
    _ job: Int, after node: Int, _ run: Int, _ runs: inout Runs, _ best: inout Insertion,
    _ random: inout SplitMix64
  ) {
    let place = runs.place(for: job, after: node, in: run, below: best.addedCost)
    // A place that is not the cheapest so far is passed over in any case.
    guard place.addedCost < best.addedCost, !blinks.next(using: &random) else { return }
    best = place
  }
}
