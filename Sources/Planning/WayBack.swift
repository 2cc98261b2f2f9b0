import Domain

/// How a courier comes back from an island, in seconds of the day.
struct WayBack: Hashable, Sendable {
  let departs: Int
  let arrives: Int
  /// At the base.
  let returns: Int
  /// When the break starts, if it is taken on the way.
  let rest: Int?

  /// The way back with the boat at `departure`, the break taken where it costs least.
  ///
  /// Waiting and sailing rest a courier too; what is left of the break then holds up the ride. Who
  /// is back before the break has to begin needs none.
  ///
  /// - Parameter pier: When the courier is at the island's pier.
  init(
    departure: Int, sailingSeconds: Int, roadSeconds: Int, from pier: Int,
    owing rest: Shift.Break?
  ) {
    departs = departure
    arrives = departure + sailingSeconds
    let home = arrives + roadSeconds
    guard let rest, home > Int(rest.latest.seconds) else {
      returns = home
      self.rest = nil
      return
    }
    let starts = min(max(pier, Int(rest.earliest.seconds)), Int(rest.latest.seconds))
    let ends = starts + rest.minutes * 60
    returns = home + (starts >= arrives ? rest.minutes * 60 : max(0, ends - arrives))
    self.rest = starts
  }
}
