import Domain
import Optimiser

/// What the search made of one area.
struct AreaPlan: Sendable {
  let problem: AreaProblem
  let solution: Solution
  /// The cards of the area in no run, in no order.
  let leftOut: [LeftOutCard]

  init(_ problem: AreaProblem, _ solution: Solution, writer: LeftOutWriter) {
    self.problem = problem
    self.solution = solution
    let area = problem.area
    let finder = RefusalFinder(problem, solution)
    var writer = writer
    var leftOut: [LeftOutCard] = []
    for stop in problem.stopsWithoutHours {
      let reasons = area.couriers.map { _ in LeftOutReason.timeWindow }
      leftOut += writer.leftOut(area.stops[stop], area: area.couriers, reasons: reasons)
    }
    for job in solution.unserved {
      leftOut += writer.leftOut(
        area.stops[problem.stopOfJob[job]], area: area.couriers,
        reasons: finder.reasons(against: job))
    }
    self.leftOut = leftOut
  }
}
