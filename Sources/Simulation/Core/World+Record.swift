extension World {
  /// What the run left behind.
  func record(replication: Int) -> SimulationRecord {
    SimulationRecord(
      replication: replication, daily: daily, coverage: coverage, waits: WaitTable(groups: []),
      channels: channels, failures: failures, answers: answers, eventCount: events.handledCount)
  }
}
