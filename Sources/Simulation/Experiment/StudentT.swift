import Glibc

/// Student's t distribution.
struct StudentT: Hashable, Sendable {
  /// At least 1.
  let degreesOfFreedom: Int

  init(degreesOfFreedom: Int) {
    precondition(degreesOfFreedom >= 1, "\(degreesOfFreedom) degrees of freedom")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The value beyond which, on both sides together, a share `outside` of the cases lies.
  ///
  /// Source: G. W. Hill, "Algorithm 396: Student's t-quantiles", Communications of the ACM 13, 1970,
  /// with one step of Newton's method on ``shareOutside(_:)``.
  func bound(outside share: Double) -> Double {
    precondition(share > 0 && share < 1, "a share of \(share) cannot lie outside")
    let first = hill(share)
    guard degreesOfFreedom > 2 else { return first }
    return first + (shareOutside(first) - share) / (2 * density(at: first))
  }

  /// The share of the cases at least as far from zero as `value`.
  func shareOutside(_ value: Double) -> Double {
    let degrees = Double(degreesOfFreedom)
    return incompleteBeta(degrees / 2, 0.5, at: degrees / (degrees + value * value))
  }

  private func density(at value: Double) -> Double {
    let degrees = Double(degreesOfFreedom)
    return exp(
      logGamma((degrees + 1) / 2) - logGamma(degrees / 2) - 0.5 * log(degrees * Double.pi)
        - (degrees + 1) / 2 * log1p(value * value / degrees))
  }

  private func hill(_ share: Double) -> Double {
    let degrees = Double(degreesOfFreedom)
    if degreesOfFreedom == 1 { return 1 / tan(share * .pi / 2) }
    if degreesOfFreedom == 2 { return (2 / (share * (2 - share)) - 2).squareRoot() }
    let a = 1 / (degrees - 0.5)
    let b = 48 / (a * a)
    var c = ((20_700 * a / b - 98) * a - 16) * a + 96.36
    let d = ((94.5 / (b + c) - 3) / b + 1) * (a * .pi / 2).squareRoot() * degrees
    var y = pow(d * share, 2 / degrees)
    if y > 0.05 + a {
      let x = normalQuantile(share / 2)
      y = x * x
      if degreesOfFreedom < 5 { c += 0.3 * (degrees - 4.5) * (x + 0.6) }
      c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c
      y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x
      y = expm1(a * y * y)
    } else {
      let inner = ((degrees + 6) / (degrees * y) - 0.089 * d - 0.822) * (degrees + 2) * 3
      y =
        ((1 / inner + 0.5 / (degrees + 4)) * y - 1) * (degrees + 1) / (degrees + 2) + 1 / y
    }
    return (degrees * y).squareRoot()
  }
}

/// The regularised incomplete beta function.
///
/// Source: M. Abramowitz, I. A. Stegun, "Handbook of Mathematical Functions", 1964, 26.5.8, a
/// continued fraction, evaluated forwards (W. J. Lentz, 1976).
func incompleteBeta(_ a: Double, _ b: Double, at x: Double) -> Double {
  if x <= 0 { return 0 }
  if x >= 1 { return 1 }
  let front = exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x))
  // The fraction converges fast on this side of the middle only.
  return x < (a + 1) / (a + b + 2)
    ? front * betaFraction(a, b, x) / a : 1 - front * betaFraction(b, a, 1 - x) / b
}

private func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
  func apartFromZero(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
  var c = 1.0
  var d = 1 / apartFromZero(1 - (a + b) * x / (a + 1))
  var fraction = d
  for term in 1..<1000 {
    let m = Double(term)
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / apartFromZero(1 + even * d)
    c = apartFromZero(1 + even / c)
    fraction *= d * c
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / apartFromZero(1 + odd * d)
    c = apartFromZero(1 + odd / c)
    fraction *= d * c
    if abs(d * c - 1) < 1e-15 { break }
  }
  return fraction
}

/// The logarithm of the gamma function of a positive number.
private func logGamma(_ value: Double) -> Double {
  var sign: Int32 = 0
  return lgamma_r(value, &sign)
}
