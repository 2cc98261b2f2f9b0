/// The clock of runs that owe breaks: the same times, once per number of breaks taken.
extension Runs {
  /// - Parameters:
  ///   - kept: The last node whose stops before it are as they were.
  ///   - keptBehind: The first node whose stops after it are as they were.
  mutating func refreshWithBreaks(_ run: Int, after kept: Int, before keptBehind: Int) -> Bool {
    guard goForward(run, after: kept) else { return false }
    guard let returning = choosePath(run) else { return false }
    let latestLeaving = followPathForward(run)
    goBackward(run, before: keptBehind)
    followPathBackward(run)
    let end = endNode(of: run)
    clock.rest[run] = restSeconds(run, 0..<clock.taken[end])
    let moving = clock.moving[run]
    let busyLeaving = returning - moving - clock.rest[run]
    let firstBreakOver =
      max(flat.shiftStart[run], flat.breakOpening[run * flat.stateCount])
      + flat.breakSeconds[run * flat.stateCount]
    // Leaving so late that nothing is waited for is the latest there is, unless a break could be
    // over before leaving and leave more room.
    let isBusy = busyLeaving <= latestLeaving && returning - moving < firstBreakOver
    clock.duration[run] =
      isBusy || !flat.countsDuration ? moving : durationLeavingLate(run, returning: returning)
    return true
  }

  /// Carries `clock.departure` over a leg into `clock.ready`, with every number of breaks on the
  /// way; remembers in the states of `target` where the best times came from.
  mutating func carry(_ run: Int, leg: Int, to target: Int?) {
    let count = flat.breakCount[run]
    let breaks = run * flat.stateCount
    for taken in 0...count { clock.ready[taken] = FlatTravel.never }
    for taken in 0...count where clock.departure[taken] < FlatTravel.never {
      var free = clock.departure[taken]
      var ready = free + leg
      var reached = taken
      while true {
        if ready <= clock.ready[reached], ready < FlatTravel.never {
          clock.ready[reached] = ready
          if let target { clock.origin[target * flat.stateCount + reached] = taken }
        }
        guard reached < count, free <= flat.breakClosing[breaks + reached] else { break }
        let opening = flat.breakOpening[breaks + reached]
        free = max(free, opening) + flat.breakSeconds[breaks + reached]
        ready = max(ready, opening) + flat.breakSeconds[breaks + reached]
        reached += 1
      }
    }
  }

  /// Turns `clock.ready` at `job` into `clock.departure`; false when no state can be served.
  mutating func serve(_ job: Int, in run: Int) -> Bool {
    var isServed = false
    for taken in 0...flat.breakCount[run] {
      let start =
        clock.ready[taken] < FlatTravel.never
        ? flat.earliestStart(job, from: clock.ready[taken]) : FlatTravel.never
      let isInTime = start <= flat.shiftEnd[run]
      clock.departure[taken] = isInTime ? start + flat.serviceSeconds[job] : FlatTravel.never
      if isInTime { isServed = true }
    }
    return isServed
  }

  /// Returns the break seconds of a range of the breaks of `run`.
  @inline(__always)
  func restSeconds(_ run: Int, _ breaks: Range<Int>) -> Int {
    var seconds = 0
    for index in breaks { seconds += flat.breakSeconds[run * flat.stateCount + index] }
    return seconds
  }

  /// Sets the earliest states of the nodes behind `kept`; false when no state reaches the last
  /// stop.
  private mutating func goForward(_ run: Int, after kept: Int) -> Bool {
    let end = endNode(of: run)
    if kept == end {
      startStates(run, leaving: flat.shiftStart[run], taken: 0)
      storeDepartures(of: end, run)
    } else {
      for taken in 0...flat.breakCount[run] {
        clock.departure[taken] = clock.earliest[kept * flat.stateCount + taken]
      }
    }
    var node = kept
    var job = next(kept)
    while job != end {
      carry(run, leg: leg(from: node, to: job), to: job)
      guard serve(job, in: run) else { return false }
      storeDepartures(of: job, run)
      node = job
      job = next(job)
    }
    carry(run, leg: travelToNext(node), to: end)
    return true
  }

