import Dispatch
import Synchronization

extension Experiment {
  /// The number of a scenario among those of an experiment.
  struct Place {
    let index: Int
    let count: Int

    init(_ index: Int, of count: Int) {
      self.index = index
      self.count = count
    }
  }

  /// Runs every replication of `scenario`, on all threads, and keeps what is needed of each.
  func tally(
    _ scenario: Scenario, _ place: Place, keepsEverything: Bool
  ) throws(ExperimentStopped) -> RunTally {
    let simulator = Simulator(scenario, seed: seed, planner: planner)
    let rule = BottleneckRule(scenario)
    let tally = Mutex(RunTally(scenario, runs: runs, keepsEverything: keepsEverything))
    let next = Atomic(0)
    let isStopped = Atomic(false)
    DispatchQueue.concurrentPerform(iterations: min(threads, runs)) { _ in
      while !isStopped.load(ordering: .relaxed) {
        let run = next.add(1, ordering: .relaxed).oldValue
        guard run < runs else { return }
        let record = simulator.run(replication: run)
        let causes = keepsEverything ? rule.causes(of: record.daily) : []
        tally.withLock {
          $0.add(record, causes, run: run)
          let now = ExperimentProgress(
            scenario: scenario.name, scenarioIndex: place.index, scenarioCount: place.count,
            finishedRuns: $0.added, runs: runs)
          if !progress(now) { isStopped.store(true, ordering: .relaxed) }
        }
      }
    }
    let finished = tally.withLock { $0 }
    guard finished.added == runs else { throw ExperimentStopped() }
    return finished
  }
}
