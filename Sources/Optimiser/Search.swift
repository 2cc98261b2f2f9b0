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
    self.runs = runs
    self.random = random
  }

  var hasJobs: Bool { runs.flat.jobCount > 0 }
  var bestObjective: Objective { best.standing.objective }
  var bestSolution: Solution { best.solution(runs.flat) }

  /// Makes `count` steps at the temperature that belongs to `progress`, in `0...1`.
  mutating func advance(
    by count: Int, at progress: Double, nearest: borrowing NearestJobs
  ) {
    annealing.cool(to: progress)
    for _ in 0..<count { step(nearest) }
  }

  /// Ruins a neighbourhood, recreates it, and keeps the result or undoes it.
  private mutating func step(_ nearest: borrowing NearestJobs) {
    let seed = random.below(runs.flat.jobCount)
    runs.beginStep()
    runs.collectLeftOut(around: seed, nearest: nearest, into: &jobs, using: &random)
    removal.ruin(&runs, around: seed, nearest: nearest, removed: &jobs, using: &random)
    insertion.recreate(&runs, with: jobs, nearest: nearest, using: &random)

    candidate.record(runs)
    if runs.broken.count == 0, annealing.accepts(candidate, over: current, using: &random) {
      swap(&current, &candidate)
      best.noteChanges(runs)
      if current.isBetter(than: best.standing) { best.keep(runs) }
    } else {
      runs.undoStep()
    }
  }
}
