import Testing

@testable import Optimiser

@Suite struct CourseTests {
  /// Twelve villages of three far away, all the vehicles anyone could ask for, and loads of 3, 3 and
  /// 4 for bags of 10, which twelve runs could carry and a first plan does not.
  private func villages() throws -> Problem {
    let places = (0..<36).map { Int32($0 / 3) }
    let travel = try TravelTimes(
      eastMetres: [0] + places.map { 5_000 + 900 * $0 },
      northMetres: [0] + (0..<36).map { Int32(10 * ($0 % 3)) }, millisecondsPerMetre: 1_000)
    return try Problem(
      travel: travel,
      jobs: (1...36).map { place in
        Job(
          location: place, demand: place * 7 % 36 < 12 ? 4 : 3, timeWindows: [0...200_000])
      },
      vehicles: (0..<36).map { _ in
        Vehicle(startLocation: 0, endLocation: 0, shift: 0...300_000, capacity: 10)
      }, measure: .travel)
  }

  @Test func aSearchWithoutManyRunsCoolsFromBeginToEnd() {
    let course = Course(closesRuns: false)
    #expect(course.phase == .annealing)
    #expect([0, 0.25, 1].map { course.cooled(at: $0) } == [0, 0.25, 1])
    #expect(!course.isOver(at: 1))
  }

  /// Each quick annealing cools all the way; the last begins as warm as closing runs left it.
  @Test func everyStretchOfTheBudgetCoolsToItsEnd() {
    var course = Course(closesRuns: true)
    #expect(course.phase == .closingRuns)
    #expect(!course.isOver(at: 0.09))
    #expect(course.isOver(at: 0.1))
    course.begin(.tryingManyRuns, at: 0.1)
    #expect(course.cooled(at: 0.1) == 0)
    #expect(abs(course.cooled(at: 0.125) - 0.5) < 1e-9)
    #expect(course.isOver(at: 0.15 + 1e-9))
    course.begin(.tryingFewRuns, at: 0.15)
    #expect(course.cooled(at: 0.15) == 0)
    #expect(course.isOver(at: 0.2 + 1e-9))
    course.beginAnnealing(at: 0.2)
    #expect(course.phase == .annealing)
    #expect(course.cooled(at: 0.2) == FleetReduction.share)
    #expect(abs(course.cooled(at: 0.6) - 0.55) < 1e-9)
    #expect(course.cooled(at: 1) == 1)
    #expect(!course.isOver(at: 1))
  }

  /// A trial of a twentieth of the budget has to have fifty steps a job.
  @Test(arguments: [(999, false), (1_000, true)])
  func quickAnnealingsNeedEnoughSteps(steps: Int, hasTime: Bool) {
    var course = Course(closesRuns: true)
    course.note(steps: steps)
    #expect(course.hasTimeForTrials(at: 0.1, jobCount: 10) == hasTime)
  }

  /// Though insertion overlooks a place now and then, the first plan serves every job, so that runs
  /// are closed; with enough steps for every phase the plan is whole, with 12 runs.
  @Test func whereFewRunsAreCheapestTheyAreFound() throws {
    let problem = try villages()
    var tuning = Tuning(for: problem)
    tuning.blinkChance = 0.03
    let (phases, solution) = phases(of: problem, tuning, strides: 200)
    #expect(phases == [.closingRuns, .tryingManyRuns, .annealing])
    #expect(Checker.violations(of: solution, in: problem) == [])
    #expect(solution.unserved.isEmpty)
    #expect(solution.routes.count == 12)
  }

  /// Twelve jobs at each of four moments, in the east, the west, the east and the west: runs could
  /// serve all four, but it is cheaper to stay on one side.
  @Test func whereManyRunsAreCheapestTheyGoOn() throws {
    let travel = try TravelTimes(
      eastMetres: [0, 1_000, -1_000], northMetres: [0, 0, 0], millisecondsPerMetre: 1_000)
    let problem = try Problem(
      travel: travel,
      jobs: (0..<48).map { index in
        let moment = Int32(index / 12)
        let opening = 5_000 * (moment + 1)
        return Job(
          location: moment % 2 == 0 ? 1 : 2, serviceSeconds: 600,
          timeWindows: [opening...(opening + 300)])
      },
      vehicles: (0..<48).map { _ in
        Vehicle(startLocation: 0, endLocation: 0, shift: 0...50_000, capacity: 4)
      }, measure: .travel)
    let (phases, solution) = phases(of: problem, Tuning(for: problem), strides: 250)
    #expect(phases == [.closingRuns, .tryingManyRuns, .tryingFewRuns, .annealing])
    #expect(Checker.violations(of: solution, in: problem) == [])
    #expect(solution.unserved.isEmpty)
    #expect(solution.routes.count == 24)
  }

  /// The phases a search goes through in so many strides of 200 steps, and what it finds.
  private func phases(
    of problem: Problem, _ tuning: Tuning, strides: Int
  ) -> ([Course.Phase], Solution) {
    let nearest = NearestJobs(problem, atMost: 10)
    var search = Search(
      problem, tuning: tuning, nearest: nearest, start: nil, random: SplitMix64(seed: 1))
    var phases: [Course.Phase] = []
    for stride in 0..<strides {
      search.advance(by: 200, at: Double(stride) / Double(strides), nearest: nearest)
      if phases.last != search.phase { phases.append(search.phase) }
    }
    return (phases, search.bestSolution)
  }
}
