/// Every run of a plan as a ring of nodes: the one structure the search changes.
///
/// A run belongs to the vehicle of the same number; its own node closes the ring, and between its
/// jobs may lie reloads. Each change is written to a journal, so a step that is not accepted is
/// undone rather than copied.
struct Runs: ~Copyable {
  /// One change of a ring: `node` taken out from behind `after`, or put in there.
  private struct Change {
    let node: Int
    let after: Int
    let run: Int
    let wasInserted: Bool
  }

  let flat: FlatProblem

  /// `node × 8`: the node behind, the node in front, the travel seconds to the one and from the
  /// other (0 in an empty run), the run, -1 for what is in none, and 1 where nothing may be put in
  /// behind; together, as they are read together, and half a cache line long.
  private var links: Column<Int32>
  private(set) var stopCount: Column<Int32>
  private var load: Column<Int64>
  /// The demand each run still has room for, whatever lies where; -1 when it may make no more
  /// stops.
  private var spare: Column<Int32>
  /// `run × loads.count + dimension`: the load in the dimensions after the first.
  private var otherLoad: Column<Int64>
  /// Travel seconds of each run.
  private(set) var travelled: Column<Int64>
  /// Metres of each run; 0 where they do not matter.
  private(set) var metres: Column<Int64>
  /// What metres and strangers cost on each run.
  private(set) var extras: Column<Int64>
  /// What each run costs.
  private(set) var runCost: Column<Int64>
  private(set) var totalCost = 0
  private(set) var usedRunCount = 0
  /// The jobs in some run.
  private(set) var servedCount = 0
  /// The blocks in no run, each by its first job.
  private(set) var leftOut: NodeSet
  /// The weight left out in each tier.
  private(set) var leftOutWeight: Column<Int64>
  private(set) var pool: VehiclePool
  /// The reloads in no run, by kind.
  private(set) var unusedReloads: VehiclePool
  private(set) var reloadCount: Column<Int32>
  var clock: Clock
  var trips: Trips
  /// Room for the nodes that are judged together.
  var chain: Chain
  /// Runs that cannot be kept as they are; none in a plan that may be accepted.
  private(set) var broken: NodeSet

  private var journal: [Change] = []
  /// The times changed since the journal began, of runs whose times are kept one by one.
  var arrivals: [Arrival] = []
  /// The runs changed since the journal began.
  private(set) var touched: NodeSet

  /// Starts with every job left out, except those of runs that are under way.
  init(_ problem: Problem) {
    flat = FlatProblem(problem)
    let runs = flat.vehicleCount
    links = Column(repeating: 0, count: flat.nodeCount * 8)
    stopCount = Column(repeating: 0, count: runs)
    load = Column(repeating: 0, count: runs)
    spare = Column(repeating: 0, count: runs)
    otherLoad = Column(repeating: 0, count: runs * flat.loads.count)
    travelled = Column(repeating: 0, count: runs)
    metres = Column(repeating: 0, count: runs)
    extras = Column(repeating: 0, count: runs)
    runCost = Column(repeating: 0, count: runs)
    leftOut = NodeSet(capacity: flat.jobCount)
    leftOutWeight = Column(repeating: 0, count: flat.tierCount)
    pool = VehiclePool(kindOfVehicle: flat.kind, kindCount: flat.kindCount)
    unusedReloads = VehiclePool(
      kindOfVehicle: flat.reloads.kindOfNode, kindCount: flat.reloads.kindCount)
    reloadCount = Column(repeating: 0, count: runs)
    broken = NodeSet(capacity: runs)
    touched = NodeSet(capacity: runs)
    clock = Clock(flat)
    trips = Trips(flat)
    chain = Chain(flat)
    for node in 0..<flat.nodeCount {
      setNext(node, node)
      setPrevious(node, node)
      setRunOf(node, flat.isEnd(node) ? node - flat.jobCount : -1)
    }
    for job in 0..<flat.jobCount {
      leaveOut(job)
      if flat.blocks.following(job) != nil { bind(job) }
    }
    for run in 0..<runs { begin(run) }
    beginStep()
  }

