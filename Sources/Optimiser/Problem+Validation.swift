extension Job {
  func validate(index: Int, locations: Int, vehicles: Int) throws(ProblemError) {
    let subject = ProblemError.Subject.job(index)
    try subject.require("location", location, in: 0...(locations - 1))
    try subject.require("setupSeconds", setupSeconds, in: Limits.seconds)
    try subject.require("serviceSeconds", serviceSeconds, in: Limits.seconds)
    try subject.require("demand", demand, in: Limits.amount)
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
  }
}

extension Vehicle {
  func validate(index: Int, locations: Int) throws(ProblemError) {
    let subject = ProblemError.Subject.vehicle(index)
    try subject.require("startLocation", startLocation, in: 0...(locations - 1))
    if let endLocation {
      try subject.require("endLocation", endLocation, in: 0...(locations - 1))
    }
    if shift != Self.anyTime {
      try subject.require("shift", shift.lowerBound, in: Limits.seconds)
      try subject.require("shift", shift.upperBound, in: Limits.seconds)
    }
    try subject.require("capacity", capacity, in: Limits.amount)
    try subject.require("maximumStops", maximumStops, in: Limits.amount)
    if let maximumDurationSeconds {
      try subject.require("maximumDurationSeconds", maximumDurationSeconds, in: Limits.seconds)
    }
    try subject.require("speedPermille", speedPermille, in: Limits.permille)
    if let softDurationSeconds {
      try subject.require("softDurationSeconds", softDurationSeconds, in: Limits.seconds)
    }
    try subject.require("softCostPerSecond", softCostPerSecond, in: Limits.costPerSecond)
    try subject.require("fixedCostSeconds", fixedCostSeconds, in: Limits.seconds)
    try validateBreaks(vehicle: index)
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
}

extension ProblemError.Subject {
  fileprivate func require(
    _ field: String, _ value: some BinaryInteger, in allowed: ClosedRange<Int>
  ) throws(ProblemError) {
    guard allowed.contains(Int(value)) else {
      throw .outOfRange(self, field: field, value: Int(value), allowed: allowed)
    }
  }
}
