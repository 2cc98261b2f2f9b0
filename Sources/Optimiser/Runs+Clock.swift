extension Runs {
  /// Brings the times of `run` up to date. O(stops × breaks²).
  ///
  /// - Parameters:
  ///   - kept: The last node whose stops before it are as they were.
  ///   - keptBehind: The first node whose stops after it are as they were.
  /// - Returns: Whether the run keeps windows, breaks, shift and longest duration; otherwise its
  ///   times are unfinished and only good for being replaced from end to end.
  mutating func refreshClock(of run: Int, after kept: Int, before keptBehind: Int) -> Bool {
    if flat.keepsArrivals { return refreshArrivals(run, after: kept, before: keptBehind) }
    let isInTime =
      flat.breakCount[run] == 0
      ? refreshWithoutBreaks(run, after: kept, before: keptBehind)
      : refreshWithBreaks(run, after: kept, before: keptBehind)
    return isInTime && clock.duration[run] <= flat.maximumDuration[run]
  }

  /// Returns travel and setup between neighbours in `run`, in seconds.
  @inline(__always)
  func leg(from node: Int, to other: Int) -> Int {
    let setup = other < flat.jobCount ? flat.setupSeconds(at: other, after: node) : 0
    return travelToNext(node) + setup
  }

  private mutating func refreshWithoutBreaks(
    _ run: Int, after kept: Int, before keptBehind: Int
  ) -> Bool {
    guard let returning = goForward(run, after: kept) else { return false }
    goBackward(run, before: keptBehind)
    clock.rest[run] = 0
    let moving = clock.moving[run]
    let isBusy = returning - flat.shiftStart[run] == moving
    if isBusy || !flat.countsDuration {
      clock.duration[run] = moving
    } else if flat.hasSplitWindows {
      clock.duration[run] = returning - latestLeaving(run, returningBy: returning)
    } else {
      let leaving = clock.latestLeaving[previous(endNode(of: run))]
      clock.duration[run] = max(moving, returning - leaving)
    }
    return true
  }

  /// Sets what depends on the stops before each node, behind `kept`; returns the earliest return.
  private mutating func goForward(_ run: Int, after kept: Int) -> Int? {
    let end = endNode(of: run)
    if kept == end {
      clock.earliest[end * flat.stateCount] = flat.shiftStart[run]
      clock.elapsed[end] = 0
      clock.latestLeaving[end] = flat.shiftEnd[run]
    }
    var time = clock.earliest[kept * flat.stateCount]
    var elapsed = clock.elapsed[kept]
    var latestLeaving = clock.latestLeaving[kept]
    var node = kept
    var job = next(kept)
    while job != end {
      let leg = leg(from: node, to: job)
      let start = flat.earliestStart(job, from: time + leg)
      guard start <= flat.shiftEnd[run] else { return nil }
      elapsed += leg
      latestLeaving = min(latestLeaving, flat.window(of: job, holding: start).closing - elapsed)
      time = start + flat.serviceSeconds[job]
      elapsed += flat.serviceSeconds[job]
      clock.earliest[job * flat.stateCount] = time
      clock.elapsed[job] = elapsed
      clock.latestLeaving[job] = latestLeaving
      node = job
      job = next(job)
    }
    time += travelToNext(node)
    clock.moving[run] = elapsed + travelToNext(node)
    return time <= flat.shiftEnd[run] ? time : nil
  }

  /// Sets what depends on the stops after each node, in front of `keptBehind`.
  private mutating func goBackward(_ run: Int, before keptBehind: Int) {
    let end = endNode(of: run)
    if keptBehind == end {
      clock.latest[end * flat.stateCount] = flat.shiftEnd[run]
      clock.tail[end] = 0
      clock.floor[end] = 0
    }
    var limit = clock.latest[keptBehind * flat.stateCount]
    var tail = clock.tail[keptBehind]
    var floor = clock.floor[keptBehind]
    var after = keptBehind
    var job = previous(keptBehind)
    while job != end {
      let spent = leg(from: job, to: after) + flat.serviceSeconds[job]
      let start = clock.earliest[job * flat.stateCount] - flat.serviceSeconds[job]
      limit = flat.latestStart(job, upTo: limit - spent)
      tail += spent
      floor = max(floor, flat.window(of: job, holding: start).opening + tail)
      clock.latest[job * flat.stateCount] = limit
      clock.tail[job] = tail
      clock.floor[job] = floor
      after = job
      job = previous(job)
    }
  }

  /// Returns the latest leaving with which `run`, which has no breaks, is back by `deadline`.
  @inline(__always)
  private func latestLeaving(_ run: Int, returningBy deadline: Int) -> Int {
    let end = endNode(of: run)
    var limit = deadline
    var after = end
    var job = previous(end)
    while job != end {
      let spent = leg(from: job, to: after) + flat.serviceSeconds[job]
      limit = flat.latestStart(job, upTo: limit - spent)
      after = job
      job = previous(job)
    }
    return limit - leg(from: end, to: after)
  }
}
