/// Which of several differences are larger than chance explains, when all are looked at together.
///
/// The chance of calling even one difference real that is not stays below 5 %.
///
/// Source: S. Holm, "A simple sequentially rejective multiple test procedure", Scandinavian Journal
/// of Statistics 6, 1979.
enum Holm {
  /// One verdict per probability, in their order.
  ///
  /// - Parameter probabilities: For each difference, that of one as large by chance alone.
  static func areDistinguishable(_ probabilities: [Double]) -> [Bool] {
    var verdicts = Array(repeating: false, count: probabilities.count)
    let order = probabilities.indices.sorted {
      (probabilities[$0], $0) < (probabilities[$1], $1)
    }
    for (rank, index) in order.enumerated() {
      guard probabilities[index] <= 0.05 / Double(order.count - rank) else { break }
      verdicts[index] = true
    }
    return verdicts
  }
}
