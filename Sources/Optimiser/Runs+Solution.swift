extension Runs {
  /// Every job in no run, ascending.
  var allLeftOut: [Int] {
    var jobs: [Int] = []
    for job in 0..<flat.jobCount where runOf(job) < 0 { jobs.append(job) }
    return jobs
  }

  private var leftOutByTier: [Int] {
    var keyed: [(tier: Int, job: Int)] = []
    for job in allLeftOut { keyed.append((flat.tier[job], job)) }
    return keyed.sorted { ($0.tier, $0.job) < ($1.tier, $1.job) }.map(\.job)
  }

  /// Takes over the routes of `solution` as far as they are possible; the runs must be empty.
  mutating func adopt(_ solution: Solution) {
    for route in solution.routes where (0..<flat.vehicleCount).contains(route.vehicle) {
      guard stopCount[route.vehicle] == 0 else { continue }
      adopt(route, checkingEachVisit: false)
      if broken.contains(route.vehicle) {
        empty(route.vehicle)
        adopt(route, checkingEachVisit: true)
      }
    }
    beginStep()
  }

  /// Returns `solution` with every job put in that some run still has a place for.
  ///
  /// The search looks at near places only; here all of them are tried, so that a job is left out
  /// in the end only if it fits nowhere.
  mutating func completed(_ solution: Solution) -> Solution {
    for run in 0..<flat.vehicleCount { empty(run) }
    adopt(solution)
    var hasChanged = leftOut.count > 0
    while hasChanged {
      hasChanged = false
      for job in leftOutByTier {
        let place = cheapestPlace(for: job)
        if place.isPossible { tryInsert(job, at: place) }
        if runOf(job) >= 0 { hasChanged = true }
      }
    }
    return BestPlan(self).solution(flat)
  }

  /// Returns the cheapest of all places for `job`.
  mutating func cheapestPlace(for job: Int) -> Insertion {
    var best = Insertion.none
    for run in 0..<flat.vehicleCount where hasRoom(in: run, for: job) {
      var node = endNode(of: run)
      repeat {
        let added = addedCost(of: job, after: node, in: run, below: best.addedCost)
        if added < best.addedCost {
          best = Insertion(after: node, run: run, addedCost: added)
        }
        node = next(node)
      } while node != endNode(of: run)
    }
    return best
  }

  /// Collects jobs in no run that a step around `seed` may try again: a few, as room appears in
  /// one neighbourhood only.
  func collectLeftOut(
    around seed: Int, nearest: borrowing NearestJobs, into jobs: inout [Int],
    using random: inout SplitMix64
  ) {
    jobs.removeAll(keepingCapacity: true)
    guard leftOut.count > 0 else { return }
    let most = 10
    if leftOut.count <= most {
      for index in 0..<leftOut.count { jobs.append(leftOut[index]) }
      return
    }
    if leftOut.contains(seed) { jobs.append(seed) }
    for rank in 0..<nearest.count where jobs.count < most {
      let job = nearest[seed, rank]
      if leftOut.contains(job) { jobs.append(job) }
    }
    let far = leftOut[random.below(leftOut.count)]
    if !jobs.contains(far) { jobs.append(far) }
  }

  private mutating func adopt(_ route: Route, checkingEachVisit: Bool) {
    for job in route.jobs where (0..<flat.jobCount).contains(job) {
      guard runOf(job) < 0, hasRoom(in: route.vehicle, for: job) else { continue }
      let end = endNode(of: route.vehicle)
      insert(job, after: previous(end), in: route.vehicle)
      if checkingEachVisit, !settle(route.vehicle) {
        remove(job)
        settle(route.vehicle)
      }
    }
    settle(route.vehicle)
  }

  private mutating func empty(_ run: Int) {
    while next(endNode(of: run)) != endNode(of: run) { remove(next(endNode(of: run))) }
    settle(run)
  }
}
