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

  /// What a run carries.
  private struct Run {
    var stops: Int32 = 0
    var load: Int32 = 0
    /// The demand it has room for; -1 when it may make no more stops.
    var spare: Int32
    /// Whether what it carries up to each stop is counted.
    var isCounted = false
  }

  /// What a job adds to the cost wherever it is served, and what is lost where it is left out.
  private struct Worth {
    let service: Int32
    let weight: Int32
  }

  /// A job taken out or put in, with what it takes to undo that.
  private struct Change {
    let job: Int32
    /// The node it was taken out from behind; -1 where it was put in.
    let after: Int32
    /// The ways to the job and from it; where it was put in, the way that it split, twice.
    let there: Int32
    let onward: Int32
  }

  let jobCount: Int
  let runCount: Int
  let capacity: Int
  let maximumStops: Int
  private let fixedCost: Int
  private let ground: Ground
  private let nodes: UnsafeMutablePointer<Node>
  /// From index -1 on, where one without room stands for those of the jobs left out.
  private let runs: UnsafeMutablePointer<Run>
  private let worths: UnsafeMutablePointer<Worth>
  /// The load and the stops of its run from the depot up to each job, where they are counted.
  private var loadUpTo: Column<Int32>
  private var stopsUpTo: Column<Int32>
  /// The way of all runs, the services in them, and what using them costs.
  private(set) var cost = 0
  private(set) var leftOutCount: Int
  private(set) var leftOutWeight = 0
  private(set) var emptyRuns: NodeSet
  /// The runs changed since ``beginStep()``.
  private(set) var touched: NodeSet
  private var journal = Stack<Change>()
  /// What the touched runs carried before, in the same order.
  private var earlierRuns = Stack<Run>()
  private var earlierCost = 0
  private var earlierLeftOutCount = 0
  private var earlierLeftOutWeight = 0

  /// Starts with every job left out.
  init(_ problem: PlainProblem) {
    jobCount = problem.jobCount
    runCount = problem.runCount
    capacity = problem.capacity
    maximumStops = problem.maximumStops
    fixedCost = problem.fixedCost
    ground = problem.ground
    loadUpTo = Column(repeating: 0, count: jobCount)
    stopsUpTo = Column(repeating: 0, count: jobCount)
    leftOutCount = jobCount
    emptyRuns = NodeSet(capacity: runCount)
    touched = NodeSet(capacity: runCount)
    unsafe nodes = Self.allocateLines(of: Node.self, count: jobCount + runCount)
    unsafe runs = Self.allocateLines(of: Run.self, count: runCount + 1) + 1
    unsafe worths = Self.allocateLines(of: Worth.self, count: jobCount)
    unsafe (runs - 1).initialize(to: Run(spare: -1))
    unsafe runs.initialize(
      repeating: Run(spare: maximumStops > 0 ? Int32(capacity) : -1), count: runCount)
    for index in 0..<(jobCount + runCount) {
      let isJob = index < jobCount
      let point = isJob ? problem.points[index] : problem.depot
      unsafe (nodes + index).initialize(
        to: Node(
          east: point.eastMetres, north: point.northMetres, next: Int32(index),
          previous: Int32(index), toNext: 0, toPrevious: 0,
          run: Int32(isJob ? -1 : index - jobCount), demand: isJob ? problem.demand[index] : 0))
    }
    for job in 0..<jobCount {
      unsafe (worths + job).initialize(
        to: Worth(service: problem.service[job], weight: problem.weight[job]))
      leftOutWeight += Int(problem.weight[job])
    }
    for run in (0..<runCount).reversed() { emptyRuns.insert(run) }
  }

  deinit {
    unsafe nodes.deallocate()
    unsafe (runs - 1).deallocate()
    unsafe worths.deallocate()
  }

  /// Memory that begins where a cache line does.
  private static func allocateLines<Element>(
    of type: Element.Type, count: Int
  ) -> UnsafeMutablePointer<Element> {
    unsafe UnsafeMutableRawPointer.allocate(
      byteCount: max(1, count) * MemoryLayout<Element>.stride, alignment: 64
    ).bindMemory(to: type, capacity: max(1, count))
  }

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

  /// The jobs in `run`.
  @inline(__always)
  func stops(of run: Int) -> Int { Int(unsafe self[run: run].pointee.stops) }

  /// What the jobs in `run` weigh together.
  @inline(__always)
  func load(of run: Int) -> Int { Int(unsafe self[run: run].pointee.load) }

  /// The demand `run` has room for; -1 when it may make no more stops.
  @inline(__always)
  func spare(of run: Int) -> Int { Int(unsafe self[run: run].pointee.spare) }

  /// The node that closes the ring of `run`.
  @inline(__always)
  func depot(of run: Int) -> Int { jobCount &+ run }

  /// The demand the run of `node` has room for; -1 for a job that is left out.
  @inline(__always)
  func spare(besides node: Int) -> Int { Int(unsafe runs[run(of: node)].spare) }

  /// Returns the travel time between two nodes.
  @inline(__always)
  func seconds(from node: Int, to other: Int) -> Int {
    let (here, there) = unsafe (self[node], self[other])
    return unsafe ground.seconds(
      here.pointee.east, here.pointee.north, there.pointee.east, there.pointee.north)
  }

  /// Whether two nodes may be less than `limit` seconds apart; false only where they are not.
  @inline(__always)
  func mayBeLess(than limit: Int, from node: Int, to other: Int) -> Bool {
    let (here, there) = unsafe (self[node], self[other])
    return unsafe ground.mayBeLess(
      than: limit, here.pointee.east, here.pointee.north, there.pointee.east,
      there.pointee.north)
  }

  /// Returns the load of `job` and all jobs in front of it in its run, and how many they are.
  ///
  /// O(1) until the run changes, then once more O(its stops).
  mutating func sums(upTo job: Int) -> (load: Int, stops: Int) {
    let run = run(of: job)
    if unsafe !self[run: run].pointee.isCounted { count(run) }
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
    unsafe self[run: run].pointee.isCounted = true
  }

  /// Forgets what could be undone; the next changes can be.
  mutating func beginStep() {
    journal.removeAll()
    touched.removeAll()
    earlierRuns.removeAll()
    earlierCost = cost
    earlierLeftOutCount = leftOutCount
    earlierLeftOutWeight = leftOutWeight
  }

  /// Takes `count` jobs out of their run, from `first` on, and appends them to `removed`.
  ///
  /// - Returns: The node behind the last of them.
  @inline(__always) @discardableResult
  mutating func remove(_ count: Int, from first: Int, appending removed: inout Stack<Int>) -> Int {
    let run = run(of: first)
    touch(run)
    let after = previous(first)
    var way = secondsFromPrevious(first)
    var (demand, service, weight) = (0, 0, 0)
    var job = first
    for _ in 0..<count {
      let node = unsafe self[job]
      // As if one after the other, so that they come back from the last to the first.
      let change = unsafe Change(
        job: Int32(truncatingIfNeeded: job), after: Int32(truncatingIfNeeded: after),
        there: node.pointee.toPrevious, onward: node.pointee.toNext)
      journal.append(change)
      removed.append(job)
      unsafe node.pointee.run = -1
      way &+= Int(change.onward)
      demand &+= Int(unsafe node.pointee.demand)
      service &+= Int(unsafe worths[job].service)
      weight &+= Int(unsafe worths[job].weight)
      job = Int(unsafe node.pointee.next)
    }
    let direct = after == job ? 0 : seconds(from: after, to: job)
    link(after, job, Int32(truncatingIfNeeded: direct))
    cost &-= way &- direct &+ service
    leftOutCount &+= count
    leftOutWeight &+= weight
    let left = stops(of: run) &- count
    setStops(of: run, left, load: load(of: run) &- demand)
    if left == 0 {
      emptyRuns.insert(run)
      cost &-= fixedCost
    }
    return job
  }

  /// Puts `job`, which is left out, behind the node `after`, `there` seconds from it and `onward`
  /// seconds from the next.
  @inline(__always)
  mutating func insert(_ job: Int, after: Int, there: Int, onward: Int) {
    assert(there == seconds(from: after, to: job) && onward == seconds(from: job, to: next(after)))
    let run = run(of: after)
    touch(run)
    let before = next(after)
    let direct = Int32(truncatingIfNeeded: secondsToNext(after))
    journal.append(
      Change(job: Int32(truncatingIfNeeded: job), after: -1, there: direct, onward: direct))
    link(after, job, Int32(truncatingIfNeeded: there))
    link(job, before, Int32(truncatingIfNeeded: onward))
    unsafe self[job].pointee.run = Int32(truncatingIfNeeded: run)
    cost &+= there &+ onward &- Int(direct) &+ Int(unsafe worths[job].service)
    leftOutCount &-= 1
    leftOutWeight &-= Int(unsafe worths[job].weight)
    let count = stops(of: run) &+ 1
    setStops(of: run, count, load: load(of: run) &+ demand(of: job))
    if count == 1 {
      emptyRuns.remove(run)
      cost &+= fixedCost
    }
  }

  /// Puts `job`, which is left out, behind the node `after`.
  mutating func insert(_ job: Int, after: Int) {
    insert(
      job, after: after, there: seconds(from: after, to: job),
      onward: seconds(from: job, to: next(after)))
  }

  /// Takes back every change since ``beginStep()``.
  mutating func undoStep() {
    var index = journal.count
    while index > 0 {
      index -= 1
      undo(journal[index])
    }
    for index in 0..<touched.count {
      let run = touched[index]
      let earlier = earlierRuns[index]
      if earlier.stops == 0 { emptyRuns.insert(run) } else { emptyRuns.remove(run) }
      unsafe self[run: run].pointee = earlier
    }
    cost = earlierCost
    leftOutCount = earlierLeftOutCount
    leftOutWeight = earlierLeftOutWeight
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
    guard stops(of: run) > 0 else { return 0 }
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
      link(behind, node, leg)
      unsafe self[node].pointee.run = Int32(truncatingIfNeeded: run)
      total += Int(unsafe self[node].pointee.demand)
      behind = node
    }
    if jobs.isEmpty { emptyRuns.insert(run) } else { emptyRuns.remove(run) }
    setStops(of: run, jobs.count, load: total)
  }

  @inline(__always)
  private subscript(node: Int) -> UnsafeMutablePointer<Node> {
    assert((0..<(jobCount + runCount)).contains(node), "there is no node \(node)")
    return unsafe nodes + node
  }

  @inline(__always)
  private subscript(run run: Int) -> UnsafeMutablePointer<Run> {
    assert((0..<runCount).contains(run), "there is no run \(run)")
    return unsafe runs + run
  }

  /// Links two nodes, `seconds` apart.
  @inline(__always)
  private func link(_ node: Int, _ other: Int, _ seconds: Int32) {
    let (ahead, behind) = unsafe (self[node], self[other])
    unsafe ahead.pointee.next = Int32(truncatingIfNeeded: other)
    unsafe ahead.pointee.toNext = seconds
    unsafe behind.pointee.previous = Int32(truncatingIfNeeded: node)
    unsafe behind.pointee.toPrevious = seconds
  }

  /// Notes what `run` carries, where this is its first change.
  @inline(__always)
  private mutating func touch(_ run: Int) {
    guard !touched.contains(run) else { return }
    touched.insert(run)
    var earlier = unsafe self[run: run].pointee
    earlier.isCounted = false
    earlierRuns.append(earlier)
  }

  /// Takes back the change of the ring, but not of what its run carries.
  @inline(__always)
  private func undo(_ change: Change) {
    let job = Int(change.job)
    if change.after < 0 {
      link(previous(job), next(job), change.there)
      unsafe self[job].pointee.run = -1
    } else {
      let after = Int(change.after)
      let before = next(after)
      link(after, job, change.there)
      link(job, before, change.onward)
      unsafe self[job].pointee.run = self[after].pointee.run
    }
  }

  @inline(__always)
  private mutating func setStops(of run: Int, _ stops: Int, load: Int) {
    let spare = stops < maximumStops ? capacity &- load : -1
    unsafe self[run: run].pointee = Run(
      stops: Int32(truncatingIfNeeded: stops), load: Int32(truncatingIfNeeded: load),
      spare: Int32(truncatingIfNeeded: spare), isCounted: false)
  }
}
