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
  private var course: Course
  /// What the quick annealing with any number of runs came to.
  private var costOfManyRuns = Int.max
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
    // What was overlooked once is hardly overlooked twice.
    insertion.recreate(&runs, with: runs.allLeftOut, nearest: nearest, using: &random)
    annealing = Annealing(runs, nearest: nearest, tuning: tuning)
    current = Standing(runs)
    candidate = Standing(runs)
    best = BestPlan(runs)
    reduction = FleetReduction(runs)
    course = Course(closesRuns: reduction.isOn)
    tails = TailExchange(runs)
    self.runs = runs
    self.random = random
  }

  var phase: Course.Phase { course.phase }
  var hasJobs: Bool { runs.flat.jobCount > 0 }
  var bestObjective: Objective { best.standing.objective }
  var bestSolution: Solution { best.solution(runs.flat) }

  /// Makes `count` steps as they belong to `progress`, in `0...1`.
  mutating func advance(
    by count: Int, at progress: Double, nearest: borrowing NearestJobs
  ) {
    while course.isOver(at: progress) { endPhase(at: progress) }
    insertion.survey(runs, using: &random)
    if course.phase == .closingRuns {
      insertion.mostRuns = 0
      for _ in 0..<count { reductionStep(nearest) }
    } else {
      annealing.cool(to: course.cooled(at: progress))
      for _ in 0..<count { step(nearest) }
    }
    course.note(steps: count)
  }

  /// Goes over to the next phase, which begins with the cheapest plan met so far or, where few runs
  /// are tried, with the one that has the fewest.
  private mutating func endPhase(at progress: Double) {
    // With the fewest there is hardly a step that serves all jobs.
    let fewRuns = (reduction.fewest.usedRunCount + best.usedRunCount) / 2
    switch course.phase {
    case .closingRuns:
      insertion.mostRuns = .max
      if course.hasTimeForTrials(at: progress, jobCount: runs.flat.jobCount) {
        course.begin(.tryingManyRuns, at: progress)
      } else {
        course.beginAnnealing(at: progress)
      }
    case .tryingManyRuns where best.usedRunCount > fewRuns:
      costOfManyRuns = best.standing.cost
      insertion.mostRuns = fewRuns
      course.begin(.tryingFewRuns, at: progress)
      return goOn(from: reduction.fewest.solution(runs.flat))
    case .tryingManyRuns, .tryingFewRuns, .annealing:
      if best.standing.cost >= costOfManyRuns { insertion.mostRuns = .max }
      course.beginAnnealing(at: progress)
    }
    goOn(from: bestSolution)
  }

  private mutating func goOn(from plan: Solution) {
    runs.replace(with: plan)
    best.noteAllChanged()
    current.record(runs)
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
}
