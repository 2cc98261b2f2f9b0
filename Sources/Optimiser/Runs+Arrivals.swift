/// The clock of runs without breaks when it does not matter how long they take: earliest and
/// latest times are all there is, and a change is followed only as far as it makes a difference.
extension Runs {
  /// - Parameters:
  ///   - kept: The last node whose stops before it are as they were.
  ///   - keptBehind: The first node whose stops after it are as they were.
  mutating func refreshArrivals(_ run: Int, after kept: Int, before keptBehind: Int) -> Bool {
    guard bringForward(run, after: kept, before: keptBehind) else { return false }
    bringBackward(run, after: kept, before: keptBehind)
    return true
  }

  private mutating func bringForward(_ run: Int, after kept: Int, before keptBehind: Int) -> Bool {
    let end = endNode(of: run)
    let closing = flat.shiftEnd[run]
    if kept == end { setEarliest(end, flat.shiftStart[run]) }
    var time = clock.earliest[kept * flat.stateCount]
    var node = kept
    var job = next(kept)
    var isBehindChange = false
    while job != end {
      let start = flat.earliestStart(job, from: time + leg(from: node, to: job))
      guard start <= closing else { return false }
      time = start + flat.serviceSeconds[job]
      if job == keptBehind { isBehindChange = true }
      if isBehindChange, clock.earliest[job * flat.stateCount] == time { return true }
      setEarliest(job, time)
      node = job
      job = next(job)
    }
    return time + travelToNext(node) <= closing
  }

  private mutating func bringBackward(_ run: Int, after kept: Int, before keptBehind: Int) {
    let end = endNode(of: run)
    if keptBehind == end { setLatest(end, flat.shiftEnd[run]) }
    var limit = clock.latest[keptBehind * flat.stateCount]
    var after = keptBehind
    var job = previous(keptBehind)
    var isAheadOfChange = false
    while job != end {
      let spent = leg(from: job, to: after) + flat.serviceSeconds[job]
      limit = flat.latestStart(job, upTo: limit - spent)
      if job == kept { isAheadOfChange = true }
      if isAheadOfChange, clock.latest[job * flat.stateCount] == limit { return }
      setLatest(job, limit)
      after = job
      job = previous(job)
    }
  }

  @inline(__always)
  private mutating func setEarliest(_ node: Int, _ seconds: Int) {
    let state = node * flat.stateCount
    arrivals.append(Arrival(earliest: state, before: clock.earliest[state]))
    clock.earliest[state] = seconds
  }

  @inline(__always)
  private mutating func setLatest(_ node: Int, _ seconds: Int) {
    let state = node * flat.stateCount
    arrivals.append(Arrival(latest: state, before: clock.latest[state]))
    clock.latest[state] = seconds
  }

  /// Takes back every time set since the step began.
  mutating func undoArrivals() {
    for arrival in arrivals.reversed() { arrival.restore(in: &clock) }
  }
}
