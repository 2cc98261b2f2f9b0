extension Problem {
  /// Refuses the first value that is wrong.
  func validate() throws(ProblemError) {
    try validateTravel()
    for (index, job) in jobs.enumerated() {
      try job.validate(
        index: index, locations: locationCount, vehicles: vehicles.count,
        dimensions: dimensionCount)
    }
    for (index, vehicle) in vehicles.enumerated() {
      try vehicle.validate(index: index, travel: travel, dimensions: dimensionCount)
    }
    guard worstTotalCost < Limits.totalCost else { throw .costsTooHigh(worst: worstTotalCost) }
    try validatePins()
  }

  private func validateTravel() throws(ProblemError) {
    guard let first = travel.first else {
      throw .wrongCount(.travelTimes, field: "the list of profiles", actual: 0, expected: 1)
    }
    for (index, times) in travel.enumerated() where times.count != first.count {
      throw .wrongCount(
        .profile(index), field: "the list of locations", actual: times.count,
        expected: first.count)
    }
  }

  /// More than any plan can cost: every way is the longest, every second is the dearest, and
  /// every run waits for the last of all moments.
  private var worstTotalCost: Double {
    var lastMoment = jobs.reduce(0.0) { max($0, Double($1.timeWindows.last?.lowerBound ?? 0)) }
    var ways = Double(jobs.count)
    var busySeconds = jobs.reduce(0.0) {
      $0 + Double($1.setupSeconds) + Double($1.serviceSeconds)
    }
    var fixed = jobs.reduce(0.0) { $0 + Double($1.strangerCost) }
    var (wayCost, secondCost) = (0.0, 0.0)
    for vehicle in vehicles {
      let reloads = Double(vehicle.reload?.maximum ?? 0)
      let perSecond = Double(vehicle.costPerSecond) + Double(vehicle.costPerSecondOutsideBand)
      lastMoment = max(lastMoment, vehicle.lastMoment)
      ways += 1 + reloads
      busySeconds += reloads * Double(vehicle.reload?.seconds ?? 0)
      fixed += Double(vehicle.fixedCost)
      let times = travel[vehicle.profile]
      let slowestSeconds =
        Double(times.longestSeconds) * 1_000 / Double(vehicle.speedPermille) + 1
      wayCost = max(
        wayCost,
        slowestSeconds * perSecond + Double(times.longestMetres) * Double(vehicle.costPerMetre))
      secondCost = max(secondCost, perSecond)
    }
    busySeconds += Double(vehicles.count) * lastMoment
    return ways * wayCost + busySeconds * secondCost + fixed
  }
}

extension Job {
  fileprivate func validate(
    index: Int, locations: Int, vehicles: Int, dimensions: Int
  ) throws(ProblemError) {
    let subject = ProblemError.Subject.job(index)
    try subject.require("location", location, in: 0...(locations - 1))
    try subject.require("setupSeconds", setupSeconds, in: Limits.seconds)
    try subject.require("serviceSeconds", serviceSeconds, in: Limits.seconds)
    try subject.require("demand", demand, dimensions: dimensions)
    if let pickup { try subject.require("pickup", pickup, dimensions: dimensions) }
    try subject.require("tier", tier, in: Limits.tier)
    try subject.require("weight", weight, in: 1...Limits.amount.upperBound)
    for window in timeWindows {
      try subject.require("timeWindows", window.lowerBound, in: Limits.seconds)
      try subject.require("timeWindows", window.upperBound, in: Limits.seconds)
    }
    for position in timeWindows.indices.dropFirst() {
      guard timeWindows[position - 1].upperBound < timeWindows[position].lowerBound else {
        throw .notInOrder(subject, field: "time window", index: position)
      }
    }
    for vehicle in allowedVehicles ?? [] {
      try subject.require("allowedVehicles", vehicle, in: 0...max(0, vehicles - 1))
    }
    for vehicle in familiarVehicles ?? [] {
      try subject.require("familiarVehicles", vehicle, in: 0...max(0, vehicles - 1))
    }
    try subject.require("strangerCost", strangerCost, in: Limits.amount)
  }
}