  private mutating func startStates(_ run: Int, leaving: Int, taken: Int) {
    for state in 0...flat.breakCount[run] {
      clock.departure[state] = state == taken ? leaving : FlatTravel.never
    }
  }

  private mutating func storeDepartures(of node: Int, _ run: Int) {
    for taken in 0...flat.breakCount[run] {
      clock.earliest[node * flat.stateCount + taken] = clock.departure[taken]
    }
  }

  /// Picks the earliest return among `clock.ready` and marks the breaks taken on its path.
  private mutating func choosePath(_ run: Int) -> Int? {
    let end = endNode(of: run)
    var returning = FlatTravel.never
    var taken = 0
    for state in 0...flat.breakCount[run] where isDone(run, taken: state) {
      if clock.ready[state] <= returning {
        returning = clock.ready[state]
        taken = state
      }
    }
    guard returning <= flat.shiftEnd[run] else { return nil }
    clock.taken[end] = taken
    taken = clock.origin[end * flat.stateCount + taken]
    var job = previous(end)
    while job != end {
      clock.taken[job] = taken
      taken = clock.origin[job * flat.stateCount + taken]
      job = previous(job)
    }
    return returning
  }

  /// Whether a run that is back at `clock.ready` can take its other breaks after that.
  private func isDone(_ run: Int, taken: Int) -> Bool {
    taken == flat.breakCount[run]
      || clock.ready[taken] <= flat.breakClosing[run * flat.stateCount + taken]
  }

  /// Sets what depends on the path up to each node; returns the latest leaving that keeps it.
  private mutating func followPathForward(_ run: Int) -> Int {
    let end = endNode(of: run)
    var elapsed = 0
    var rested = 0
    var latestLeaving = flat.shiftEnd[run]
    clock.elapsed[end] = 0
    clock.latestLeaving[end] = latestLeaving
    var node = end
    var taken = 0
    var job = next(end)
    while job != end {
      let pauses = taken..<clock.taken[job]
      if !pauses.isEmpty {
        let closing = flat.breakClosing[run * flat.stateCount + taken]
        latestLeaving = min(latestLeaving, closing - elapsed)
        rested += restSeconds(run, pauses)
      }
      taken = clock.taken[job]
      elapsed += leg(from: node, to: job) + restSeconds(run, pauses)
      let start = clock.earliest[job * flat.stateCount + taken] - flat.serviceSeconds[job]
      latestLeaving = min(latestLeaving, flat.window(of: job, holding: start).closing - elapsed)
      elapsed += flat.serviceSeconds[job]
      clock.elapsed[job] = elapsed
      clock.latestLeaving[job] = latestLeaving
      node = job
      job = next(job)
    }
    clock.moving[run] = elapsed - rested + travelToNext(node)
    guard taken < clock.taken[end] else { return latestLeaving }
    return min(latestLeaving, flat.breakClosing[run * flat.stateCount + taken] - elapsed)
  }

  /// Sets the latest states of the nodes in front of `keptBehind`.
  private mutating func goBackward(_ run: Int, before keptBehind: Int) {
    let end = endNode(of: run)
    if keptBehind == end {
      startLimits(run, deadline: flat.shiftEnd[run])
      storeLimits(of: end, run)
    } else {
      for taken in 0...flat.breakCount[run] {
        clock.ready[taken] = clock.latest[keptBehind * flat.stateCount + taken]
      }
    }
    var after = keptBehind
    var job = previous(keptBehind)
    while job != end {
      carryBack(run, leg: leg(from: job, to: after))
      serveBack(job, in: run)
      storeLimits(of: job, run)
      after = job
      job = previous(job)
    }
  }

  /// Sets tail and floor of every node along the path.
  private mutating func followPathBackward(_ run: Int) {
    let end = endNode(of: run)
    var tail = 0
    var floor = 0
    clock.tail[end] = 0
    clock.floor[end] = 0
    var after = end
    var job = previous(end)
    while job != end {
      for pause in (clock.taken[job]..<clock.taken[after]).reversed() {
        tail += flat.breakSeconds[run * flat.stateCount + pause]
        floor = max(floor, flat.breakOpening[run * flat.stateCount + pause] + tail)
      }
      tail += leg(from: job, to: after) + flat.serviceSeconds[job]
      let state = job * flat.stateCount + clock.taken[job]
      let start = clock.earliest[state] - flat.serviceSeconds[job]
      floor = max(floor, flat.window(of: job, holding: start).opening + tail)
      clock.tail[job] = tail
      clock.floor[job] = floor
      after = job
      job = previous(job)
    }
  }

