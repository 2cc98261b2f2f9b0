/// What the kinds of a fleet mean to each job; `kind × jobs + job`.
extension Problem {
  /// Returns 1 for every job the kind can serve and 0 for the others; a pinned job can be served
  /// by those that can serve its whole sequence.
  func servability(of kinds: FleetKinds) -> [Int] {
    let allowed = jobs.map { $0.allowedVehicles.map(Set.init) }
    return kinds.firstVehicle.flatMap { vehicle in
      var isServable = jobs.indices.map { job in
        (allowed[job]?.contains(vehicle) ?? true) && vehicles[vehicle].canServe(jobs[job]) ? 1 : 0
      }
      for pin in pins {
        let isPossible =
          (pin.vehicle ?? vehicle) == vehicle && pin.jobs.allSatisfy { isServable[$0] == 1 }
        if !isPossible { for job in pin.jobs { isServable[job] = 0 } }
      }
      return isServable
    }
  }

  /// Returns what each job costs extra when a vehicle of the kind serves it.
  func strangerCosts(of kinds: FleetKinds) -> [Int] {
    let familiar = jobs.map { $0.familiarVehicles.map(Set.init) }
    return kinds.firstVehicle.flatMap { vehicle in
      jobs.indices.map { job in
        familiar[job]?.contains(vehicle) ?? true ? 0 : Int(jobs[job].strangerCost)
      }
    }
  }
}
