/// One annealed search over a ``PlainProblem``: the plan it stands at, the best one it has seen,
/// and its step.
struct PlainSearch: ~Copyable {
  /// Steps between two looks at the temperature and at the clock.
  private static let stride = 200
  /// The jobs left out before a step that it tries to serve, at most.
  private static let mostTriedAgain = 10

  private var rings: Rings
  private let near: NearLists
  private let ruin: StringRuin
  private var recreation: NearInsertion
  private var twoOpt = TwoOpt()
  private var random: SplitMix64
  private var removed = Stack<Int>()
  /// The jobs that the plan it stands at leaves out.
  private var leftOut: NodeSet
  private(set) var current: PlainStanding
  private(set) var best: PlainStanding
  private var bestNext: Column<Int32>
  /// The runs that differ from those kept as the best.
  private var stale: NodeSet
  /// What a unit of weight left out counts against seconds when plans are compared.
  private let secondsPerWeight: Double

  /// Begins with `routes`, one per run, and puts in what else fits.
  init(
    _ problem: PlainProblem, near table: NearTable, routes: [[Int32]], tuning: Tuning,
    random: SplitMix64
  ) {
    var random = random
    var rings = Rings(problem)
    near = NearLists(table)
    ruin = StringRuin(
      draws: AdjacentStringRemoval(
        averageRemoved: tuning.averageRemoved, longestString: tuning.longestString))
    recreation = NearInsertion(problem, blinkChance: tuning.blinkChance, using: &random)
    for (run, route) in routes.enumerated() {
      for job in route where rings.demand(of: Int(job)) <= rings.spare(of: run) {
        rings.insert(Int(job), after: rings.previous(rings.depot(of: run)))
      }
    }
    for job in 0..<rings.jobCount where rings.run(of: job) < 0 { removed.append(job) }
    _ = recreation.recreate(
      &rings, with: removed, costingLess: .max, near: near, using: &random)
    current = PlainStanding(leftOutWeight: rings.leftOutWeight, cost: rings.cost)
    best = current
    secondsPerWeight = max(1, Double(rings.cost) / Double(max(1, problem.jobCount)))
    bestNext = Column(repeating: 0, count: rings.jobCount + rings.runCount)
    leftOut = NodeSet(capacity: rings.jobCount)
    for index in 0..<removed.count where rings.run(of: removed[index]) < 0 {
      leftOut.insert(removed[index])
    }
    stale = NodeSet(capacity: rings.runCount)
    for run in 0..<rings.runCount { stale.insert(run) }
    self.rings = rings
    self.random = random
    keepBest()
  }

  /// Makes `steps` steps while the temperature falls from `hot` to `cold`, both in seconds.
  ///
  /// - Parameter shouldStop: Asked every few hundred steps; true ends the search early.
  /// - Returns: The steps made.
  mutating func anneal(
    steps: Int, from hot: Double, to cold: Double, shouldStop: () -> Bool
  ) -> Int {
    guard rings.jobCount > 0 else { return steps }
    let fall = Transcendental.logarithm(cold / hot)
    var made = 0
    while made < steps, !shouldStop() {
      let temperature = hot * Transcendental.exponential(fall * Double(made) / Double(steps))
      recreation.survey(rings, using: &random)
      let count = min(Self.stride, steps - made)
      for _ in 0..<count { step(at: temperature) }
      made += count
    }
    return made
  }

  /// Ruins a neighbourhood and recreates it; keeps and polishes the result, or undoes it.
  private mutating func step(at temperature: Double) {
    // Drawn first, so that recreation can stop where the step is lost.
    let allowance = -temperature * Transcendental.logarithm(1 - random.fraction())
    let seed = random.below(rings.jobCount)
    rings.beginStep()
    removed.removeAll()
    ruin.ruin(&rings, around: seed, near: near, removed: &removed, using: &random)
    addLeftOut()
    // A plan that serves more may cost more; and where no run is spare, a job may have to stay out.
    let isBounded = current.leftOutWeight == 0 && rings.emptyRuns.count > 0
    let limit = isBounded ? current.cost + Int(min(allowance, 1e15)) + 1 : .max
    guard
      recreation.recreate(&rings, with: removed, costingLess: limit, near: near, using: &random)
    else { return rings.undoStep() }

    let candidate = PlainStanding(leftOutWeight: rings.leftOutWeight, cost: rings.cost)
    guard loss(of: candidate) < allowance else { return rings.undoStep() }
    noteLeftOut()
    for index in 0..<rings.touched.count { stale.insert(rings.touched[index]) }
    if candidate != current {
      twoOpt.improve(&rings, around: removed, near: near, changed: &stale)
    }
    current = PlainStanding(leftOutWeight: rings.leftOutWeight, cost: rings.cost)
    if current < best { keepBest() }
  }

  /// Returns what is lost by following `candidate`, in seconds.
  @inline(__always)
  private func loss(of candidate: PlainStanding) -> Double {
    let lost = candidate.leftOutWeight - current.leftOutWeight
    return lost != 0 ? Double(lost) * secondsPerWeight : Double(candidate.cost - current.cost)
  }

  /// Adds a few of the jobs left out before the step to those it takes out.
  ///
  /// Mostly the same few, as runs have to be rebuilt around them step by step; now and then others,
  /// so that none waits for these in vain.
  private mutating func addLeftOut() {
    guard leftOut.count > 0 else { return }
    let first = random.below(10) == 0 ? random.below(leftOut.count) : 0
    for offset in 0..<min(Self.mostTriedAgain, leftOut.count) {
      removed.append(leftOut[(first + offset) % leftOut.count])
    }
  }

  /// Learns which jobs a step that is followed has left out, and which it serves again.
  private mutating func noteLeftOut() {
    guard leftOut.count > 0 || rings.leftOutCount > 0 else { return }
    for index in 0..<removed.count {
      let job = removed[index]
      if rings.run(of: job) < 0 { leftOut.insert(job) } else { leftOut.remove(job) }
    }
  }

  private mutating func keepBest() {
    best = current
    for index in 0..<stale.count {
      var node = rings.depot(of: stale[index])
      repeat {
        bestNext[node] = rings.next(node)
        node = rings.next(node)
      } while node < rings.jobCount
    }
    stale.removeAll()
  }

  /// The plan it stands at: the jobs of every run that has some.
  func currentRoutes() -> [[Int32]] { routes { rings.next($0) } }

  /// The best plan it has seen.
  func bestRoutes() -> [[Int32]] { routes { bestNext[$0] } }

  private func routes(_ next: (Int) -> Int) -> [[Int32]] {
    var routes: [[Int32]] = []
    for run in 0..<rings.runCount {
      var route: [Int32] = []
      var node = next(rings.depot(of: run))
      while node < rings.jobCount {
        route.append(Int32(node))
        node = next(node)
      }
      if !route.isEmpty { routes.append(route) }
    }
    return routes
  }
}