extension Vehicle {
  fileprivate func validate(
    index: Int, travel: [TravelTimes], dimensions: Int
  ) throws(ProblemError) {
    let subject = ProblemError.Subject.vehicle(index)
    let locations = 0...(travel[0].count - 1)
    if let startLocation { try subject.require("startLocation", startLocation, in: locations) }
    if let endLocation { try subject.require("endLocation", endLocation, in: locations) }
    if shift != Self.anyTime {
      try subject.require("shift", shift.lowerBound, in: Limits.seconds)
      try subject.require("shift", shift.upperBound, in: Limits.seconds)
    }
    try subject.require("capacity", capacity, dimensions: dimensions)
    if let reload {
      try subject.require("reload.location", reload.location, in: locations)
      try subject.require("reload.seconds", reload.seconds, in: Limits.seconds)
      try subject.require("reload.maximum", reload.maximum, in: Limits.reloads)
    }
    try subject.require("maximumStops", maximumStops, in: Limits.amount)
    try validateLongest(subject)
    try subject.require("profile", profile, in: 0...(travel.count - 1))
    // Not so slow that the longest way takes longer than a travel time may.
    let most = Limits.travelSeconds.upperBound
    let slowest = (Int(travel[profile].longestSeconds) * 1_000 + most - 1) / most
    try subject.require(
      "speedPermille", speedPermille, in: max(1, slowest)...Limits.permille.upperBound)
    try validateCosts(subject)
    if !travel[profile].hasMetres {
      guard costPerMetre == 0 else { throw .noMetres(subject, field: "costPerMetre", profile) }
      guard maximumDistanceMetres == nil else {
        throw .noMetres(subject, field: "maximumDistanceMetres", profile)
      }
    }
    try validateBreaks(vehicle: index)
  }

  private func validateLongest(_ subject: ProblemError.Subject) throws(ProblemError) {
    if let maximumDurationSeconds {
      try subject.require("maximumDurationSeconds", maximumDurationSeconds, in: Limits.seconds)
    }
    if let maximumTravelSeconds {
      try subject.require("maximumTravelSeconds", maximumTravelSeconds, in: Limits.seconds)
    }
    if let maximumDistanceMetres {
      try subject.require("maximumDistanceMetres", maximumDistanceMetres, in: Limits.amount)
    }
  }

  private func validateCosts(_ subject: ProblemError.Subject) throws(ProblemError) {
    try subject.require("fixedCost", fixedCost, in: Limits.amount)
    try subject.require("costPerSecond", costPerSecond, in: Limits.costPerUnit)
    try subject.require("costPerMetre", costPerMetre, in: Limits.costPerUnit)
    if let workBand {
      try subject.require("workBand", workBand.lowerBound, in: Limits.seconds)
      try subject.require("workBand", workBand.upperBound, in: Limits.seconds)
    }
    try subject.require(
      "costPerSecondOutsideBand", costPerSecondOutsideBand, in: Limits.costPerUnit)
  }

  /// Breaks lie in the shift and come in order, so that "the next one owed" is always defined.
  private func validateBreaks(vehicle: Int) throws(ProblemError) {
    let shift = Int(self.shift.lowerBound)...Int(self.shift.upperBound)
    for (index, pause) in breaks.enumerated() {
      let subject = ProblemError.Subject.break(vehicle: vehicle, index: index)
      try subject.require("window", pause.window.lowerBound, in: shift)
      try subject.require("window", pause.window.upperBound, in: shift)
      try subject.require("durationSeconds", pause.durationSeconds, in: Limits.seconds)
      guard index > 0 else { continue }
      let before = breaks[index - 1]
      guard Int(before.window.upperBound) + Int(before.durationSeconds) <= pause.window.lowerBound
      else { throw .notInOrder(.vehicle(vehicle), field: "break", index: index) }
    }
  }

  /// The last moment a run can wait for, or the least duration it is asked for, in seconds.
  fileprivate var lastMoment: Double {
    let opening = max(shift.lowerBound, workBand?.lowerBound ?? 0)
    return breaks.reduce(Double(opening)) { $0 + Double($1.window.lowerBound) }
  }
}

extension ProblemError.Subject {
  fileprivate func require(
    _ field: String, _ amount: Amount, dimensions: Int
  ) throws(ProblemError) {
    try require("dimensions of \(field)", amount.count, in: Limits.dimensions)
    guard amount.count == dimensions else {
      throw .wrongCount(self, field: field, actual: amount.count, expected: dimensions)
    }
    for dimension in 0..<amount.count {
      try require(field, amount[dimension], in: Limits.amount)
    }
  }

  func require(
    _ field: String, _ value: some BinaryInteger, in allowed: ClosedRange<Int>
  ) throws(ProblemError) {
    guard allowed.contains(Int(value)) else {
      throw .outOfRange(self, field: field, value: Int(value), allowed: allowed)
    }
  }
}
