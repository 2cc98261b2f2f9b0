import Foundation
import Optimiser
import Synchronization

/// When a search ends: after so many steps, so much time, at a cost, or at Ctrl-C.
final class SolveBudget: Sendable {
  let seconds: Double?
  let iterations: Int?
  let seed: UInt64
  let threads: Int
  /// In the problem's unit.
  let target: Int64?
  private let started = ContinuousClock.now
  private let isTargetReached = Atomic(false)

  init(seconds: Double?, iterations: Int?, seed: UInt64, threads: Int, target: Int64?) {
    self.seconds = seconds
    self.iterations = iterations
    self.seed = seed
    self.threads = threads
    self.target = target
  }

  var elapsedSeconds: Double { (ContinuousClock.now - started) / .seconds(1) }

  /// CPU time of the whole program, all threads.
  var processSeconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  var parameters: SearchParameters {
    var parameters = untilTheEnd
    parameters.threads = threads
    return parameters
  }

  private var untilTheEnd: SearchParameters {
    let shouldStop: @Sendable () -> Bool = { [self] in
      Interruption.isRequested || isTargetReached.load(ordering: .relaxed)
        || elapsedSeconds >= seconds ?? .infinity
    }
    if let iterations {
      return SearchParameters(iterations: iterations, seed: seed, shouldStop: shouldStop)
    }
    let limit = seconds ?? .infinity
    return SearchParameters(
      seed: seed, elapsedFraction: { [self] in elapsedSeconds / limit }, shouldStop: shouldStop)
  }

  /// Looks whether a plan is as good as was asked for.
  func look(at best: Objective) {
    guard let target, best.unservedByTier.allSatisfy({ $0 == 0 }), best.cost <= target else {
      return
    }
    isTargetReached.store(true, ordering: .relaxed)
  }
}
