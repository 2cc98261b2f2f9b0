/// The local search: replaces two legs by two shorter ones, within a run (2-opt) or between two
/// runs, which then exchange whatever lies behind (2-opt*).
///
/// Ruin and recreation move a dozen jobs at a time; this moves half a run at once, which matters
/// the more the longer runs are. Only legs next to given jobs and their nearest are looked at.
///
/// Sources: Croes, "A method for solving traveling-salesman problems", 1958; Potvin, Rousseau,
/// "An exchange heuristic for routeing problems with time windows", 1995.
struct TwoOpt: ~Copyable {
  /// How many of the nearest jobs a job may be joined to.
  private static let neighbourCount = 8

  /// Room for the new orders of two runs.
  private var one = Stack<Int>()
  private var two = Stack<Int>()

  init() {}

  /// Improves the runs around `jobs` until none of these joins helps.
  ///
  /// - Parameter changed: Gets the runs that are not as they were.
  mutating func improve(
    _ rings: inout Rings, around jobs: borrowing Stack<Int>, near: borrowing NearLists,
    changed: inout NodeSet
  ) {
    var index = 0
    while index < jobs.count {
      if rings.run(of: jobs[index]) >= 0,
        improve(&rings, at: jobs[index], near, &changed)
      {
        continue
      }
      index += 1
    }
  }

  /// Makes the first join of `job` to a near one that shortens the plan.
  private mutating func improve(
    _ rings: inout Rings, at job: Int, _ near: borrowing NearLists, _ changed: inout NodeSet
  ) -> Bool {
    let range = near.range(of: job)
    let end = min(range.upperBound, range.lowerBound + Self.neighbourCount)
    for index in range.lowerBound..<end {
      let way = near.seconds(at: index)
      let isShortBehind = way < rings.secondsToNext(job)
      let isShortAhead = way < rings.secondsFromPrevious(job)
      // Farther jobs are no nearer.
      guard isShortBehind || isShortAhead else { return false }
      let other = near.job(at: index)
      guard rings.run(of: other) >= 0 else { continue }
      if isShortBehind, join(job, other, way, .forward, &rings, &changed) { return true }
      if isShortAhead, join(job, other, way, .backward, &rings, &changed) { return true }
    }
    return false
  }

  /// Joins `job`, cut off from the node next to it in `direction`, to `other`, cut off on either
  /// side; returns whether that is shorter and possible, and so done.
  private mutating func join(
    _ job: Int, _ other: Int, _ way: Int, _ direction: Direction, _ rings: inout Rings,
    _ changed: inout NodeSet
  ) -> Bool {
    let loose = rings.next(job, direction)
    let given = way - rings.leg(job, direction)
    let isOneRun = rings.run(of: job) == rings.run(of: other)
    for side in [direction, direction.opposite] {
      // Within a run, cutting on the far side would leave a ring without a depot.
      if isOneRun, side != direction { continue }
      let otherLoose = rings.next(other, side)
      let limit = rings.leg(other, side) - given
      guard limit > 0, rings.mayBeLess(than: limit, from: loose, to: otherLoose),
        rings.seconds(from: loose, to: otherLoose) < limit
      else { continue }
      let isDone =
        isOneRun
        ? turn(job, other, direction, &rings, &changed)
        : cross((job, loose), (other, otherLoose), direction, side, &rings, &changed)
      if isDone { return true }
    }
    return false
  }

  /// Turns the part of a run between two jobs around.
  private mutating func turn(
    _ job: Int, _ other: Int, _ direction: Direction, _ rings: inout Rings,
    _ changed: inout NodeSet
  ) -> Bool {
    let run = rings.run(of: job)
    one.removeAll()
    rings.collect(from: rings.next(rings.depot(of: run)), .forward, into: &one)
    let (stops, otherStops) = (rings.sums(upTo: job).stops, rings.sums(upTo: other).stops)
    let (low, high) = (min(stops, otherStops), max(stops, otherStops))
    one.reverse(direction == .forward ? low..<high : low - 1..<high - 1)
    rings.reorder(run, as: one)
    changed.insert(run)
    return true
  }

  /// Joins the kept parts of two runs and, separately, their loose parts.
  private mutating func cross(
    _ first: (job: Int, loose: Int), _ second: (job: Int, loose: Int), _ direction: Direction,
    _ side: Direction, _ rings: inout Rings, _ changed: inout NodeSet
  ) -> Bool {
    let (run, other) = (rings.run(of: first.job), rings.run(of: second.job))
    let (kept, otherKept) = (
      rings.sums(from: first.job, direction.opposite), rings.sums(from: second.job, side.opposite)
    )
    let load = kept.load + otherKept.load
    let looseLoad = rings.load(of: run) + rings.load(of: other) - load
    guard max(load, looseLoad) <= rings.capacity else { return false }
    let stops = kept.stops + otherKept.stops
    let looseStops = rings.stops(of: run) + rings.stops(of: other) - stops
    guard max(stops, looseStops) <= rings.maximumStops else { return false }

    one.removeAll()
    rings.collect(from: first.job, direction.opposite, into: &one)
    one.reverse(0..<one.count)
    rings.collect(from: second.job, side.opposite, into: &one)
    two.removeAll()
    rings.collect(from: first.loose, direction, into: &two)
    two.reverse(0..<two.count)
    rings.collect(from: second.loose, side, into: &two)
    rings.reorder(run, as: one, other, as: two)
    changed.insert(run)
    changed.insert(other)
    return true
  }
}

/// Which way along a ring.
private enum Direction {
  case forward, backward

  var opposite: Direction { self == .forward ? .backward : .forward }
}

extension Rings {
  @inline(__always)
  fileprivate func next(_ node: Int, _ direction: Direction) -> Int {
    direction == .forward ? next(node) : previous(node)
  }

  @inline(__always)
  fileprivate func leg(_ node: Int, _ direction: Direction) -> Int {
    direction == .forward ? secondsToNext(node) : secondsFromPrevious(node)
  }

  /// Returns the load and the stops from `job` on, up to the depot.
  fileprivate mutating func sums(
    from job: Int, _ direction: Direction
  ) -> (load: Int, stops: Int) {
    let upTo = sums(upTo: job)
    guard direction == .forward else { return upTo }
    let run = run(of: job)
    return (load(of: run) - upTo.load + demand(of: job), self.stops(of: run) - upTo.stops + 1)
  }

  /// Appends the jobs from `node` on, up to the depot.
  @inline(__always)
  fileprivate func collect(from node: Int, _ direction: Direction, into jobs: inout Stack<Int>) {
    var node = node
    while node < jobCount {
      jobs.append(node)
      node = next(node, direction)
    }
  }
}
