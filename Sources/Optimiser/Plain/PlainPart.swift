/// A part of a plan on its way to a thread: some of its runs, and the jobs near to them that are
/// left out.
struct PlainPart: Sendable {
  /// What became of the part.
  struct Outcome: Sendable {
    /// In the numbers of the whole problem, as the part's members are.
    let currentRoutes: [[Int32]]
    let bestRoutes: [[Int32]]
    let best: PlainStanding
    let steps: Int
  }

  /// The jobs, ascending, so that near ones stay near in memory.
  private let members: [Int32]
  private let routes: [[Int32]]
  let runCount: Int
  private let random: SplitMix64

  /// - Parameter runCount: How many runs it may have, those of `routes` included.
  init(routes: [[Int32]], leftOut: [Int32], runCount: Int, random: SplitMix64) {
    members = (routes.joined() + leftOut).sorted()
    self.routes = routes
    self.runCount = runCount
    self.random = random
  }

  var jobCount: Int { members.count }

  /// Searches this part alone.
  func anneal(
    _ problem: PlainProblem, _ near: NearTable, tuning: Tuning, steps: Int,
    from hot: Double, to cold: Double, shouldStop: () -> Bool
  ) -> Outcome {
    var position = [Int32](repeating: -1, count: problem.jobCount)
    for (index, job) in members.enumerated() { position[Int(job)] = Int32(index) }
    var search = PlainSearch(
      PlainProblem(problem, members: members, runCount: runCount),
      near: NearTable(near, members: members, position: position),
      routes: routes.map { $0.map { position[Int($0)] } }, tuning: tuning, random: random)
    let made = search.anneal(steps: steps, from: hot, to: cold, shouldStop: shouldStop)
    return Outcome(
      currentRoutes: search.currentRoutes().map { $0.map { members[Int($0)] } },
      bestRoutes: search.bestRoutes().map { $0.map { members[Int($0)] } }, best: search.best,
      steps: made)
  }
}
