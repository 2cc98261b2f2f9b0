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
      leftOut += writer.leftOut(area.stops[stop], of: area, reasons: reasons)
    }
    for (stop, distance) in problem.remoteStops {
      let reasons = area.couriers.map { _ in LeftOutReason.farFromRoad }
      leftOut += writer.leftOut(
        area.stops[stop], of: area, reasons: reasons, remedy: .nearerRoad(distance))
    }
    for job in solution.unserved {
      leftOut += writer.leftOut(
        area.stops[problem.stopOfJob[job]], of: area, reasons: finder.reasons(against: job))
    }
    self.leftOut = leftOut
  }

  /// Where a run stands in the order of a plan.
  func place(of route: Route) -> (kecamatan: String, courier: CourierID) {
    (problem.area.kecamatan?.description ?? "", problem.area.couriers[route.vehicle].id)
  }
}