  /// Puts in what `run` has done already.
  private mutating func begin(_ run: Int) {
    noteSpare(of: run)
    settle(run)
    guard let first = flat.blocks.begun(by: run) else { return }
    insertBlock(first, after: endNode(of: run), in: run)
    bind(endNode(of: run))
    settle(run)
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

  /// The run of `node`, -1 for what is in none.
  @inline(__always)
  func runOf(_ node: Int) -> Int { links[node &* 8 &+ 4] }

  /// Whether nothing may come between `node` and the one behind it.
  @inline(__always)
  func isBound(_ node: Int) -> Bool { links[node &* 8 &+ 5] != 0 }

  /// The node that closes the ring of `run`.
  @inline(__always)
  func endNode(of run: Int) -> Int { flat.jobCount + run }

  /// Whether skills, permissions, room and stops let `run` take in the block that begins with
  /// `job`; where a run can reload or picks things up, the room also depends on the place.
  @inline(__always)
  func hasRoom(in run: Int, for job: Int) -> Bool {
    flat.demand[job] <= spare[run] && flat.canServe(job, by: run)
      && (flat.hasPlainRoom || hasFurtherRoom(in: run, for: job))
  }

  /// Whether `run` can take in anything at all.
  @inline(__always)
  func hasAnyRoom(in run: Int) -> Bool { spare[run] > 0 }

  /// The demand that `run` carries.
  @inline(__always)
  func load(of run: Int) -> Int { load[run] }

  @inline(__always)
  private func hasFurtherRoom(in run: Int, for first: Int) -> Bool {
    let stops = stopCount[run] + flat.blocks.length(of: first)
    guard stops <= flat.maximumStops[run], flat.demand(of: first, 0) <= spare[run] else {
      return false
    }
    let canReload = flat.reloads.kind(of: run) != nil
    for other in 0..<flat.loads.count {
      let taken = canReload ? 0 : otherLoad[run * flat.loads.count + other]
      let demand = flat.demand(of: first, other + 1)
      if taken + demand > flat.capacity(of: run, other + 1) { return false }
    }
    return true
  }

  /// Forgets what could be undone; the next changes can be.
  mutating func beginStep() {
    journal.removeAll(keepingCapacity: true)
    arrivals.removeAll(keepingCapacity: true)
    touched.removeAll()
  }

  /// Takes `node` out of its run. The run has to be settled before it is evaluated again.
  mutating func remove(_ node: Int) {
    let run = runOf(node)
    assert(run >= 0, "node \(node) is in no run")
    journal.append(Change(node: node, after: previous(node), run: run, wasInserted: false))
    touched.insert(run)
    unlink(node, from: run)
  }

  /// Puts `node` into `run` behind the node `after`. The run has to be settled then.
  mutating func insert(_ node: Int, after: Int, in run: Int) {
    assert(runOf(node) < 0, "node \(node) is in run \(runOf(node)) already")
    journal.append(Change(node: node, after: after, run: run, wasInserted: true))
    touched.insert(run)
    link(node, after: after, in: run)
  }

  /// Takes back every change since ``beginStep()``.
  mutating func undoStep() {
    for change in journal.reversed() {
      if change.wasInserted {
        unlink(change.node, from: change.run)
      } else {
        link(change.node, after: change.after, in: change.run)
      }
    }
    undoArrivals()
    if flat.isTimed {
      for index in 0..<touched.count { resettle(touched[index]) }
    }
    beginStep()
  }

  /// Brings `run`, whose stops are again what they were, back to its times and cost.
  private mutating func resettle(_ run: Int) {
    guard flat.keepsArrivals else {
      settle(run)
      return
    }
    if flat.haveTrips { _ = refreshTrips(of: run) }
    broken.remove(run)
    noteCost(of: run)
  }

  /// Brings times and cost of a changed run up to date.
  ///
  /// - Returns: Whether the run keeps all its rules; when it does not, it must be undone.
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
    var isFeasible = refreshClock(
      of: run, after: isWhole ? kept : end, before: isWhole ? keptBehind : end)
    if flat.haveTrips, !refreshTrips(of: run) { isFeasible = false }
    if flat.prices.limitsWay, !mayGo(run, further: 0, metres: 0) { isFeasible = false }
    if isFeasible { broken.remove(run) } else { broken.insert(run) }
    noteCost(of: run)
    return isFeasible
  }

  private mutating func noteCost(of run: Int) {
    let cost =
      stopCount[run] == 0
      ? 0
      : flat.prices.cost(of: run, duration: clock.duration[run], travelled: travelled[run])
        + extras[run]
    totalCost += cost - runCost[run]
    runCost[run] = cost
  }

  /// Whether `run` may be on the way for so many seconds and metres more.
  @inline(__always)
  func mayGo(_ run: Int, further seconds: Int, metres added: Int) -> Bool {
    travelled[run] + seconds <= flat.prices.maximumTravel[run]
      && metres[run] + added <= flat.prices.maximumMetres[run]
  }

  private mutating func link(_ node: Int, after: Int, in run: Int) {
    let before = next(after)
    let there = flat.travelSeconds(from: after, to: node, by: run)
    let onward = flat.travelSeconds(from: node, to: before, by: run)
    let added = there + onward - travelToNext(after)
    if flat.hasExtras { noteExtras(of: node, between: after, before, on: run, sign: 1) }
    setNext(after, node)
    setPrevious(node, after)
    setNext(node, before)
    setPrevious(before, node)
    setTravel(from: after, to: node, there)
    setTravel(from: node, to: before, onward)
    setRunOf(node, run)
    travelled[run] += added
    if flat.isJob(node) {
      addUntimedCost(of: node, travel: added, to: run)
      takeIn(node, run)
    } else {
      let reload = node - flat.firstReload
      unusedReloads.take(reload, ofKind: flat.reloads.kindOfNode[reload])
      reloadCount[run] += 1
    }
  }

