/// Plans a ``PlainProblem`` in rounds, each of which improves the parts of the plan apart from
/// each other, on several threads.
///
/// The whole plan is annealed; where there is time left, ``Remelting`` follows. A part of the plan
/// fits into a processor's cache, so a step takes the same time however large the problem
/// is; and as where parts meet changes from round to round, nothing stays unimproved. Parts do
/// not depend on the number of threads, so neither does the plan.
struct PlainSolver {
  /// Parts have at most about so many jobs.
  static let jobsPerPart = 1_500
  /// Rounds in a whole annealing, unless that leaves too few steps for each.
  private static let roundCount = 40.0
  private static let fewestStepsPerJob = 20.0
  /// The steps per job of the first round where only a clock is given.
  private static let trialStepsPerJob = 2
  /// The part of the budget that a quick annealing gets, in how many rounds; with fewer steps it
  /// tells nothing.
  private static let scoutingShare = 0.05
  private static let scoutingRounds = 4.0
  private static let fewestScoutingStepsPerJob = 200.0

  private let problem: PlainProblem
  private let near: NearTable
  private let tuning: Tuning
  private let parameters: SearchParameters
  private let firstTemperature: Double
  /// Whether to begin with what the start has, rather than to look for fewer runs.
  private let keepsStart: Bool
  private var random: SplitMix64

  private var routes: [[Int32]]
  private var bestRoutes: [[Int32]]
  private var best: PlainStanding?
  private var steps = 0
  private var fraction: Double
  /// Nil while the whole budget up to ``endOfAnnealing`` is one.
  private var cooling: Cooling?
  private var isScouting = false
  /// The steps of a whole search, as far as can be told by now; nil before the first round of a
  /// search that is given only a clock.
  private var stepsInAll: Double?

  /// - Parameters:
  ///   - start: Routes to begin with.
  ///   - keepsStart: Whether the plan must not end worse than `start`.
  init(
    _ problem: PlainProblem, near: NearTable, tuning: Tuning, parameters: SearchParameters,
    start: [[Int32]], keepsStart: Bool
  ) {
    self.problem = problem
    self.near = near
    self.tuning = tuning
    self.parameters = parameters
    self.keepsStart = keepsStart
    firstTemperature = max(1, near.meanSeconds(rank: 4) * tuning.firstTemperature)
    random = SplitMix64(seed: parameters.seed)
    routes = Array(start.prefix(problem.runCount))
    bestRoutes = routes
    fraction = parameters.fraction(after: 0)
    if case .steps(let count) = parameters.budget { stepsInAll = Double(count) }
  }

  /// Returns the best routes found within the budget.
  mutating func solve(progress: ((Progress) -> Void)?) -> [[Int32]] {
    guard problem.jobCount > 0, problem.runCount > 0 else { return [] }
    if stepsInAll == nil { round(runCount: problem.runCount, progress) }
    if !keepsStart { packIntoFewerRuns(progress) }
    while fraction < 1 || best == nil { round(runCount: problem.runCount, progress) }
    return bestRoutes
  }

  /// Looks for a plan with as few runs as the load allows, and goes on from there if it finds one.
  ///
  /// A run more than needed is hard to get rid of once the search has cooled, and with few runs it
  /// costs much.
  private mutating func packIntoFewerRuns(_ progress: ((Progress) -> Void)?) {
    let start = routes
    let fewest = problem.fewestRuns
    guard start.count <= tuning.mostRunsToPack, fraction < 1 else { return }
    for runCount in [fewest, fewest + 1] where runCount < start.count {
      let end = fraction + tuning.packingShare
      routes = Array(start.sorted { $0.count > $1.count }.prefix(runCount))
      repeat { round(runCount: runCount, progress) } while fraction < end && !isComplete
      if isComplete { return goOnFromCheaper(of: [routes, start], progress) }
    }
    routes = start
  }

  /// Goes on from the plan that a quick annealing makes cheapest.
  ///
  /// Where places lie in clusters, filling the last bags may cost more way than one run more. The
  /// search opens a run again where one job gains from it, but not where only several together do.
  private mutating func goOnFromCheaper(
    of plans: [[[Int32]]], _ progress: ((Progress) -> Void)?
  ) {
    let enough = Self.fewestScoutingStepsPerJob * Double(problem.jobCount)
    guard (stepsInAll ?? 0) * Self.scoutingShare >= enough else { return }
    let cooled = fraction
    let standings = plans.map { scout($0, progress) }
    let cheapest = standings.indices.min { standings[$0] < standings[$1] }
    if let cheapest { routes = plans[cheapest] }
    cooling = Cooling(begin: fraction, end: endOfAnnealing, done: cooled)
  }

  /// Anneals `plan` quickly and returns the best standing met.
  private mutating func scout(
    _ plan: [[Int32]], _ progress: ((Progress) -> Void)?
  ) -> PlainStanding {
    routes = plan
    let end = min(1, fraction + Self.scoutingShare)
    cooling = Cooling(begin: fraction, end: end, done: 0)
    isScouting = true
    defer { isScouting = false }
    var reached = PlainStanding(leftOutWeight: .max)
    while fraction < end { reached = min(reached, round(runCount: problem.runCount, progress)) }
    return reached
  }

  private var isComplete: Bool { routes.reduce(0) { $0 + $1.count } == problem.jobCount }