  /// Sets `clock.ready` to the latest returns by `deadline`: a break still owed must be able to
  /// begin after them.
  private mutating func startLimits(_ run: Int, deadline: Int) {
    let count = flat.breakCount[run]
    for taken in 0..<count {
      clock.ready[taken] = min(deadline, flat.breakClosing[run * flat.stateCount + taken])
    }
    clock.ready[count] = deadline
  }

  private mutating func storeLimits(of node: Int, _ run: Int) {
    for taken in 0...flat.breakCount[run] {
      clock.latest[node * flat.stateCount + taken] = max(-1, clock.ready[taken])
    }
  }

  /// Turns the latest ready times in `clock.ready` into latest departures before a leg, in place:
  /// a state depends on itself and later ones only.
  private mutating func carryBack(_ run: Int, leg: Int) {
    let count = flat.breakCount[run]
    for taken in 0...count {
      var best = clock.ready[taken] < 0 ? -1 : clock.ready[taken] - leg
      for reached in taken..<count where clock.ready[reached + 1] >= 0 {
        best = max(best, latestDeparture(run, taken...reached, leg: leg))
      }
      clock.ready[taken] = best
    }
  }

  /// Returns the latest departure that takes `breaks` on a leg and is in time in the state after
  /// them; negative when there is none.
  @inline(__always)
  private func latestDeparture(_ run: Int, _ breaks: ClosedRange<Int>, leg: Int) -> Int {
    let first = run * flat.stateCount
    var limit = clock.ready[breaks.upperBound + 1]
    for pause in breaks.reversed() {
      limit -= flat.breakSeconds[first + pause]
      if limit < flat.breakOpening[first + pause] { return -1 }
    }
    return min(limit - leg, flat.breakClosing[first + breaks.lowerBound])
  }

  private mutating func serveBack(_ job: Int, in run: Int) {
    for taken in 0...flat.breakCount[run] {
      let limit = clock.ready[taken] - flat.serviceSeconds[job]
      clock.ready[taken] = limit < 0 ? -1 : flat.latestStart(job, upTo: limit)
    }
  }

  /// Returns the duration, breaks not counted, when `run` leaves as late as it can and still is
  /// back at `returning`.
  private mutating func durationLeavingLate(_ run: Int, returning: Int) -> Int {
    let end = endNode(of: run)
    startLimits(run, deadline: returning)
    var after = end
    var job = previous(end)
    while job != end {
      carryBack(run, leg: leg(from: job, to: after))
      serveBack(job, in: run)
      after = job
      job = previous(job)
    }
    carryBack(run, leg: leg(from: end, to: after))
    let (leaving, before) = latestLeaving(run)
    startStates(run, leaving: leaving, taken: before)
    var node = end
    job = next(end)
    while job != end {
      carry(run, leg: leg(from: node, to: job), to: nil)
      _ = serve(job, in: run)
      node = job
      job = next(job)
    }
    carry(run, leg: travelToNext(node), to: nil)
    var taken = flat.breakCount[run]
    while taken > before, clock.ready[taken] != returning { taken -= 1 }
    return returning - leaving - restSeconds(run, before..<taken)
  }

  /// Chooses among `clock.ready`, the latest leavings, and returns the breaks over by then.
  @inline(__always)
  private func latestLeaving(_ run: Int) -> (leaving: Int, taken: Int) {
    var over = flat.shiftStart[run]
    var best = (leaving: over, taken: 0)
    for taken in 0...flat.breakCount[run] {
      if taken > 0 {
        let pause = run * flat.stateCount + taken - 1
        guard over <= flat.breakClosing[pause] else { break }
        over = max(over, flat.breakOpening[pause]) + flat.breakSeconds[pause]
      }
      let leaving = clock.ready[taken]
      if leaving >= over, leaving >= best.leaving { best = (leaving, taken) }
    }
    return best
  }
}
