/// The runs of a ``PlainProblem`` as rings of nodes: the one structure its search changes.
///
/// Node `job` is a job; node `jobCount + run` is the depot of that run and closes its ring. What
/// is read together lies together: a node fills half a cache line. Each change is written to a
/// journal, so a step that is not accepted is undone rather than copied.
@safe
struct Rings: ~Copyable {
  /// A place in a ring.
  private struct Node {
    let east: Int32
    let north: Int32
    var next: Int32
    var previous: Int32
    /// Seconds to the next node; 0 in an empty run.
    var toNext: Int32
    /// Seconds from the node in front; 0 in an empty run.
    var toPrevious: Int32
    /// The run it is in, -1 for a job left out.
    var run: Int32
    let demand: Int32
  }

  /// A job taken out from behind `after`, or put in there, with the ways next to it.
  private struct Change {
    let job: Int32
    let after: Int32
    let there: Int32
    let onward: Int32
    /// The way from the node in front of the job to the one behind it.
    let direct: Int32
    let wasInserted: Bool
  }

  let jobCount: Int
  let runCount: Int
  let capacity: Int
  let maximumStops: Int
  private let fixedCost: Int
  private let ground: Ground
  private let nodes: UnsafeMutablePointer<Node>
  private let service: Column<Int32>
  private let weight: Column<Int32>
  private(set) var stopCount: Column<Int32>
  /// The demand each run has room for; -1 when it may make no more stops.
  private(set) var spare: Column<Int32>
  private(set) var load: Column<Int32>
  /// The load and the stops of its run from the depot up to each job, where they are counted.
  private var loadUpTo: Column<Int32>
  private var stopsUpTo: Column<Int32>
  /// 1 for the runs of which they are.
  private var isCounted: Column<Int8>
  /// The way of all runs, the services in them, and what using them costs.
  private(set) var cost = 0
  private(set) var leftOut: NodeSet
  private(set) var leftOutWeight = 0
  private(set) var emptyRuns: NodeSet
  /// The runs changed since ``beginStep()``.
  private(set) var touched: NodeSet
  private var journal = Stack<Change>()

  /// Starts with every job left out.
  init(_ problem: PlainProblem) {
    jobCount = problem.jobCount
    runCount = problem.runCount
    capacity = problem.capacity
    maximumStops = problem.maximumStops
    fixedCost = problem.fixedCost
    ground = problem.ground
    service = Column(problem.service.map(Int.init))
    weight = Column(problem.weight.map(Int.init))
    stopCount = Column(repeating: 0, count: runCount)
    spare = Column(repeating: maximumStops > 0 ? capacity : -1, count: runCount)
    load = Column(repeating: 0, count: runCount)
    loadUpTo = Column(repeating: 0, count: jobCount)
    stopsUpTo = Column(repeating: 0, count: jobCount)
    isCounted = Column(repeating: 0, count: runCount)
    leftOut = NodeSet(capacity: jobCount)
    emptyRuns = NodeSet(capacity: runCount)
    touched = NodeSet(capacity: runCount)
    unsafe nodes = .allocate(capacity: max(1, jobCount + runCount))
    for index in 0..<(jobCount + runCount) {
      let isJob = index < jobCount
      let point = isJob ? problem.points[index] : problem.depot
      unsafe (nodes + index).initialize(
        to: Node(
          east: point.eastMetres, north: point.northMetres, next: Int32(index),
          previous: Int32(index), toNext: 0, toPrevious: 0,
          run: Int32(isJob ? -1 : index - jobCount), demand: isJob ? problem.demand[index] : 0))
    }
    for job in 0..<jobCount { leaveOut(job) }
    for run in (0..<runCount).reversed() { emptyRuns.insert(run) }
  }

  deinit { unsafe nodes.deallocate() }

  /// The node behind `node` in its ring.
  @inline(__always)
  func next(_ node: Int) -> Int { Int(unsafe self[node].pointee.next) }

  /// The node in front of `node` in its ring.
  @inline(__always)
  func previous(_ node: Int) -> Int { Int(unsafe self[node].pointee.previous) }

