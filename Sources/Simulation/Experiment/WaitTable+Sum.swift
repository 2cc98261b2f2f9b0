extension WaitTable {
  /// Adds the cards of another run of the same scenario.
  ///
  /// - Precondition: Both tell the same groups apart, in the same order.
  mutating func add(_ other: WaitTable) {
    precondition(groups == other.groups, "two runs of a scenario tell different groups apart")
    for group in groups.indices {
      reached[group].add(other.reached[group])
      waiting[group].add(other.waiting[group])
      withinPromise[group] += other.withinPromise[group]
    }
  }
}
