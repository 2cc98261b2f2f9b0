import Synchronization
import Testing

@testable import Simulation

@Suite struct ExperimentTests {
  private let base = SmallExperimentOffice.scenario()
  private let more = SmallExperimentOffice.scenario(name: "more", printers: 3)

  @Test(arguments: [2, 3, 7])
  func theAnswersAreTheSameOnAnyNumberOfThreads(threads: Int) throws {
    let alone = try Experiment(runs: 9, seed: 5).study(base, alternatives: [more])
    let many = try Experiment(runs: 9, seed: 5, threads: threads)
      .study(base, alternatives: [more])
    #expect(digest(alone.base) == digest(many.base))
    #expect(digest(alone.alternatives[0]) == digest(many.alternatives[0]))
    for answer in Answer.allCases {
      let one = alone.comparisons[0].differences[answer]
      let other = many.comparisons[0].differences[answer]
      #expect(one?.estimate == other?.estimate)
      #expect(one?.correlation == other?.correlation)
      #expect(one?.isDistinguishable == other?.isDistinguishable)
    }
  }

  /// The first courier count that is enough, as trying every one of them finds it; what was tried
  /// is told in the order in which it was asked about.
  @Test(arguments: [120, 170, 220])
  func aGoalIsMetFirstWhereTryingEverythingMeetsItFirst(cards: Int) throws {
    let condition = try GoalCondition("delivered >= \(cards)")
    let candidates = (1...6).map { couriers in
      (text: "\(couriers)", scenario: SmallExperimentOffice.scenario(couriers: couriers))
    }
    let experiment = Experiment(runs: 4, seed: 3)
    let goal = try experiment.goal(condition, lever: "couriers", candidates: candidates)

    let met = try candidates.first { candidate in
      condition.verdict(on: try experiment.study(candidate.scenario).base.runAnswers).isMet
    }
    #expect(goal.found == met?.text)
    #expect(goal.tried.map(\.value) == goal.tried.map(\.value).sorted())
    #expect(goal.tried.count { $0.isMet } > 0 || met == nil)
  }

  private struct Digest: Equatable {
    var answers: [Answer: Estimate]
    var runAnswers: RunAnswers
    var series: [Measure: Band]
    var coverage: CoverageSeries
    var waits: WaitTable
    var channels: [StudiedChannel]
    var bottlenecks: [Bottleneck]
    var eventCount: Int
  }

  private func digest(_ studied: StudiedScenario) -> Digest {
    Digest(
      answers: studied.answers, runAnswers: studied.runAnswers, series: studied.series,
      coverage: studied.coverage, waits: studied.waits, channels: studied.channels,
      bottlenecks: studied.bottlenecks, eventCount: studied.eventCount)
  }

  /// What an experiment says is what its records say, worked out one by one.
  @Test func whatIsKeptOfTheRunsIsWhatTheRecordsSay() throws {
    let runs = 5
    let studied = try Experiment(runs: runs, seed: 9, threads: 2).study(base).base
    let records = (0..<runs).map { Simulator(base, seed: 9).run(replication: $0) }

    for answer in Answer.allCases {
      let values = records.compactMap { $0.answers[answer] }
      #expect(studied.answers[answer] == (values.isEmpty ? nil : Estimate(values, runs: runs)))
    }
    for measure in Measure.allCases {
      for day in 0..<base.dayCount {
        let values = records.map { $0.daily[day, measure] }
        #expect(studied.series[measure]?.mean[day] == values.mean)
        #expect(studied.series[measure]?.median[day] == values.sorted()[runs / 2])
      }
    }
    #expect(studied.eventCount == records.reduce(0) { $0 + $1.eventCount })
    #expect(
      studied.channels.map(\.delivered)
        == base.delivery.channels.indices.map { channel in
          records.map { Double($0.channels[channel].delivered) }.mean
        })
    for (group, histogram) in studied.waits.reached.enumerated() {
      #expect(histogram.total == records.reduce(0) { $0 + $1.waits.reached[group].total })
    }
    for cell in studied.coverage.recorded.indices {
      let sum = records.reduce(0) { $0 + Double($1.coverage.recorded[cell]) }
      #expect(abs(Double(studied.coverage.recorded[cell]) - sum / Double(runs)) <= 0.5)
    }
  }

  @Test func stretchesOfBottlenecksCoverEveryDayOnce() throws {
    let studied = try Experiment(runs: 4, seed: 1).study(base).base
    #expect(studied.bottlenecks.flatMap { Array($0.days) } == Array(0..<base.dayCount))
  }

  @Test func aScenarioDoesNotDifferFromItself() throws {
    let study = try Experiment(runs: 6, seed: 2).study(base, alternatives: [base])
    for difference in study.comparisons[0].differences.values {
      #expect(!difference.isDistinguishable)
      #expect(difference.estimate.mean == 0)
    }
  }

  @Test func marginalValuesAreTheSameWithABaseThatWasStudiedBefore() throws {
    let experiment = Experiment(runs: 6, seed: 3, threads: 2)
    let steps = [(lever: "printing.sites.kantor.printers", step: "+1", scenario: more)]
    let anew = try experiment.marginalValues(of: base, steps: steps)
    let reused = try experiment.marginalValues(of: try experiment.study(base).base, steps: steps)
    #expect(anew.map(\.step) == ["+1"])
    for answer in Answer.allCases {
      #expect(
        anew[0].comparison.differences[answer]?.estimate
          == reused[0].comparison.differences[answer]?.estimate)
    }
  }

  @Test func aSweepGivesEachValueTheAnswersOfItsScenario() throws {
    let experiment = Experiment(runs: 3, seed: 4)
    let sweep = try experiment.sweep(
      lever: "printers", steps: [("2 printers", 2, base), ("3 printers", 3, more)])
    #expect(sweep.values == ["2 printers", "3 printers"])
    #expect(sweep.numbers == [2, 3])
    #expect(sweep.answers[0] == (try experiment.study(base)).base.answers)
    #expect(sweep.answers[1] == (try experiment.study(more)).base.answers)
  }

  @Test func progressCountsEveryRunOfEveryScenario() throws {
    let seen = Mutex<[ExperimentProgress]>([])
    let experiment = Experiment(runs: 4, seed: 1, threads: 3) { progress in
      seen.withLock { $0.append(progress) }
      return true
    }
    _ = try experiment.study(base, alternatives: [more])
    let all = seen.withLock { $0 }
    #expect(all.map(\.finishedRuns) == [1, 2, 3, 4, 1, 2, 3, 4])
    #expect(
      all.map(\.scenario) == Array(repeating: "small", count: 4)
        + Array(repeating: "more", count: 4))
    #expect(all.last?.share == 1)
  }

  @Test(arguments: [1, 4])
  func anExperimentStopsWhenTold(threads: Int) throws {
    let calls = Atomic(0)
    let experiment = Experiment(runs: 1000, seed: 1, threads: threads) { _ in
      calls.add(1, ordering: .relaxed).newValue < 3
    }
    #expect(throws: ExperimentStopped()) { try experiment.study(base) }
    #expect(calls.load(ordering: .relaxed) < 10)
  }

  @Test func aLastRunThatIsToldToStopIsStillComplete() throws {
    let study = try Experiment(runs: 1, seed: 1) { _ in false }.study(base)
    #expect(study.base.runAnswers.runs == 1)
  }
}
