extension Vehicle {
  /// Whether it has all the skills `job` requires.
  func canServe(_ job: Job) -> Bool { job.requiredSkills & ~skills == 0 }

  /// Whether a run's cost and feasibility depend on its legs, load and stops alone, there and
  /// back being the same.
  fileprivate var isTimeless: Bool {
    var timeless = Vehicle(startLocation: startLocation, endLocation: startLocation)
    timeless.capacity = capacity
    timeless.maximumStops = maximumStops
    timeless.skills = skills
    timeless.fixedCost = fixedCost
    return startLocation != nil && capacity.count == 1 && self == timeless
  }
}

extension Problem {
  /// Whether any run's cost or feasibility depends on more than its legs and its load.
  var isTimed: Bool {
    travel.count > 1 || !travel[0].isSymmetric || travel[0].hasGaps || !pins.isEmpty
      || hasPickups || !vehicles.allSatisfy(\.isTimeless)
      || jobs.contains {
        !$0.timeWindows.isEmpty || $0.setupSeconds > 0 || $0.familiarVehicles != nil
      }
  }

  /// Whether how long a run takes matters, besides how far it goes.
  var countsDuration: Bool {
    measure == .duration
      || vehicles.contains { $0.maximumDurationSeconds != nil || $0.workBand != nil }
  }

  /// Whether vehicles differ in nothing and jobs in place and load only, as ``Savings`` needs.
  var isPlain: Bool {
    guard !isTimed, let first = vehicles.first else { return false }
    return vehicles.allSatisfy { $0 == first }
      && jobs.allSatisfy { job in
        job.allowedVehicles == nil && job.requiredSkills == 0 && job.tier == 0
          && job.demand[0] <= first.capacity[0]
      }
  }
}
