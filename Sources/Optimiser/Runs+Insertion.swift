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
      let fixed = stopCount[run] == 0 ? flat.fixedCost[run] : 0
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
    // At best the job fills all waiting; what is left then is a bound from below.
    let least = flat.measure == .travel ? addedTravel : addedMoving - waiting(of: run)
    guard least < bound || least <= 0 || stopCount[run] == 0 else { return .max }
    let duration =
      flat.breakCount[run] == 0
      ? durationWithoutBreaks(
        job, after: node, in: run, toJob: toJob, fromJob: fromJob, addedMoving: addedMoving)
      : durationWithBreaks(
        job, after: node, in: run, toJob: toJob, fromJob: fromJob, addedMoving: addedMoving)
    guard duration < FlatTravel.never, duration <= flat.maximumDuration[run] else { return .max }
    let travelled = clock.travelled[run] + addedTravel
    return flat.cost(of: run, duration: duration, travelled: travelled) - runCost[run]
  }

  /// Returns the duration of `run` with `job` in it, `never` when it does not fit.
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

  private mutating func durationWithBreaks(
    _ job: Int, after node: Int, in run: Int, toJob: Int, fromJob: Int, addedMoving: Int
  ) -> Int {
    let following = next(node)
    let count = flat.breakCount[run]
    for taken in 0...count {
      clock.departure[taken] = clock.earliest[node * flat.stateCount + taken]
    }
    carry(run, leg: toJob, to: nil)
    guard serve(job, in: run) else { return FlatTravel.never }
    carry(run, leg: fromJob, to: nil)
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
      let elapsed = clock.elapsed[node] + toJob + flat.serviceSeconds[job] + fromJob + rested
      let latestLeaving = min(clock.latestLeaving[node], limit - elapsed)
      let returning = max(clock.ready[state] + clock.tail[following] + owed, clock.floor[following])
      best = min(best, max(moving, returning - latestLeaving - clock.rest[run]))
    }
    return best
  }

  /// Returns the breaks taken on the path before departing from `node`.
  @inline(__always)
  private func takenBehind(_ node: Int) -> Int { node < flat.jobCount ? clock.taken[node] : 0 }
}