  /// Seconds from `node` to the next; 0 in an empty run.
  @inline(__always)
  func secondsToNext(_ node: Int) -> Int { Int(unsafe self[node].pointee.toNext) }

  /// Seconds from the node in front to `node`; 0 in an empty run.
  @inline(__always)
  func secondsFromPrevious(_ node: Int) -> Int { Int(unsafe self[node].pointee.toPrevious) }

  /// The run of `node`, -1 for a job that is left out.
  @inline(__always)
  func run(of node: Int) -> Int { Int(unsafe self[node].pointee.run) }

  /// The load of `job`, 0 for a depot.
  @inline(__always)
  func demand(of job: Int) -> Int { Int(unsafe self[job].pointee.demand) }

  /// The node that closes the ring of `run`.
  @inline(__always)
  func depot(of run: Int) -> Int { jobCount &+ run }

  /// Returns the travel time between two nodes.
  @inline(__always)
  func seconds(from node: Int, to other: Int) -> Int {
    let (here, there) = unsafe (self[node], self[other])
    return unsafe ground.seconds(
      here.pointee.east, here.pointee.north, there.pointee.east, there.pointee.north)
  }

  /// Returns the load of `job` and all jobs in front of it in its run, and how many they are.
  ///
  /// O(1) until the run changes, then once more O(its stops).
  mutating func sums(upTo job: Int) -> (load: Int, stops: Int) {
    let run = run(of: job)
    if isCounted[run] == 0 { count(run) }
    return (loadUpTo[job], stopsUpTo[job])
  }

  private mutating func count(_ run: Int) {
    var (sum, stops) = (0, 0)
    var node = next(depot(of: run))
    while node < jobCount {
      sum += demand(of: node)
      stops += 1
      loadUpTo[node] = sum
      stopsUpTo[node] = stops
      node = next(node)
    }
    isCounted[run] = 1
  }

  /// Forgets what could be undone; the next changes can be.
  mutating func beginStep() {
    journal.removeAll()
    touched.removeAll()
  }

  /// Takes `job` out of its run.
  mutating func remove(_ job: Int) {
    let (after, before) = (previous(job), next(job))
    let change = Change(
      job: Int32(truncatingIfNeeded: job), after: Int32(truncatingIfNeeded: after),
      there: Int32(truncatingIfNeeded: secondsFromPrevious(job)),
      onward: Int32(truncatingIfNeeded: secondsToNext(job)),
      direct: Int32(truncatingIfNeeded: after == before ? 0 : seconds(from: after, to: before)),
      wasInserted: false)
    touched.insert(run(of: job))
    journal.append(change)
    unlink(change)
  }

  /// Puts `job`, which is left out, behind the node `after`.
  mutating func insert(_ job: Int, after: Int) {
    let change = Change(
      job: Int32(truncatingIfNeeded: job), after: Int32(truncatingIfNeeded: after),
      there: Int32(truncatingIfNeeded: seconds(from: after, to: job)),
      onward: Int32(truncatingIfNeeded: seconds(from: job, to: next(after))),
      direct: Int32(truncatingIfNeeded: secondsToNext(after)), wasInserted: true)
    touched.insert(run(of: after))
    journal.append(change)
    link(change)
  }

  /// Takes back every change since ``beginStep()``.
  mutating func undoStep() {
    var index = journal.count
    while index > 0 {
      index -= 1
      if journal[index].wasInserted { unlink(journal[index]) } else { link(journal[index]) }
    }
    beginStep()
  }

  /// Gives two runs new orders of the jobs that they have between them. Cannot be undone.
  mutating func reorder(
    _ run: Int, as jobs: borrowing Stack<Int>, _ other: Int, as otherJobs: borrowing Stack<Int>
  ) {
    cost -= way(of: run) + way(of: other)
    chain(jobs, in: run)
    chain(otherJobs, in: other)
    cost += way(of: run) + way(of: other)
  }

  /// Gives `run` a new order of its jobs. Cannot be undone.
  mutating func reorder(_ run: Int, as jobs: borrowing Stack<Int>) {
    cost -= way(of: run)
    chain(jobs, in: run)
    cost += way(of: run)
  }

