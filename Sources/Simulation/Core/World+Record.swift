extension World {
  /// What the run left behind.
  func record(replication: Int) -> SimulationRecord {
    let waits = waitTable()
    return SimulationRecord(
      replication: replication, daily: daily, coverage: coverage, waits: waits,
      channels: channels, failures: failures, answers: allAnswers(waits),
      eventCount: events.handledCount)
  }
}
