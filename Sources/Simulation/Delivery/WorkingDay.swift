/// The working time of the couriers of a fleet who set out now.
struct WorkingDay: Sendable {
  let leaves: Int32
  let closes: Int32
  /// Moment after which work is overtime.
  let ordinaryEnd: Int32
  /// Seconds of work until closing time, rest taken off.
  let seconds: Double
  let restSeconds: Double

  init(_ fleet: DoorFleet, leaving: Int32, on day: Int) {
    leaves = leaving
    closes = fleet.hours.closes[day]
    ordinaryEnd = fleet.hours.ordinaryEnd[day]
    restSeconds = fleet.restSeconds
    seconds = max(0, Double(fleet.hours.closes[day] - leaving) - fleet.restSeconds)
  }

  /// The moment at which `worked` seconds of work are done; the rest is taken half-way through
  /// the working time.
  func moment(after worked: Double) -> Int32 {
    leaves + Int32(min(worked + (worked >= seconds / 2 ? restSeconds : 0), 1e9))
  }
}
