/// Shares out `total` whole things in proportion to `weights` by largest remainders, ties to the
/// smallest index; in equal shares where every weight is zero.
func apportioned(_ total: Int, by weights: [Int]) -> [Int] {
  guard !weights.isEmpty else { return [] }
  let sum = weights.reduce(0, +)
  let shares = sum > 0 ? weights : weights.map { _ in 1 }
  let whole = sum > 0 ? sum : weights.count
  var counts = shares.map { total * $0 / whole }
  let left = total - counts.reduce(0, +)
  let byRemainder = shares.indices.sorted {
    (total * shares[$1] % whole, $0) < (total * shares[$0] % whole, $1)
  }
  for index in byRemainder.prefix(left) { counts[index] += 1 }
  return counts
}

/// Shares out `total` whole things in proportion to `weights`, one to each before all others; ties to
/// the smallest index.
///
/// Source: A. Sainte-Laguë, "La représentation proportionnelle et la méthode des moindres carrés", 1910.
/// Complexity: O(`total` × `weights.count`).
func apportionedOneEach(_ total: Int, by weights: [Int]) -> [Int] {
  var counts = weights.indices.map { $0 < total ? 1 : 0 }
  for _ in 0..<max(0, total - weights.count) {
    guard
      let next = weights.indices.min(by: { left, right in
        let leftClaim = weights[left] * (2 * counts[right] + 1)
        let rightClaim = weights[right] * (2 * counts[left] + 1)
        return (rightClaim, left) < (leftClaim, right)
      })
    else { break }
    counts[next] += 1
  }
  return counts
}
