/// Shares `total` whole things out in proportion to `weights`.
///
/// Each share is rounded down, and what is left goes to the largest remainders, ties to the
/// smallest index; equal shares where no weight is positive.
///
/// Source: the method of A. Hamilton and T. Hare.
func sharedOut(_ total: Int, by weights: [Int]) -> [Int] {
  guard !weights.isEmpty, total > 0 else { return weights.map { _ in 0 } }
  let sum = weights.reduce(0, +)
  let weights = sum > 0 ? weights : weights.map { _ in 1 }
  let divisor = sum > 0 ? sum : weights.count

  // Products of populations and cards stay below 2^60.
  var shares = weights.map { total * $0 / divisor }
  let left = total - shares.reduce(0, +)
  let byRemainder = weights.indices.sorted {
    let (first, second) = (total * weights[$0] % divisor, total * weights[$1] % divisor)
    return first != second ? first > second : $0 < $1
  }
  for index in byRemainder.prefix(left) { shares[index] += 1 }
  return shares
}

/// Shares `total` out by `weights`, no one getting more than its `limit`; what is over is not
/// given.
func sharedOut(_ total: Int, by weights: [Int], upTo limits: [Int]) -> [Int] {
  var shares = limits.map { _ in 0 }
  var left = total
  while left > 0 {
    let wanting = limits.indices.filter { shares[$0] < limits[$0] }
    if wanting.isEmpty { break }
    let offered = sharedOut(left, by: wanting.map { weights[$0] })
    for (index, offer) in zip(wanting, offered) {
      let taken = min(offer, limits[index] - shares[index])
      shares[index] += taken
      left -= taken
    }
  }
  return shares
}
