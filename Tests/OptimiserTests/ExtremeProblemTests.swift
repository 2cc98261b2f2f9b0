import Testing

@testable import Optimiser

/// Whatever a valid problem holds, no sum overflows; overflow would stop the program.
@Suite struct ExtremeProblemTests {
  @Test func theLargestNumbersCanBeAddedUp() throws {
    var accepted = 0
    for seed in UInt64(0)..<150 {
      guard let problem = try? ExtremeProblem().make(seed: seed) else { continue }
      accepted += 1
      var random = SplitMix64(seed: seed)
      for _ in 0..<10 {
        let routes = RandomRoute(problem: problem)
        let solution = routes.solution(with: routes.make(using: &random))
        let violations = Checker.violations(of: solution, in: problem)
        do throws(Violation) {
          let objective = try problem.objective(of: solution)
          #expect(Checker.violations(of: solution, in: problem, claiming: objective) == [])
        } catch {
          #expect(violations.contains(error), "seed \(seed): \(solution)")
        }
      }
    }
    #expect(accepted > 30, "only \(accepted) problems were accepted")
  }

  @Test func theSearchCanAddThemUpToo() throws {
    for seed in UInt64(0)..<60 {
      guard let problem = try? ExtremeProblem().make(seed: seed) else { continue }
      let solution = Solver(problem).solve(SearchParameters(iterations: 10, seed: seed))
      let objective = try problem.objective(of: solution)
      #expect(Checker.violations(of: solution, in: problem, claiming: objective) == [])
    }
  }

  /// A plan from a file may hold anything; the checker names what is wrong and goes on.
  @Test func nonsenseIsNamedAndNeverStopsTheChecker() throws {
    let numbers = [Int.min, -1, 0, 1, 2, 3, 6, 7, .max]
    for seed in UInt64(0)..<300 {
      var random = SplitMix64(seed: seed)
      let problem = try RandomProblem(
        jobCount: 7, features: [.reloads, .pins, .pinsAtStart, .dimensions]
      ).make(seed: seed)
      func some(_ most: Int) -> [Int] {
        (0..<random.below(most)).map { _ in numbers[random.below(numbers.count)] }
      }
      let routes = (0..<random.below(4)).map { _ in
        Route(
          vehicle: numbers[random.below(numbers.count)], jobs: some(6), reloadsBefore: some(4))
      }
      let solution = Solution(routes: routes, unserved: some(9))
      #expect(!Checker.violations(of: solution, in: problem).isEmpty)
    }
  }
}