  /// Improves every part of the plan once, with at most `runCount` runs in all; returns the best
  /// standing met meanwhile.
  @discardableResult
  private mutating func round(
    runCount: Int, _ progress: ((Progress) -> Void)?
  ) -> PlainStanding {
    let isPacking = runCount < problem.runCount
    let remelting = isPacking || fraction < endOfAnnealing ? nil : Remelting(using: &random)
    let ending = ending(isPacking: isPacking, remelting)
    let jobs = Double(problem.jobCount)
    let stepCount =
      stepsInAll.map { ($0 * max(0, ending - fraction)).rounded(.up) }
      ?? Double(Self.trialStepsPerJob) * jobs
    let hot = remelting.map { firstTemperature * $0.heat } ?? temperature(at: fraction)
    let cold = remelting.map { _ in temperature(at: 1) } ?? temperature(at: ending)
    if remelting != nil { routes = bestRoutes }
    let parts = parts(
      runCount: runCount, jobsPerPart: remelting?.jobsPerPart ?? Self.jobsPerPart)
    let (problem, near, tuning, parameters) = (problem, near, tuning, parameters)
    let outcomes = concurrentMap(Array(parts.indices), threads: parameters.threads) { index in
      parts[index].anneal(
        problem, near, tuning: tuning,
        steps: stepCount == 0
          ? 0 : max(1, Int(stepCount * Double(parts[index].jobCount) / jobs)),
        from: hot, to: cold, shouldStop: parameters.shouldStop)
    }
    let reached = take(outcomes)
    let begin = fraction
    let made = outcomes.reduce(0) { $0 + $1.steps }
    steps += made
    fraction = parameters.fraction(after: steps)
    if case .clock = parameters.budget { stepsInAll = Double(made) / max(1e-6, fraction - begin) }
    progress?(
      Progress(
        steps: steps, fraction: min(1, fraction), best: (best ?? PlainStanding()).objective))
    return reached
  }

  /// The part of the budget that annealing the whole plan gets.
  private var endOfAnnealing: Double {
    guard let stepsInAll else { return 1 }
    return Remelting.begin(tuning, jobCount: problem.jobCount, steps: stepsInAll)
  }

  /// Returns how much of the budget is used when the next round ends.
  private func ending(isPacking: Bool, _ remelting: Remelting?) -> Double {
    guard let stepsInAll else { return fraction }
    if remelting != nil {
      return Remelting.ending(after: fraction, jobCount: problem.jobCount, steps: stepsInAll)
    }
    if isPacking { return min(1, fraction + tuning.packingShare / 4) }
    if isScouting, let end = cooling?.end {
      return min(end, fraction + Self.scoutingShare / Self.scoutingRounds)
    }
    let enough = Self.fewestStepsPerJob * Double(problem.jobCount) / max(1, stepsInAll)
    return min(1, fraction + max(endOfAnnealing / Self.roundCount, enough))
  }

  private mutating func take(_ outcomes: [PlainPart.Outcome]) -> PlainStanding {
    routes = outcomes.flatMap(\.currentRoutes)
    let reached = outcomes.reduce(PlainStanding()) { $0 + $1.best }
    if best.map({ reached < $0 }) ?? true {
      best = reached
      bestRoutes = outcomes.flatMap(\.bestRoutes)
    }
    return reached
  }

  /// The temperature of the annealing, which has cooled when its part of the budget is used.
  private func temperature(at fraction: Double) -> Double {
    let fall = Transcendental.logarithm(tuning.lastTemperatureShare)
    let cooling = cooling ?? Cooling(begin: 0, end: endOfAnnealing, done: 0)
    return firstTemperature * Transcendental.exponential(fall * cooling.progress(at: fraction))
  }

  /// Cuts the plan anew; spare runs and jobs left out are shared out among the parts.
  private mutating func parts(runCount: Int, jobsPerPart: Int) -> [PlainPart] {
    var count = 1
    while problem.jobCount > count * jobsPerPart { count *= 2 }
    let groups = Partition(problem, routes: routes, count: count, using: &random).parts
    let leftOut = leftOutByPart(groups)
    let spare = max(0, runCount - routes.count)
    return (0..<max(1, groups.count)).map { index in
      let group = index < groups.count ? groups[index] : []
      let share = spare / max(1, groups.count) + (index < spare % max(1, groups.count) ? 1 : 0)
      // A part hardly opens more runs than one in ten; empty ones only take up memory.
      let opened = min(share, group.count / 10 + 2 + leftOut[index].count)
      return PlainPart(
        routes: group.map { routes[$0] }, leftOut: leftOut[index],
        runCount: group.count + opened, random: SplitMix64(seed: random.next()))
    }
  }

  /// Returns, part by part, the jobs left out whose nearest served job is there.
  private func leftOutByPart(_ groups: [[Int]]) -> [[Int32]] {
    var partOfJob = [Int](repeating: -1, count: problem.jobCount)
    for (part, group) in groups.enumerated() {
      for route in group { for job in routes[route] { partOfJob[Int(job)] = part } }
    }
    var leftOut = [[Int32]](repeating: [], count: max(1, groups.count))
    for job in 0..<Int32(problem.jobCount) where partOfJob[Int(job)] < 0 {
      let served = near.range(of: job).first { partOfJob[Int(near.jobs[$0])] >= 0 }
      leftOut[served.map { partOfJob[Int(near.jobs[$0])] } ?? 0].append(job)
    }
    return leftOut
  }
}
