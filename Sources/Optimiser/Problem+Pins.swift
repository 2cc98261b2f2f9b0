extension Problem {
  /// Refuses the first sequence that no plan could keep.
  func validatePins() throws(ProblemError) {
    var pinOfJob: [Int: Int] = [:]
    var startPin: [Int: Int] = [:]
    for (index, pin) in pins.enumerated() {
      try validate(pin, index: index)
      for job in pin.jobs {
        if let first = pinOfJob.updateValue(index, forKey: job) {
          throw .pinnedTwice(job: job, first: first, second: index)
        }
      }
      guard pin.isAtStart, let vehicle = pin.vehicle else { continue }
      if let first = startPin.updateValue(index, forKey: vehicle) {
        throw .twoPinsAtStart(vehicle: vehicle, first: first, second: index)
      }
    }
    for (index, pin) in pins.enumerated() { try requirePossible(pin, index: index) }
  }

  private func validate(_ pin: PinnedSequence, index: Int) throws(ProblemError) {
    let subject = ProblemError.Subject.pin(index)
    guard !pin.jobs.isEmpty else { throw .emptyPin(index) }
    for job in pin.jobs { try subject.require("jobs", job, in: 0...max(0, jobs.count - 1)) }
    if let vehicle = pin.vehicle {
      try subject.require("vehicle", vehicle, in: 0...max(0, vehicles.count - 1))
    } else if pin.isAtStart {
      throw .pinWithoutVehicle(index)
    }
  }

  /// A vehicle must be able to serve its pins; one at its start must also fit, as it is always
  /// served.
  private func requirePossible(_ pin: PinnedSequence, index: Int) throws(ProblemError) {
    guard let vehicle = pin.vehicle else { return }
    let route = Route(vehicle: vehicle, jobs: pin.jobs)
    do throws(Violation) {
      try requireServable(route)
      if pin.isAtStart { _ = try schedule(of: route) }
    } catch {
      throw .impossiblePin(index, error)
    }
  }

  /// Refuses a route that takes a pinned sequence apart.
  func requirePins(_ route: Route) throws(Violation) {
    for (index, pin) in pins.enumerated() where pin.isAtStart && pin.vehicle == route.vehicle {
      guard route.jobs.starts(with: pin.jobs) else { throw .pinNotAtStart(index) }
    }
    var position = 0
    while position < route.jobs.count {
      guard let index = pinOfJob[route.jobs[position]] else {
        position += 1
        continue
      }
      let pin = pins[index]
      guard pin.vehicle == nil || pin.vehicle == route.vehicle else {
        throw .pinOnOtherVehicle(index, vehicle: route.vehicle)
      }
      let end = position + pin.jobs.count
      guard route.jobs[position...].starts(with: pin.jobs),
        !route.reloadsBefore.contains(where: { position < $0 && $0 < end })
      else { throw .pinTornApart(index) }
      position = end
    }
  }
}
