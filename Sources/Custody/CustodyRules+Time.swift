import Domain

// A device's clock may be wrong by years, and its courier honest: only what its evidence rules out is
// refused. Times typed in from paper, and the office's own, have no evidence and are believed.

extension CustodyRules {
  /// Checks that the event can have happened after the last one of each card, and that it can have
  /// happened by now, by the reading of its clocks that favours it most.
  static func checkTime(
    of event: Event, cards: [CardCustody], under policy: CustodyPolicy, now: Instant
  ) throws(CustodyRefusal) {
    let clock = evidence(of: event)
    let tolerance = policy.clockToleranceMilliseconds
    let latest = clock?.latest ?? event.time
    if event.kind != .feeReported {
      for state in cards where latest.milliseconds + tolerance < state.since.milliseconds {
        throw .beforeLastEvent(state.card, latest, last: state.since)
      }
    }
    let earliest = clock?.earliest ?? event.time
    guard earliest.milliseconds - tolerance <= now.milliseconds else {
      throw .inTheFuture(earliest, now: now)
    }
  }

  /// When an event happened, as far as can be told: what its device's clock showed, or, where that
  /// cannot be, the earliest moment that its evidence allows.
  ///
  /// - Parameter now: The clock of the office when the event arrived.
  static func moment(
    of event: Event, under policy: CustodyPolicy, now: Instant
  ) -> Instant {
    guard let clock = evidence(of: event) else { return event.time }
    let tolerance = policy.clockToleranceMilliseconds
    let isPossible =
      event.time.milliseconds >= clock.earliest.milliseconds - tolerance
      && event.time.milliseconds <= now.milliseconds + tolerance
    return isPossible ? event.time : clock.earliest
  }

  private static func evidence(of event: Event) -> ClockEvidence? {
    event.provenance == .paper ? nil : event.clock
  }
}
