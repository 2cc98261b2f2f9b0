/// The tail exchange (2-opt*): two runs swap all that comes behind one stop of each.
///
/// Strings that are ruined are short; where runs are long, no ruin and recreation gives one run the
/// afternoon of another. Whether both new runs keep all windows is read off the clock in O(1).
///
/// Source: Potvin, Rousseau, "An exchange heuristic for routing problems with time windows", 1995.
struct TailExchange {
  /// How many of the nearest jobs are tried as the new follower of a job.
  static let followers = 10

  /// Whether it knows every rule of the problem, and runs are long enough to gain from it.
  let isOn: Bool
  private var tail: [Int] = []
  private var otherTail: [Int] = []

  init(_ runs: borrowing Runs) {
    isOn =
      runs.flat.isTimed && runs.flat.keepsArrivals && runs.flat.measure == .travel
      && runs.flat.kindCount == 1 && runs.flat.prices.arePlain && !runs.flat.prices.limitsWay
      && runs.flat.hasPlainRoom && !runs.flat.haveTrips
  }

  /// An exchange: the follower comes behind the job, and what came behind the job comes behind
  /// what was in front of the follower.
  private struct Move {
    var follower = -1
    var addedCost = Int.max
  }

  /// Makes the cheapest exchange behind `job` that costs less than `allowance` more.
  ///
  /// - Returns: Whether one was made.
  mutating func exchange(
    _ runs: inout Runs, behind job: Int, nearest: borrowing NearestJobs, allowance: Double
  ) -> Bool {
    guard runs.runOf(job) >= 0 else { return false }
    let move = Self.cheapest(runs, behind: job, nearest: nearest)
    guard move.follower >= 0, Double(move.addedCost) < allowance else { return false }
    return make(&runs, job, move.follower)
  }

  private static func cheapest(
    _ runs: borrowing Runs, behind job: Int, nearest: borrowing NearestJobs
  ) -> Move {
    let run = runs.runOf(job)
    var best = Move()
    for rank in 0..<min(followers, nearest.count) {
      let follower = nearest[job, rank]
      let other = runs.runOf(follower)
      guard other >= 0, other != run else { continue }
      let added = addedCost(runs, behind: job, follower)
      guard added < best.addedCost, isInTime(runs, behind: job, follower),
        hasRoom(runs, behind: job, follower)
      else { continue }
      best = Move(follower: follower, addedCost: added)
    }
    return best
  }

  /// Returns what the exchange adds to the cost; a run left empty costs nothing.
  @inline(__always)
  private static func addedCost(
    _ runs: borrowing Runs, behind job: Int, _ follower: Int
  ) -> Int {
    let (run, other) = (runs.runOf(job), runs.runOf(follower))
    let behind = runs.next(job)
    let inFront = runs.previous(follower)
    let closes = runs.flat.isEnd(inFront) && runs.flat.isEnd(behind)
    let joined = runs.flat.travelSeconds(from: job, to: follower, by: run)
    let rejoined = closes ? 0 : travelSeconds(runs, from: inFront, to: behind, by: other)
    let saved = runs.travelToNext(job) + runs.travelToNext(inFront)
    return joined + rejoined - saved - (closes ? runs.flat.prices.fixedCost[other] : 0)
  }

  /// Whether both new runs keep their windows.
  @inline(__always)
  private static func isInTime(
    _ runs: borrowing Runs, behind job: Int, _ follower: Int
  ) -> Bool {
    let (run, other) = (runs.runOf(job), runs.runOf(follower))
    let behind = runs.next(job)
    let inFront = runs.previous(follower)
    let leg =
      runs.flat.travelSeconds(from: job, to: follower, by: run)
      + runs.flat.setupSeconds(at: follower, after: job)
    guard runs.clock.earliest[job] + leg <= runs.clock.latest[follower] else { return false }
    if runs.flat.isEnd(inFront), runs.flat.isEnd(behind) { return true }
    let otherLeg =
      travelSeconds(runs, from: inFront, to: behind, by: other)
      + (runs.flat.isJob(behind) ? runs.flat.setupSeconds(at: behind, after: inFront) : 0)
    let leaves =
      runs.flat.isEnd(inFront) ? runs.flat.shiftStart[other] : runs.clock.earliest[inFront]
    let limit = runs.flat.isEnd(behind) ? runs.flat.shiftEnd[other] : runs.clock.latest[behind]
    return leaves + otherLeg <= limit
  }

  /// Returns the way between two nodes of which one may be the end of another run of the same kind.
  @inline(__always)
  private static func travelSeconds(
    _ runs: borrowing Runs, from node: Int, to behind: Int, by run: Int
  ) -> Int {
    let there = runs.flat.isEnd(behind) ? runs.endNode(of: run) : behind
    return runs.flat.travelSeconds(from: node, to: there, by: run)
  }

  /// Whether both new runs have room in the bag and stops left. O(stops).
  private static func hasRoom(
    _ runs: borrowing Runs, behind job: Int, _ follower: Int
  ) -> Bool {
    let (run, other) = (runs.runOf(job), runs.runOf(follower))
    let given = demandAndStops(runs, from: runs.next(job))
    let taken = demandAndStops(runs, from: follower)
    return fits(runs, run, demand: taken.demand - given.demand, stops: taken.stops - given.stops)
      && fits(runs, other, demand: given.demand - taken.demand, stops: given.stops - taken.stops)
  }

  private static func demandAndStops(
    _ runs: borrowing Runs, from first: Int
  ) -> (demand: Int, stops: Int) {
    var demand = 0
    var stops = 0
    var node = first
    while runs.flat.isJob(node) {
      demand += runs.flat.demand[node]
      stops += 1
      node = runs.next(node)
    }
    return (demand, stops)
  }

  @inline(__always)
  private static func fits(
    _ runs: borrowing Runs, _ run: Int, demand: Int, stops: Int
  ) -> Bool {
    runs.load(of: run) + demand <= runs.flat.capacity[run]
      && runs.stopCount[run] + stops <= runs.flat.maximumStops[run]
  }

  /// Makes the exchange; undoes it should it break a rule after all.
  private mutating func make(_ runs: inout Runs, _ job: Int, _ follower: Int) -> Bool {
    let (run, other) = (runs.runOf(job), runs.runOf(follower))
    let behind = runs.next(job)
    let inFront = runs.previous(follower)
    runs.beginStep()
    Self.takeOut(&runs, from: behind, into: &tail)
    Self.takeOut(&runs, from: follower, into: &otherTail)
    Self.putIn(&runs, otherTail, behind: job, in: run)
    Self.putIn(&runs, tail, behind: inFront, in: other)
    let isKept = runs.settle(run, after: job, before: follower)
    let otherBehind = runs.flat.isEnd(behind) ? runs.endNode(of: other) : behind
    let otherIsKept = runs.settle(other, after: inFront, before: otherBehind)
    assert(isKept && otherIsKept, "the exchange behind \(job) was judged wrongly")
    if isKept, otherIsKept { return true }
    runs.undoStep()
    return false
  }

  private static func takeOut(_ runs: inout Runs, from first: Int, into tail: inout [Int]) {
    tail.removeAll(keepingCapacity: true)
    var node = first
    while runs.flat.isJob(node) {
      tail.append(node)
      node = runs.next(node)
    }
    for job in tail.reversed() { runs.remove(job) }
  }

  private static func putIn(_ runs: inout Runs, _ tail: [Int], behind node: Int, in run: Int) {
    var after = node
    for job in tail {
      runs.insert(job, after: after, in: run)
      after = job
    }
  }
}
