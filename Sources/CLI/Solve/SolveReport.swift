import Foundation
import Optimiser
import Reports
import Vroom

/// What a search found, in the form of the file it was asked with.
struct SolveReport {
  /// Stops left out that are explained one by one.
  private static let shownStops = 20
  private static let explainedStops = 100

  let file: ProblemFile
  let outcome: SolveSearch.Outcome
  let times: VroomComputingTimes

  /// Writes the result to `path`, or to standard output, and a summary beside it.
  func write(to path: String?, asJSON: Bool) throws {
    switch file {
    case .vroom(let instance):
      let plan = try instance.plan(of: outcome.solution)
      try deliver(text(of: plan, in: instance), to: path)
      summarise(onError: path == nil)
    case .vrplib(let instance):
      let text = instance.text(of: outcome.solution, cost: outcome.objective.cost)
      if asJSON {
        if let path { try Files.write(text, to: path) }
        print(json(of: instance).text(indented: true))
      } else {
        try deliver(text, to: path)
        summarise(onError: path == nil)
      }
    }
  }

  private func text(of plan: VroomPlan, in instance: VroomInstance) -> String {
    let leftOut = LeftOutStops(file: file, solution: outcome.solution)
    let explained = Set(plan.unassigned.prefix(Self.explainedStops))
    let value = instance.json(of: plan, times: times) { job in
      explained.contains(job) ? leftOut.vroomReasons(for: job, in: instance) : []
    }
    return value.text + "\n"
  }

  private func deliver(_ text: String, to path: String?) throws {
    if let path { try Files.write(text, to: path) } else { print(text, terminator: "") }
  }

  /// - Parameter onError: Whether the result itself went to standard output.
  private func summarise(onError: Bool) {
    let leftOut = LeftOutStops(file: file, solution: outcome.solution)
    let unserved = outcome.solution.unserved
    var lines = [summaryLine]
    lines += unserved.prefix(Self.shownStops).map {
      say("tertinggal: ", "left out: ") + leftOut.line(for: $0)
    }
    if unserved.count > Self.shownStops {
      let rest = say(unserved.count - Self.shownStops)
      lines.append(say("… dan \(rest) lainnya", "… and \(rest) more"))
    }
    for line in lines {
      if onError { Terminal.printError(line) } else { print(line) }
    }
  }

  private var summaryLine: String {
    let cost = file.cost(outcome.objective.cost)
    let routes = say(outcome.solution.routes.count)
    let stops = say(file.problem.jobs.count - outcome.solution.unserved.count)
    let left = say(outcome.solution.unserved.count)
    let steps = say(outcome.steps)
    let seconds = String(format: "%.1f", outcome.seconds)
    return say(
      "biaya \(cost), \(routes) rute, \(stops) kunjungan, \(left) tertinggal; \(steps) langkah, "
        + "\(seconds) s",
      "cost \(cost), \(routes) routes, \(stops) stops, \(left) left out; \(steps) steps, "
        + "\(seconds) s")
  }

  private func json(of instance: VRPLIBInstance) -> JSONText {
    let leftOut = LeftOutStops(file: file, solution: outcome.solution)
    let routes = outcome.solution.routes.map { route -> JSONText in
      [
        "route": .integer(route.vehicle + 1),
        "customers": .array(route.jobs.map { .integer(instance.customerNumber(of: $0)) }),
      ]
    }
    let unserved = outcome.solution.unserved.enumerated().map { index, job -> JSONText in
      [
        "customer": .integer(instance.customerNumber(of: job)),
        "node": .integer(instance.nodes[job]),
        "reasons": .array(index < Self.explainedStops ? leftOut.json(for: job) : []),
      ]
    }
    let cost = Int(outcome.objective.cost)
    return [
      "name": .string(instance.name),
      "cost": instance.scale == 1 ? .integer(cost) : .decimal(cost, places: 1),
      "steps": .integer(outcome.steps),
      "routes": .array(routes),
      "left_out": .array(unserved),
    ]
  }
}
