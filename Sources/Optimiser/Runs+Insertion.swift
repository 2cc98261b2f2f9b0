extension Runs {
  /// Returns what putting `job` into `run` behind `node` adds to the cost, or `.max` where it
  /// does not fit in time or would add `bound` or more.
  ///
  /// Room and skills are the caller's to check. O(breaks²), whatever the length of the run.
  @inline(__always)
  mutating func addedCost(of job: Int, after node: Int, in run: Int, below bound: Int) -> Int {
    let following = next(node)
    let there = flat.travelSeconds(from: node, to: job, by: run)
    let onward = flat.travelSeconds(from: job, to: following, by: run)
    let addedTravel = there + onward - travelToNext(node)
    guard flat.isTimed else {
      let fixed = stopCount[run] == 0 ? flat.prices.fixedCost[run] : 0
      return addedTravel + flat.countedService(of: job) + fixed
    }
    return addedTimedCost(
      of: job, after: node, in: run, there: there, onward: onward, addedTravel: addedTravel,
      below: bound)
  }

  /// Returns the waiting in `run` that a longer way could fill at no cost.
  @inline(__always)
  func waiting(of run: Int) -> Int { clock.duration[run] - clock.moving[run] }

  private mutating func addedTimedCost(
    of job: Int, after node: Int, in run: Int, there: Int, onward: Int, addedTravel: Int,
    below bound: Int
  ) -> Int {
    let following = next(node)
    let toJob = there + flat.setupSeconds(at: job, after: node)
    let fromJob =
      onward + (following < flat.jobCount ? flat.setupSeconds(at: following, after: job) : 0)
    let replaced = stopCount[run] == 0 ? 0 : leg(from: node, to: following)
    let addedMoving = toJob + flat.serviceSeconds[job] + fromJob - replaced
    let least = leastAddedCost(of: run, travel: addedTravel, moving: addedMoving)
    guard least < bound else { return .max }
    if flat.breakCount[run] > 0 {
      chain.removeAll()
      chain.append(job)
      chain.legs[0] = toJob
      chain.legs[1] = fromJob
    }
    let duration =
      flat.breakCount[run] == 0
      ? durationWithoutBreaks(
        job, after: node, in: run, toJob: toJob, fromJob: fromJob, addedMoving: addedMoving)
      : durationOfChainWithBreaks(after: node, in: run, addedMoving: addedMoving)
    let metres =
      flat.prices.countsMetres ? addedMetres(of: job, between: node, following, on: run) : 0
    return addedCost(
      of: run, duration: duration, travel: addedTravel, metres: metres,
      strangers: flat.strangerCost(of: job, to: run))
  }

  /// Returns a bound from below on what `run` costs more when it goes and works so much longer: at
  /// best that fills all its waiting.
  @inline(__always)
  private func leastAddedCost(of run: Int, travel: Int, moving: Int) -> Int {
    if stopCount[run] == 0 { return .min }
    let added = moving - waiting(of: run)
    if flat.prices.arePlain { return flat.measure == .travel ? travel : added }
    if flat.prices.rewardsDuration { return .min }
    let cost = flat.prices.cost(
      of: run, duration: clock.duration[run] + added, travelled: travelled[run] + travel)
    return cost + extras[run] - runCost[run]
  }

  /// Returns what `run` costs more when it is out for `duration` and goes so much farther; `.max`
  /// where it may not.
  @inline(__always)
  private func addedCost(
    of run: Int, duration: Int, travel: Int, metres: Int, strangers: Int
  ) -> Int {
    guard duration < FlatTravel.never, duration <= flat.maximumDuration[run] else { return .max }
    if flat.prices.limitsWay, !mayGo(run, further: travel, metres: metres) { return .max }
    let cost = flat.prices.cost(
      of: run, duration: duration, travelled: travelled[run] + travel)
    guard flat.hasExtras else { return cost - runCost[run] }
    return cost + extras[run] + flat.prices.cost(ofMetres: metres, on: run) + strangers
      - runCost[run]
  }

  /// Returns the duration of `run` with `job` in it, `never` when it does not fit.
  @inline(__always)
  private func durationWithoutBreaks(
    _ job: Int, after node: Int, in run: Int, toJob: Int, fromJob: Int, addedMoving: Int
  ) -> Int {
    let following = next(node)
    let start = flat.earliestStart(job, from: clock.earliest[node * flat.stateCount] + toJob)
    let ready = start + flat.serviceSeconds[job] + fromJob
    let limit = clock.latest[following * flat.stateCount]
    guard ready <= limit else { return FlatTravel.never }
    let moving = clock.moving[run] + addedMoving
    guard flat.countsDuration else { return moving }
    let elapsed = clock.elapsed[node] + toJob
    let closing = flat.window(of: job, holding: start).closing
    let latestLeaving = min(
      clock.latestLeaving[node], closing - elapsed,
      limit - (elapsed + flat.serviceSeconds[job] + fromJob))
    let returning = max(ready + clock.tail[following], clock.floor[following])
    return max(moving, returning - latestLeaving)
  }
}

