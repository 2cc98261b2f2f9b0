extension Vehicle {
  /// Whether it has all the skills `job` requires.
  func canServe(_ job: Job) -> Bool { job.requiredSkills & ~skills == 0 }

  /// Whether nothing this vehicle does depends on the time of day, and there and back is the same.
  fileprivate var isTimeless: Bool {
    shift == Self.anyTime && breaks.isEmpty && maximumDurationSeconds == nil
      && softDurationSeconds == nil && speedPermille == 1_000 && endLocation == startLocation
  }
}

extension Problem {
  /// Whether any run's cost or feasibility depends on more than its legs and its load.
  var isTimed: Bool {
    !travel.isSymmetric || travel.hasGaps || !vehicles.allSatisfy(\.isTimeless)
      || jobs.contains { !$0.timeWindows.isEmpty || $0.setupSeconds > 0 }
  }

  /// Whether how long a run takes matters, besides how far it goes.
  var countsDuration: Bool {
    measure == .duration
      || vehicles.contains { $0.maximumDurationSeconds != nil || $0.softDurationSeconds != nil }
  }

  /// Whether vehicles differ in nothing and jobs in place and load only, as ``Savings`` needs.
  var isPlain: Bool {
    guard !isTimed, let first = vehicles.first else { return false }
    return vehicles.allSatisfy { $0 == first }
      && jobs.allSatisfy { job in
        job.allowedVehicles == nil && job.requiredSkills == 0 && job.tier == 0
          && job.demand <= first.capacity
      }
  }

  /// Returns, kind by kind, 1 for every job the kind can serve and 0 for the others.
  func servability(of kinds: FleetKinds) -> [Int] {
    let allowed = jobs.map { $0.allowedVehicles.map(Set.init) }
    return kinds.firstVehicle.flatMap { vehicle in
      jobs.indices.map { job in
        let isAllowed = allowed[job]?.contains(vehicle) ?? true
        return isAllowed && vehicles[vehicle].canServe(jobs[job]) ? 1 : 0
      }
    }
  }
}
