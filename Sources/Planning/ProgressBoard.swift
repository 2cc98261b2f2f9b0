import Domain
import Optimiser
import Synchronization

/// Adds up how far the problems of a plan have come and tells the caller, one call at a time.
final class ProgressBoard: Sendable {
  private struct State {
    var best: [Objective?]
    var done = 0
  }

  private let state: Mutex<State>
  private let report: (@Sendable (PlanProgress) -> Void)?

  init(problems: Int, report: (@Sendable (PlanProgress) -> Void)?) {
    state = Mutex(State(best: Array(repeating: nil, count: problems)))
    self.report = report
  }

  func improved(_ problem: Int, to best: Objective) { update { $0.best[problem] = best } }

  func finished(_ problem: Int) { update { $0.done += 1 } }

  private func update(_ change: (inout State) -> Void) {
    guard let report else { return }
    state.withLock { state in
      change(&state)
      var leftOut = Array(repeating: Int64(0), count: Card.tierCount)
      var cost: Int64 = 0
      for best in state.best.compactMap({ $0 }) {
        cost += best.cost
        for (tier, weight) in best.unservedByTier.enumerated() where tier < leftOut.count {
          leftOut[tier] += weight
        }
      }
      report(
        PlanProgress(
          problemsDone: state.done, problemCount: state.best.count, leftOutByTier: leftOut,
          costSeconds: cost))
    }
  }
}
