import Glibc

extension Spread {
  /// The value below which a share `uniform` of the cases lies; mixtures are drawn by ``Draws``.
  func value(at uniform: Double) -> Double {
    switch self {
    case .fixed(let value): value
    case .exponential(let mean): -mean * log1p(-uniform)
    case .logNormal(let median, let ninetieth):
      median * exp(log(ninetieth / median) / 1.2815515655446004 * normalQuantile(uniform))
    case .uniform(let from, let to): from + (to - from) * uniform
    case .mixture(let parts): parts.first?.spread.value(at: uniform) ?? 0
    }
  }

  /// The mean over all cases.
  public var mean: Double {
    switch self {
    case .fixed(let value): return value
    case .exponential(let mean): return mean
    case .logNormal(let median, let ninetieth):
      let sigma = log(ninetieth / median) / 1.2815515655446004
      return median * exp(sigma * sigma / 2)
    case .uniform(let from, let to): return (from + to) / 2
    case .mixture(let parts): return parts.reduce(0) { $0 + $1.weight * $1.spread.mean }
    }
  }
}

/// The quantile of the standard normal distribution.
///
/// Source: P. J. Acklam, "An algorithm for computing the inverse normal cumulative distribution
/// function", 2003; relative error below 1.2e-9.
func normalQuantile(_ share: Double) -> Double {
  let p = min(max(share, 1e-300), 1 - 1e-16)
  if p < 0.02425 { return lowerTail(sqrt(-2 * log(p))) }
  if p > 1 - 0.02425 { return -lowerTail(sqrt(-2 * log(1 - p))) }
  let q = p - 0.5
  let r = q * q
  let above =
    (((((-3.969683028665376e+01 * r + 2.209460984245205e+02) * r - 2.759285104469687e+02) * r
      + 1.383577518672690e+02) * r - 3.066479806614716e+01) * r + 2.506628277459239e+00)
  let below =
    (((((-5.447609879822406e+01 * r + 1.615858368580409e+02) * r - 1.556989798598866e+02) * r
      + 6.680131188771972e+01) * r - 1.328068155288572e+01) * r + 1)
  return above * q / below
}

private func lowerTail(_ q: Double) -> Double {
  let above =
    (((((-7.784894002430293e-03 * q - 3.223964580411365e-01) * q - 2.400758277161838e+00) * q
      - 2.549732539343734e+00) * q + 4.374664141464968e+00) * q + 2.938163982698783e+00)
  let below =
    ((((7.784695709041462e-03 * q + 3.224671290700398e-01) * q + 2.445134137142996e+00) * q
      + 3.754408661907416e+00) * q + 1)
  return above / below
}
