extension Runs {
  /// The first job of every block in no run, ascending.
  var allLeftOut: [Int] {
    var jobs: [Int] = []
    for job in 0..<flat.jobCount where leftOut.contains(job) { jobs.append(job) }
    return jobs
  }

  private var leftOutByTier: [Int] {
    var keyed: [(tier: Int, job: Int)] = []
    for job in allLeftOut { keyed.append((flat.mostUrgentTier(ofBlock: job), job)) }
    return keyed.sorted { ($0.tier, $0.job) < ($1.tier, $1.job) }.map(\.job)
  }

  /// Takes over the routes of `solution` as far as they are possible; the runs must be as they
  /// were in the beginning.
  mutating func adopt(_ solution: Solution) {
    var isAdopted = [Bool](repeating: false, count: flat.vehicleCount)
    for route in solution.routes where isAdopted.indices.contains(route.vehicle) {
      if isAdopted[route.vehicle] { continue }
      isAdopted[route.vehicle] = true
      adopt(route, checkingEachVisit: flat.reloads.kind(of: route.vehicle) != nil)
      if broken.contains(route.vehicle) {
        empty(route.vehicle)
        adopt(route, checkingEachVisit: true)
      }
    }
    beginStep()
  }

  /// Takes over `solution` in place of what there is.
  mutating func replace(with solution: Solution) {
    for run in 0..<flat.vehicleCount { empty(run) }
    adopt(solution)
  }

  /// Returns `solution` with every job put in that some run still has a place for.
  ///
  /// The search looks at near places only; here all of them are tried, so that a job is left out
  /// in the end only if it fits nowhere.
  mutating func completed(_ solution: Solution) -> Solution {
    replace(with: solution)
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
        let place = place(for: job, after: node, in: run, below: best.addedCost)
        if place.addedCost < best.addedCost { best = place }
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
    let run = route.vehicle
    for (position, job) in route.jobs.enumerated() where (0..<flat.jobCount).contains(job) {
      guard leftOut.contains(job), hasRoom(in: run, for: job) else { continue }
      let last = previous(endNode(of: run))
      let refill: Refill = route.reloadsBefore.contains(position) ? .ahead : .none
      if flat.reloads.kind(of: run) != nil {
        guard last != endNode(of: run) || refill == .none,
          fits(job, after: last, in: run, refilling: refill)
        else { continue }
      }
      let place = Insertion(after: last, run: run, addedCost: 0, refill: refill)
      if checkingEachVisit { tryInsert(job, at: place) } else { insert(job, at: place) }
    }
    settle(run)
  }

  /// Takes everything out of `run` that may be.
  mutating func empty(_ run: Int) {
    var node = next(endNode(of: run))
    while node != endNode(of: run) {
      let following = next(node)
      if !flat.isJob(node) || !flat.blocks.isFixed(node) { remove(node) }
      node = following
    }
    settle(run)
  }
}
