/// One annealed search: the plan it stands at, the best one it has seen, and its step.
struct Search: ~Copyable {
  private var runs: Runs
  private let removal: AdjacentStringRemoval
  private var insertion: GreedyInsertion
  private var annealing: Annealing
  private var random: SplitMix64
  private var current: Standing
  private var candidate: Standing
  private var best: BestPlan
  private var reduction: FleetReduction
  private var tails: TailExchange
  private var jobs: [Int] = []

  /// Begins with what is possible of `start`, and puts in what else fits.
  init(
    _ problem: Problem, tuning: Tuning, nearest: borrowing NearestJobs, start: Solution?,
    random: SplitMix64
  ) {
    var random = random
    var runs = Runs(problem)
    removal = AdjacentStringRemoval(
      averageRemoved: tuning.averageRemoved, longestString: tuning.longestString)
    insertion = GreedyInsertion(runs.flat, blinkChance: tuning.blinkChance, using: &random)
    if let start { runs.adopt(start) }
    insertion.recreate(&runs, with: runs.allLeftOut, nearest: nearest, using: &random)
    annealing = Annealing(runs, nearest: nearest, tuning: tuning)
    current = Standing(runs)
    candidate = Standing(runs)
    best = BestPlan(runs)
    reduction = FleetReduction(runs)
    tails = TailExchange(runs)
    self.runs = runs
    self.random = random
  }

  var hasJobs: Bool { runs.flat.jobCount > 0 }
  var bestObjective: Objective { best.standing.objective }
  var bestSolution: Solution { best.solution(runs.flat) }

  /// Makes `count` steps as they belong to `progress`, in `0...1`: at first those that close runs,
  /// if there are many, then those of the annealing.
  mutating func advance(
    by count: Int, at progress: Double, nearest: borrowing NearestJobs
  ) {
    if reduction.isOn, progress >= FleetReduction.share { endReduction() }
    insertion.survey(runs, using: &random)
    if reduction.isOn {
      insertion.opensRuns = false
      for _ in 0..<count { reductionStep(nearest) }
    } else {
      annealing.cool(to: progress)
      for _ in 0..<count { step(nearest) }
    }
  }

  /// Ruins a neighbourhood, recreates it, and keeps the result or undoes it.
  private mutating func step(_ nearest: borrowing NearestJobs) {
    if tails.isOn { exchangeTails(nearest) }
    ruinAndRecreate(nearest)
    if runs.broken.count == 0, annealing.accepts(candidate, over: current, using: &random) {
      keepStep()
    } else {
      runs.undoStep()
    }
  }

  /// The same while runs are being closed, when it matters more who is left out than what it costs.
  private mutating func reductionStep(_ nearest: borrowing NearestJobs) {
    ruinAndRecreate(nearest)
    reduction.noteAbsences(runs)
    let isCheap = annealing.accepts(candidate.cost, over: current.cost, using: &random)
    if runs.broken.count == 0, reduction.accepts(runs, costAllows: isCheap) {
      keepStep()
      reduction.follow(&runs)
      best.noteChanges(runs)
      current.record(runs)
    } else {
      runs.undoStep()
    }
  }

  private mutating func ruinAndRecreate(_ nearest: borrowing NearestJobs) {
    let seed = random.below(runs.flat.jobCount)
    runs.beginStep()
    runs.collectLeftOut(around: seed, nearest: nearest, into: &jobs, using: &random)
    removal.ruin(&runs, around: seed, nearest: nearest, removed: &jobs, using: &random)
    insertion.recreate(&runs, with: jobs, nearest: nearest, using: &random)
    candidate.record(runs)
  }

  /// Gives two runs each other's tails where annealing allows it.
  private mutating func exchangeTails(_ nearest: borrowing NearestJobs) {
    let job = random.below(runs.flat.jobCount)
    let allowance = annealing.allowance(using: &random)
    guard tails.exchange(&runs, behind: job, nearest: nearest, allowance: allowance) else { return }
    candidate.record(runs)
    keepStep()
  }

  private mutating func keepStep() {
    swap(&current, &candidate)
    best.noteChanges(runs)
    if current.isBetter(than: best.standing) { best.keep(runs) }
  }

  /// Goes on from the cheapest plan met so far.
  private mutating func endReduction() {
    reduction.end()
    insertion.opensRuns = true
    runs.replace(with: bestSolution)
    best.noteAllChanged()
    current.record(runs)
  }
}
