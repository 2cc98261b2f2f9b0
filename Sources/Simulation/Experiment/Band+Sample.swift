extension Band {
  /// What several replications show of each day.
  ///
  /// - Parameter values: Of a day, one per replication, at least one.
  init(dayCount: Int, of values: (Int) -> [Double]) {
    self.init(mean: [], tenth: [], median: [], ninetieth: [])
    for day in 0..<dayCount { append(values(day)) }
  }

  private mutating func append(_ values: [Double]) {
    // Many figures are the same in every replication, and need no sorting.
    guard values.contains(where: { $0 != values[0] }) else {
      mean.append(values[0])
      tenth.append(values[0])
      median.append(values[0])
      ninetieth.append(values[0])
      return
    }
    let sorted = values.sorted()
    mean.append(values.mean)
    tenth.append(sorted.quantile(0.1))
    median.append(sorted.quantile(0.5))
    ninetieth.append(sorted.quantile(0.9))
  }
}
