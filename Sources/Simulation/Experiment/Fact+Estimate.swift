extension Fact {
  /// Whether the mean over the replications in which it happened lies where it was reported.
  public func isReproduced(by estimate: Estimate?) -> Bool {
    estimate.map { $0.observed > 0 && range.contains($0.mean) } ?? false
  }
}
