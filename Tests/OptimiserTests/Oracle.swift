import Optimiser

/// The truth about tiny problems, by trying every order of every set of jobs.
struct Oracle {
  private let problem: Problem
  /// Per vehicle and set of jobs the least cost, nil where no order is feasible.
  private var costs: [[Int64?]]

  init(_ problem: Problem) {
    self.problem = problem
    costs = problem.vehicles.map { _ in
      [0] + [Int64?](repeating: nil, count: (1 << problem.jobs.count) - 1)
    }
    for vehicle in problem.vehicles.indices { extend(Route(vehicle: vehicle, jobs: []), set: 0) }
  }

  /// The best objective of all solutions.
  var optimum: Objective {
    let all = (1 << problem.jobs.count) - 1
    var best: [Int64?] = [0] + [Int64?](repeating: nil, count: all)
    for vehicle in problem.vehicles.indices {
      var combined = best
      for set in 0...all {
        for taken in 0...set where taken & set == taken {
          guard let rest = best[set & ~taken], let own = costs[vehicle][taken] else { continue }
          combined[set] = min(combined[set] ?? .max, rest + own)
        }
      }
      best = combined
    }
    return (0...all).compactMap { set in best[set].map { objective(serving: set, cost: $0) } }
      .min() ?? Objective(unservedByTier: [], cost: 0)
  }

  private func objective(serving set: Int, cost: Int64) -> Objective {
    var objective = Objective(
      unservedByTier: [Int64](repeating: 0, count: problem.tierCount), cost: cost)
    for (index, job) in problem.jobs.enumerated() where set & (1 << index) == 0 {
      objective.unservedByTier[job.tier] += Int64(job.weight)
    }
    return objective
  }

  private mutating func extend(_ route: Route, set: Int) {
    for job in problem.jobs.indices where set & (1 << job) == 0 {
      var longer = route
      longer.jobs.append(job)
      let larger = set | (1 << job)
      if let schedule = try? problem.schedule(of: longer) {
        let known = costs[route.vehicle][larger] ?? .max
        costs[route.vehicle][larger] = min(known, schedule.cost)
      }
      extend(longer, set: larger)
    }
  }
}
