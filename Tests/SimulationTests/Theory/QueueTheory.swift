/// What is known of waiting lines without simulating them.
enum QueueTheory {
  /// Mean time in the system of an M/M/c queue, in the unit of `meanService`.
  ///
  /// Source: A. K. Erlang, 1917; L. Kleinrock, "Queueing Systems", volume 1, 1975, section 3.5.
  static func timeInSystem(servers: Int, load: Double, meanService: Double) -> Double {
    let offered = load * Double(servers)
    var term = 1.0
    var sum = 1.0
    for count in 1..<max(2, servers) where count < servers {
      term *= offered / Double(count)
      sum += term
    }
    let last = term * offered / Double(servers) / (1 - load)
    let waits = last / (sum + last)
    return meanService + waits * meanService / (Double(servers) * (1 - load))
  }

  /// Mean time in the system of an M/G/1 queue.
  ///
  /// - Parameter squaredVariation: Variance of the service time over its squared mean: 0 if it is
  ///   always the same (M/D/1), 1 if it is exponential.
  ///
  /// Source: F. Pollaczek, 1930; A. Y. Khinchine, 1932.
  static func timeInSystem(load: Double, meanService: Double, squaredVariation: Double) -> Double {
    meanService * (1 + load * (1 + squaredVariation) / (2 * (1 - load)))
  }

  /// Mean times in the system of an M/M/1 queue whose first class goes before its second, without
  /// breaking off a service.
  ///
  /// Source: A. Cobham, "Priority assignment in waiting line problems", Operations Research 2, 1954.
  static func timesInSystem(
    firstLoad: Double, secondLoad: Double, meanService: Double
  ) -> (first: Double, second: Double) {
    let residual = (firstLoad + secondLoad) * meanService
    return (
      meanService + residual / (1 - firstLoad),
      meanService + residual / ((1 - firstLoad) * (1 - firstLoad - secondLoad))
    )
  }
}