  private mutating func unlink(_ node: Int, from run: Int) {
    let after = previous(node)
    let before = next(node)
    let direct = after == before ? 0 : flat.travelSeconds(from: after, to: before, by: run)
    let saved = travelToNext(after) + travelToNext(node) - direct
    setNext(after, before)
    setPrevious(before, after)
    setTravel(from: after, to: before, direct)
    setRunOf(node, -1)
    travelled[run] -= saved
    if flat.hasExtras { noteExtras(of: node, between: after, before, on: run, sign: -1) }
    if flat.isJob(node) {
      giveUp(node, run)
      subtractUntimedCost(of: node, travel: saved, from: run)
    } else {
      let reload = node - flat.firstReload
      unusedReloads.giveBack(reload, ofKind: flat.reloads.kindOfNode[reload])
      reloadCount[run] -= 1
    }
  }

  private mutating func takeIn(_ job: Int, _ run: Int) {
    load[run] += flat.demand[job]
    for other in 0..<flat.loads.count {
      otherLoad[run * flat.loads.count + other] += flat.loads.demand(of: job, other)
    }
    stopCount[run] += 1
    servedCount += 1
    noteSpare(of: run)
    leftOut.remove(job)
    leftOutWeight[flat.tier[job]] -= flat.weight[job]
    if stopCount[run] == 1 {
      usedRunCount += 1
      pool.take(run, ofKind: flat.kind[run])
    }
  }

  private mutating func giveUp(_ job: Int, _ run: Int) {
    load[run] -= flat.demand[job]
    for other in 0..<flat.loads.count {
      otherLoad[run * flat.loads.count + other] -= flat.loads.demand(of: job, other)
    }
    stopCount[run] -= 1
    servedCount -= 1
    noteSpare(of: run)
    if stopCount[run] == 0 {
      usedRunCount -= 1
      pool.giveBack(run, ofKind: flat.kind[run])
    }
    leaveOut(job)
  }

  @inline(__always)
  private mutating func noteSpare(of run: Int) {
    let mayStop = stopCount[run] < flat.maximumStops[run]
    let taken = flat.reloads.kind(of: run) == nil ? load[run] : 0
    spare[run] = mayStop ? flat.capacity[run] - taken : -1
  }

  private mutating func leaveOut(_ job: Int) {
    if flat.blocks.first(of: job) == job { leftOut.insert(job) }
    leftOutWeight[flat.tier[job]] += flat.weight[job]
  }

  /// Adds what metres and strangers change when `node` lies between two others of `run`, or
  /// subtracts it.
  private mutating func noteExtras(
    of node: Int, between after: Int, _ before: Int, on run: Int, sign: Int
  ) {
    let added = addedMetres(of: node, between: after, before, on: run)
    let stranger = flat.isJob(node) ? flat.strangerCost(of: node, to: run) : 0
    metres[run] += sign * added
    extras[run] += sign * (flat.prices.cost(ofMetres: added, on: run) + stranger)
  }

  /// Returns how many metres more it is from `after` to `before` by way of `node`.
  @inline(__always)
  func addedMetres(of node: Int, between after: Int, _ before: Int, on run: Int) -> Int {
    guard flat.prices.countsMetres else { return 0 }
    let direct = after == before ? 0 : flat.metres(from: after, to: before, by: run)
    return flat.metres(from: after, to: node, by: run)
      + flat.metres(from: node, to: before, by: run) - direct
  }

  /// Without a clock the cost follows each change; `run` is as it was before `job` came.
  @inline(__always)
  private mutating func addUntimedCost(of job: Int, travel: Int, to run: Int) {
    guard !flat.isTimed else { return }
    let fixed = stopCount[run] == 0 ? flat.prices.fixedCost[run] : 0
    let added = travel + fixed + flat.countedService(of: job)
    runCost[run] += added
    totalCost += added
  }

  /// The reverse; `run` is as it is after `job` has gone.
  @inline(__always)
  private mutating func subtractUntimedCost(of job: Int, travel: Int, from run: Int) {
    guard !flat.isTimed else { return }
    let fixed = stopCount[run] == 0 ? flat.prices.fixedCost[run] : 0
    let saved = travel + fixed + flat.countedService(of: job)
    runCost[run] -= saved
    totalCost -= saved
  }

  private mutating func bind(_ node: Int) { links[node &* 8 &+ 5] = 1 }

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
