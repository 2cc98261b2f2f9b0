import Testing

@testable import Optimiser

/// The schedule, the checker and its replay are written apart from each other; on routes of every
/// kind they must agree.
@Suite struct TruthTests {
  /// Every route is either possible for both, at the same cost, or breaks for the checker what it
  /// breaks first for the schedule.
  @Test(arguments: Mixture.all)
  func checkerAndScheduleAgreeOnRandomRoutes(mixture: Mixture) throws {
    var possible = 0
    for seed in UInt64(0)..<12 {
      var random = SplitMix64(seed: seed)
      let problem = try RandomProblem(
        jobCount: 7, measure: seed % 4 == 0 ? .travel : .duration, features: mixture.features
      ).make(seed: seed)
      for _ in 0..<12 {
        let routes = RandomRoute(problem: problem)
        let solution = routes.solution(with: routes.make(using: &random))
        let violations = Checker.violations(of: solution, in: problem)
        do throws(Violation) {
          let objective = try problem.objective(of: solution)
          #expect(violations == [], "seed \(seed): \(solution)")
          #expect(Checker.violations(of: solution, in: problem, claiming: objective) == [])
          possible += 1
        } catch {
          #expect(violations.contains(error), "seed \(seed): \(solution)")
        }
      }
    }
    #expect(possible > 12, "only \(possible) routes were possible: too few to tell")
  }

  @Test(arguments: Mixture.all)
  func replayAndScheduleTellTheSameTimes(mixture: Mixture) throws {
    for seed in UInt64(100)..<112 {
      var random = SplitMix64(seed: seed)
      let problem = try RandomProblem(jobCount: 7, features: mixture.features).make(seed: seed)
      for _ in 0..<12 {
        let route = RandomRoute(problem: problem).make(using: &random)
        guard let schedule = try? problem.schedule(of: route) else { continue }
        let replay = try RouteReplay(route, in: problem)
        let day = try replay.day()
        #expect(schedule.leaveSeconds == day.leaving, "seed \(seed): \(route)")
        #expect(schedule.returnSeconds == day.back, "seed \(seed): \(route)")
        #expect(schedule.durationSeconds == day.durationSeconds, "seed \(seed): \(route)")
        #expect(schedule.travelSeconds == replay.travelSeconds)
        #expect(schedule.distanceMetres == replay.metres)
      }
    }
  }

  /// What is written down is a day someone could live: nothing overlaps, nothing is too early.
  @Test(arguments: Mixture.all)
  func aScheduleIsADaySomeoneCouldLive(mixture: Mixture) throws {
    for seed in UInt64(200)..<212 {
      var random = SplitMix64(seed: seed)
      let problem = try RandomProblem(jobCount: 7, features: mixture.features).make(seed: seed)
      for _ in 0..<12 {
        let route = RandomRoute(problem: problem).make(using: &random)
        guard let schedule = try? problem.schedule(of: route) else { continue }
        #expect(Diary(schedule, of: route, in: problem).oddities == [], "seed \(seed): \(route)")
      }
    }
  }
}
