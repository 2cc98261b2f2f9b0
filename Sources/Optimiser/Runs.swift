/// Every run of a plan as a ring of nodes: the one structure the search changes.
///
/// A run belongs to the vehicle of the same number; its own node closes the ring. Each change is
/// written to a journal, so a step that is not accepted is undone rather than copied.
struct Runs: ~Copyable {
  /// One change of a ring: `job` taken out from behind `after`, or put in there.
  private struct Change {
    let job: Int
    let after: Int
    let run: Int
    let wasInserted: Bool
  }

  let flat: FlatProblem

  /// `node × 8`: the node behind, the node in front, the travel seconds to the one and from the
  /// other (0 in an empty run), and the run, -1 for a job left out; together, as they are read
  /// together, and half a cache line long.
  private var links: Column<Int32>
  private(set) var stopCount: Column<Int32>
  private var load: Column<Int32>
  /// The demand each run still has room for; -1 when it may make no more stops.
  private var spare: Column<Int32>
  /// What each run costs.
  private(set) var runCost: Column<Int64>
  private(set) var totalCost = 0
  private(set) var usedRunCount = 0
  private(set) var leftOut: NodeSet
  /// The weight left out in each tier.
  private(set) var leftOutWeight: Column<Int64>
  private(set) var pool: VehiclePool
  var clock: Clock
  /// Runs that cannot keep their times; none in a plan that may be accepted.
  private(set) var broken: NodeSet

  private var journal: [Change] = []
  /// The runs changed since the journal began.
  private(set) var touched: NodeSet

  /// Starts with every job left out.
  init(_ problem: Problem) {
    flat = FlatProblem(problem)
    let nodes = flat.jobCount + flat.vehicleCount
    links = Column(repeating: 0, count: nodes * 8)
    stopCount = Column(repeating: 0, count: flat.vehicleCount)
    load = Column(repeating: 0, count: flat.vehicleCount)
    spare = Column(repeating: 0, count: flat.vehicleCount)
    runCost = Column(repeating: 0, count: flat.vehicleCount)
    leftOut = NodeSet(capacity: flat.jobCount)
    leftOutWeight = Column(repeating: 0, count: flat.tierCount)
    pool = VehiclePool(kindOfVehicle: flat.kind, kindCount: flat.kindCount)
    broken = NodeSet(capacity: flat.vehicleCount)
    touched = NodeSet(capacity: flat.vehicleCount)
    clock = Clock(flat)
    for node in 0..<nodes {
      setNext(node, node)
      setPrevious(node, node)
      setRunOf(node, node - flat.jobCount)
    }
    for job in 0..<flat.jobCount {
      setRunOf(job, -1)
      leaveOut(job)
    }
    for run in 0..<flat.vehicleCount {
      noteSpare(of: run)
      settle(run)
    }
  }

  /// The node behind `node` in its ring.
  @inline(__always)
  func next(_ node: Int) -> Int { links[node &* 8] }

  /// The node in front of `node` in its ring.
  @inline(__always)
  func previous(_ node: Int) -> Int { links[node &* 8 &+ 1] }

  /// Travel seconds from `node` to the next; 0 in an empty run.
  @inline(__always)
  func travelToNext(_ node: Int) -> Int { links[node &* 8 &+ 2] }

  /// Travel seconds from the node in front to `node`; 0 in an empty run.
  @inline(__always)
  func travelFromPrevious(_ node: Int) -> Int { links[node &* 8 &+ 3] }

  /// The run of `node`, -1 for a job that is left out.
  @inline(__always)
  func runOf(_ node: Int) -> Int { links[node &* 8 &+ 4] }

  /// The node that closes the ring of `run`.
  @inline(__always)
  func endNode(of run: Int) -> Int { flat.jobCount + run }

  /// Whether skills, permissions, room and stops let `run` take `job` in.
  @inline(__always)
  func hasRoom(in run: Int, for job: Int) -> Bool {
    flat.demand[job] <= spare[run] && flat.canServe(job, by: run)
  }

  /// Forgets what could be undone; the next changes can be.
  mutating func beginStep() {
    journal.removeAll(keepingCapacity: true)
    touched.removeAll()
  }

  /// Takes `job` out of its run. The run has to be settled before it is evaluated again.
  mutating func remove(_ job: Int) {
    let run = runOf(job)
    assert(run >= 0, "job \(job) is in no run")
    journal.append(Change(job: job, after: previous(job), run: run, wasInserted: false))
    touched.insert(run)
    unlink(job, from: run)
  }

  /// Puts `job` into `run` behind the node `after`. The run has to be settled then.
  mutating func insert(_ job: Int, after: Int, in run: Int) {
    assert(runOf(job) < 0, "job \(job) is in run \(runOf(job)) already")
    journal.append(Change(job: job, after: after, run: run, wasInserted: true))
    touched.insert(run)
    link(job, after: after, in: run)
  }