  /// Returns what `run` costs, services apart.
  private func way(of run: Int) -> Int {
    guard stopCount[run] > 0 else { return 0 }
    var sum = fixedCost
    var node = depot(of: run)
    repeat {
      sum += secondsToNext(node)
      node = next(node)
    } while node < jobCount
    return sum
  }

  private mutating func chain(_ jobs: borrowing Stack<Int>, in run: Int) {
    let end = depot(of: run)
    var total = 0
    var behind = end
    for position in 0...jobs.count {
      let node = position < jobs.count ? jobs[position] : end
      let leg = jobs.isEmpty ? 0 : Int32(truncatingIfNeeded: seconds(from: behind, to: node))
      unsafe self[behind].pointee.next = Int32(truncatingIfNeeded: node)
      unsafe self[behind].pointee.toNext = leg
      unsafe self[node].pointee.previous = Int32(truncatingIfNeeded: behind)
      unsafe self[node].pointee.toPrevious = leg
      unsafe self[node].pointee.run = Int32(truncatingIfNeeded: run)
      total += Int(unsafe self[node].pointee.demand)
      behind = node
    }
    if jobs.isEmpty { emptyRuns.insert(run) } else { emptyRuns.remove(run) }
    stopCount[run] = jobs.count
    load[run] = total
    noteChange(of: run)
  }

  @inline(__always)
  private subscript(node: Int) -> UnsafeMutablePointer<Node> {
    assert((0..<(jobCount + runCount)).contains(node), "there is no node \(node)")
    return unsafe nodes + node
  }

  private mutating func link(_ change: Change) {
    let job = Int(change.job)
    let ahead = unsafe self[Int(change.after)]
    let behind = unsafe self[Int(ahead.pointee.next)]
    let node = unsafe self[job]
    let run = Int(unsafe ahead.pointee.run)
    unsafe node.pointee.previous = change.after
    unsafe node.pointee.next = ahead.pointee.next
    unsafe node.pointee.toPrevious = change.there
    unsafe node.pointee.toNext = change.onward
    unsafe node.pointee.run = ahead.pointee.run
    unsafe ahead.pointee.next = change.job
    unsafe ahead.pointee.toNext = change.there
    unsafe behind.pointee.previous = change.job
    unsafe behind.pointee.toPrevious = change.onward
    cost += Int(change.there) + Int(change.onward) - Int(change.direct) + service[job]
    leftOut.remove(job)
    leftOutWeight -= weight[job]
    stopCount[run] += 1
    load[run] += Int(unsafe node.pointee.demand)
    noteChange(of: run)
    if stopCount[run] == 1 {
      emptyRuns.remove(run)
      cost += fixedCost
    }
  }

  private mutating func unlink(_ change: Change) {
    let node = unsafe self[Int(change.job)]
    let ahead = unsafe self[Int(node.pointee.previous)]
    let behind = unsafe self[Int(node.pointee.next)]
    let run = Int(unsafe node.pointee.run)
    unsafe ahead.pointee.next = node.pointee.next
    unsafe ahead.pointee.toNext = change.direct
    unsafe behind.pointee.previous = node.pointee.previous
    unsafe behind.pointee.toPrevious = change.direct
    unsafe node.pointee.run = -1
    let job = Int(change.job)
    cost -= Int(change.there) + Int(change.onward) - Int(change.direct) + service[job]
    leaveOut(job)
    stopCount[run] -= 1
    load[run] -= Int(unsafe node.pointee.demand)
    noteChange(of: run)
    if stopCount[run] == 0 {
      emptyRuns.insert(run)
      cost -= fixedCost
    }
  }

  private mutating func leaveOut(_ job: Int) {
    leftOut.insert(job)
    leftOutWeight += weight[job]
  }

  @inline(__always)
  private mutating func noteChange(of run: Int) {
    isCounted[run] = 0
    spare[run] = stopCount[run] < maximumStops ? capacity - load[run] : -1
  }
}
