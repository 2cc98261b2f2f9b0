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

  private(set) var next: Column<Int32>
  private(set) var previous: Column<Int32>
  /// The run of each job, -1 while it is left out.
  private(set) var runOf: Column<Int32>
  /// Travel seconds from each node to the next; 0 in an empty run.
  private(set) var travelToNext: Column<Int32>
  private(set) var stopCount: Column<Int32>
  private(set) var load: Column<Int32>
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
    next = Column(Array(0..<nodes))
    previous = Column(Array(0..<nodes))
    runOf = Column(repeating: -1, count: flat.jobCount)
    travelToNext = Column(repeating: 0, count: nodes)
    stopCount = Column(repeating: 0, count: flat.vehicleCount)
    load = Column(repeating: 0, count: flat.vehicleCount)
    runCost = Column(repeating: 0, count: flat.vehicleCount)
    leftOut = NodeSet(capacity: flat.jobCount)
    leftOutWeight = Column(repeating: 0, count: flat.tierCount)
    pool = VehiclePool(kindOfVehicle: flat.kind, kindCount: flat.kindCount)
    broken = NodeSet(capacity: flat.vehicleCount)
    touched = NodeSet(capacity: flat.vehicleCount)
    clock = Clock(flat)
    for job in 0..<flat.jobCount { leaveOut(job) }
    for run in 0..<flat.vehicleCount { settle(run) }
  }

  /// The node that closes the ring of `run`.
  @inline(__always)
  func endNode(of run: Int) -> Int { flat.jobCount + run }

  /// Whether skills, permissions, room and stops let `run` take `job` in.
  @inline(__always)
  func hasRoom(in run: Int, for job: Int) -> Bool {
    load[run] + flat.demand[job] <= flat.capacity[run] && stopCount[run] < flat.maximumStops[run]
      && flat.canServe(job, by: run)
  }

  /// Forgets what could be undone; the next changes can be.
  mutating func beginStep() {
    journal.removeAll(keepingCapacity: true)
    touched.removeAll()
  }

  /// Takes `job` out of its run. The run has to be settled before it is evaluated again.
  mutating func remove(_ job: Int) {
    let run = runOf[job]
    assert(run >= 0, "job \(job) is in no run")
    journal.append(Change(job: job, after: previous[job], run: run, wasInserted: false))
    touched.insert(run)
    unlink(job, from: run)
  }

  /// Puts `job` into `run` behind the node `after`. The run has to be settled then.
  mutating func insert(_ job: Int, after: Int, in run: Int) {
    assert(runOf[job] < 0, "job \(job) is in run \(runOf[job]) already")
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
    guard flat.isTimed else { return true }
    let isFeasible = refreshClock(of: run)
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
    let before = next[after]
    let there = flat.travelSeconds(from: after, to: job, by: run)
    let onward = flat.travelSeconds(from: job, to: before, by: run)
    addUntimedCost(of: job, travel: there + onward - travelToNext[after], to: run)
    next[after] = job
    previous[job] = after
    next[job] = before
    previous[before] = job
    travelToNext[after] = there
    travelToNext[job] = onward
    runOf[job] = run
    load[run] += flat.demand[job]
    stopCount[run] += 1
    leftOut.remove(job)
    leftOutWeight[flat.tier[job]] -= flat.weight[job]
    if stopCount[run] == 1 {
      usedRunCount += 1
      pool.take(run, ofKind: flat.kind[run])
    }
  }

  private mutating func unlink(_ job: Int, from run: Int) {
    let after = previous[job]
    let before = next[job]
    let direct = after == before ? 0 : flat.travelSeconds(from: after, to: before, by: run)
    next[after] = before
    previous[before] = after
    runOf[job] = -1
    load[run] -= flat.demand[job]
    stopCount[run] -= 1
    if stopCount[run] == 0 {
      usedRunCount -= 1
      pool.giveBack(run, ofKind: flat.kind[run])
    }
    let saved = travelToNext[after] + travelToNext[job] - direct
    travelToNext[after] = direct
    subtractUntimedCost(of: job, travel: saved, from: run)
    leaveOut(job)
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
}