  /// Takes back every change since ``beginStep()``.
  mutating func undoStep() {
    for change in journal.reversed() {
      if change.wasInserted {
        unlink(change.job, from: change.run)
      } else {
        link(change.job, after: change.after, in: change.run)
      }
    }
    if flat.isTimed {
      for index in 0..<touched.count { settle(touched[index]) }
    }
    beginStep()
  }

  /// Brings times and cost of a changed run up to date.
  ///
  /// - Returns: Whether the run keeps all its times; when it does not, it must be undone.
  @discardableResult
  mutating func settle(_ run: Int) -> Bool {
    settle(run, after: endNode(of: run), before: endNode(of: run))
  }

  /// The same for a run in which nothing has changed since it was settled but the stops between
  /// two nodes.
  @discardableResult
  mutating func settle(_ run: Int, after kept: Int, before keptBehind: Int) -> Bool {
    guard flat.isTimed else { return true }
    let isWhole = !broken.contains(run)
    let end = endNode(of: run)
    let isFeasible = refreshClock(
      of: run, after: isWhole ? kept : end, before: isWhole ? keptBehind : end)
    if isFeasible { broken.remove(run) } else { broken.insert(run) }
    let cost =
      stopCount[run] == 0
      ? 0
      : flat.cost(of: run, duration: clock.duration[run], travelled: clock.travelled[run])
    totalCost += cost - runCost[run]
    runCost[run] = cost
    return isFeasible
  }

  private mutating func link(_ job: Int, after: Int, in run: Int) {
    let before = next(after)
    let there = flat.travelSeconds(from: after, to: job, by: run)
    let onward = flat.travelSeconds(from: job, to: before, by: run)
    addUntimedCost(of: job, travel: there + onward - travelToNext(after), to: run)
    setNext(after, job)
    setPrevious(job, after)
    setNext(job, before)
    setPrevious(before, job)
    setTravel(from: after, to: job, there)
    setTravel(from: job, to: before, onward)
    setRunOf(job, run)
    load[run] += flat.demand[job]
    stopCount[run] += 1
    noteSpare(of: run)
    leftOut.remove(job)
    leftOutWeight[flat.tier[job]] -= flat.weight[job]
    if stopCount[run] == 1 {
      usedRunCount += 1
      pool.take(run, ofKind: flat.kind[run])
    }
  }

  private mutating func unlink(_ job: Int, from run: Int) {
    let after = previous(job)
    let before = next(job)
    let direct = after == before ? 0 : flat.travelSeconds(from: after, to: before, by: run)
    setNext(after, before)
    setPrevious(before, after)
    setRunOf(job, -1)
    load[run] -= flat.demand[job]
    stopCount[run] -= 1
    noteSpare(of: run)
    if stopCount[run] == 0 {
      usedRunCount -= 1
      pool.giveBack(run, ofKind: flat.kind[run])
    }
    let saved = travelToNext(after) + travelToNext(job) - direct
    setTravel(from: after, to: before, direct)
    subtractUntimedCost(of: job, travel: saved, from: run)
    leaveOut(job)
  }

  @inline(__always)
  private mutating func noteSpare(of run: Int) {
    let mayStop = stopCount[run] < flat.maximumStops[run]
    spare[run] = mayStop ? flat.capacity[run] - load[run] : -1
  }

  private mutating func leaveOut(_ job: Int) {
    leftOut.insert(job)
    leftOutWeight[flat.tier[job]] += flat.weight[job]
  }

  /// Without a clock the cost follows each change; `run` is as it was before `job` came.
  @inline(__always)
  private mutating func addUntimedCost(of job: Int, travel: Int, to run: Int) {
    guard !flat.isTimed else { return }
    let fixed = stopCount[run] == 0 ? flat.fixedCost[run] : 0
    let added = travel + fixed + flat.countedService(of: job)
    runCost[run] += added
    totalCost += added
  }

  /// The reverse; `run` is as it is after `job` has gone.
  @inline(__always)
  private mutating func subtractUntimedCost(of job: Int, travel: Int, from run: Int) {
    guard !flat.isTimed else { return }
    let fixed = stopCount[run] == 0 ? flat.fixedCost[run] : 0
    let saved = travel + fixed + flat.countedService(of: job)
    runCost[run] -= saved
    totalCost -= saved
  }

  @inline(__always)
  private mutating func setNext(_ node: Int, _ next: Int) { links[node &* 8] = next }

  @inline(__always)
  private mutating func setPrevious(_ node: Int, _ previous: Int) {
    links[node &* 8 &+ 1] = previous
  }

  @inline(__always)
  private mutating func setTravel(from node: Int, to next: Int, _ seconds: Int) {
    links[node &* 8 &+ 2] = seconds
    links[next &* 8 &+ 3] = seconds
  }

  @inline(__always)
  private mutating func setRunOf(_ node: Int, _ run: Int) { links[node &* 8 &+ 4] = run }
}