/// The same for several nodes that go in one behind the other: those of ``chain``.
extension Runs {
  /// Returns what putting the chain into `run` behind `node` adds to the cost, or `.max` where it
  /// does not fit in time.
  mutating func addedCostOfChain(after node: Int, in run: Int) -> Int {
    let following = next(node)
    var here = node
    var addedTravel = -travelToNext(node)
    var addedMoving = stopCount[run] == 0 ? 0 : -leg(from: node, to: following)
    var metres =
      node == following || !flat.prices.countsMetres
      ? 0 : -flat.metres(from: node, to: following, by: run)
    var strangers = 0
    for index in 0...chain.count {
      let there = index < chain.count ? chain[index] : following
      let travel = flat.travelSeconds(from: here, to: there, by: run)
      let leg = travel + (flat.isJob(there) ? flat.setupSeconds(at: there, after: here) : 0)
      chain.legs[index] = leg
      addedTravel += travel
      addedMoving += leg
      metres += flat.metres(from: here, to: there, by: run)
      if index < chain.count {
        addedMoving += flat.serviceSeconds[there]
        if flat.isJob(there) { strangers += flat.strangerCost(of: there, to: run) }
      }
      here = there
    }
    let duration =
      flat.breakCount[run] == 0
      ? durationOfChainWithoutBreaks(after: node, in: run, addedMoving: addedMoving)
      : durationOfChainWithBreaks(after: node, in: run, addedMoving: addedMoving)
    return addedCost(
      of: run, duration: duration, travel: addedTravel, metres: metres, strangers: strangers)
  }

  /// Returns the duration of `run` with the chain in it, `never` when it does not fit.
  @inline(__always)
  private func durationOfChainWithoutBreaks(
    after node: Int, in run: Int, addedMoving: Int
  ) -> Int {
    let following = next(node)
    var time = clock.earliest[node * flat.stateCount]
    var elapsed = clock.elapsed[node]
    var latestLeaving = clock.latestLeaving[node]
    for index in 0..<chain.count {
      let there = chain[index]
      elapsed += chain.legs[index]
      let start = flat.earliestStart(there, from: time + chain.legs[index])
      guard start <= flat.shiftEnd[run] else { return FlatTravel.never }
      latestLeaving = min(latestLeaving, flat.window(of: there, holding: start).closing - elapsed)
      time = start + flat.serviceSeconds[there]
      elapsed += flat.serviceSeconds[there]
    }
    let limit = clock.latest[following * flat.stateCount]
    let ready = time + chain.legs[chain.count]
    guard ready <= limit else { return FlatTravel.never }
    let moving = clock.moving[run] + addedMoving
    guard flat.countsDuration else { return moving }
    latestLeaving = min(latestLeaving, limit - (elapsed + chain.legs[chain.count]))
    let returning = max(ready + clock.tail[following], clock.floor[following])
    return max(moving, returning - latestLeaving)
  }

  private mutating func durationOfChainWithBreaks(
    after node: Int, in run: Int, addedMoving: Int
  ) -> Int {
    let following = next(node)
    let count = flat.breakCount[run]
    for taken in 0...count {
      clock.departure[taken] = clock.earliest[node * flat.stateCount + taken]
    }
    var passed = clock.elapsed[node]
    for index in 0..<chain.count {
      carry(run, leg: chain.legs[index], to: nil)
      guard serve(chain[index], in: run) else { return FlatTravel.never }
      passed += chain.legs[index] + flat.serviceSeconds[chain[index]]
    }
    carry(run, leg: chain.legs[chain.count], to: nil)
    passed += chain.legs[chain.count]
    let moving = clock.moving[run] + addedMoving
    let taken = clock.taken[following]
    var best = FlatTravel.never
    for state in 0...count {
      let limit = clock.latest[following * flat.stateCount + state]
      guard clock.ready[state] <= limit else { continue }
      guard flat.countsDuration else { return moving }
      // Seen from this state, the rest of the path has these breaks still to take.
      let owed =
        restSeconds(run, min(state, taken)..<taken) - restSeconds(run, taken..<max(state, taken))
      let rested = restSeconds(run, 0..<state) - restSeconds(run, 0..<takenBehind(node))
      let latestLeaving = min(clock.latestLeaving[node], limit - (passed + rested))
      let returning = max(clock.ready[state] + clock.tail[following] + owed, clock.floor[following])
      best = min(best, max(moving, returning - latestLeaving - clock.rest[run]))
    }
    return best
  }

  /// Returns the breaks taken on the path before departing from `node`.
  @inline(__always)
  private func takenBehind(_ node: Int) -> Int { flat.isEnd(node) ? 0 : clock.taken[node] }
}
