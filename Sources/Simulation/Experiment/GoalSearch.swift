/// Looks for the first of several candidates, in order, that meets a goal, and tries as few as it can.
///
/// Halves the range between one that fails and one that meets it. The answer is trusted if the
/// candidates on both sides of it agree and the means tried rise or fall all the way, up to their
/// uncertainty; otherwise every candidate is tried from the first on until one meets it. A turn
/// between two candidates that were not tried stays unseen.
struct GoalSearch {
  /// What one candidate showed.
  struct Verdict: Hashable, Sendable {
    /// Nil if the answer never happened.
    var estimate: Estimate?
    var isMet: Bool
  }

  let count: Int
  /// In the order tried.
  private(set) var tried: [(index: Int, verdict: Verdict)] = []

  init(count: Int) { self.count = count }

  /// - Parameter judge: Is given the candidate's index and how many were tried before it; called at
  ///   most once for each.
  mutating func first(
    _ judge: (_ index: Int, _ turn: Int) throws(ExperimentStopped) -> Verdict
  ) throws(ExperimentStopped) -> Int? {
    guard count > 0 else { return nil }
    let found = try bisect(judge)
    if isOneWay { return found }
    for index in 0..<count where try isMet(index, judge) { return index }
    return nil
  }

  private mutating func bisect(
    _ judge: (Int, Int) throws(ExperimentStopped) -> Verdict
  ) throws(ExperimentStopped) -> Int? {
    var failing = -1
    var meeting = count - 1
    guard try isMet(meeting, judge) else {
      // The middle and the first show whether the last was worth asking.
      _ = try isMet(0, judge)
      _ = try isMet(count / 2, judge)
      return nil
    }
    while meeting - failing > 1 {
      let middle = failing < 0 && tried.count == 1 ? 0 : (failing + meeting) / 2
      if try isMet(middle, judge) { meeting = middle } else { failing = middle }
    }
    for neighbour in [meeting - 1, meeting + 1] where (0..<count).contains(neighbour) {
      _ = try isMet(neighbour, judge)
    }
    return meeting
  }

  private mutating func isMet(
    _ index: Int, _ judge: (Int, Int) throws(ExperimentStopped) -> Verdict
  ) throws(ExperimentStopped) -> Bool {
    if let known = tried.first(where: { $0.index == index }) { return known.verdict.isMet }
    let verdict = try judge(index, tried.count)
    tried.append((index, verdict))
    return verdict.isMet
  }

  /// Whether, among those tried, all that meet it follow all that fail, and the means go one way.
  private var isOneWay: Bool {
    let ordered = tried.sorted { $0.index < $1.index }.map(\.verdict)
    let firstMet = ordered.firstIndex(where: \.isMet) ?? ordered.count
    guard ordered[firstMet...].allSatisfy(\.isMet) else { return false }
    let estimates = ordered.compactMap(\.estimate)
    let steps = zip(estimates, estimates.dropFirst()).map { before, after in
      let step = after.mean - before.mean
      return abs(step) <= before.halfWidth + after.halfWidth ? 0 : step
    }
    return steps.allSatisfy { $0 >= 0 } || steps.allSatisfy { $0 <= 0 }
  }
}
