/// Points in a plane and the time a straight line between two of them takes.
struct Plane: Sendable {
  /// What becomes of a part of a second.
  enum Rounding: Sendable {
    case down, nearest, up

    /// Added before cutting off the part; the distance of whole-metre points is never within
    /// 2⁻³⁰ above a whole number, so `up` is exact.
    var bias: Double {
      switch self {
      case .down: 0
      case .nearest: 0.5
      case .up: 1 - 0x1p-30
      }
    }
  }

  let eastMetres: [Int32]
  let northMetres: [Int32]
  let secondsPerMetre: Double
  let rounding: Rounding

  init(
    eastMetres: [Int32], northMetres: [Int32], millisecondsPerMetre: Int32, rounding: Rounding
  ) throws(ProblemError) {
    guard !eastMetres.isEmpty else {
      throw .outOfRange(.travelTimes, field: "count", value: 0, allowed: Limits.amount)
    }
    guard eastMetres.count == northMetres.count else {
      throw .wrongCount(
        .travelTimes, field: "northMetres", actual: northMetres.count, expected: eastMetres.count)
    }
    for (field, values) in [("eastMetres", eastMetres), ("northMetres", northMetres)] {
      for (index, value) in values.enumerated() where !Limits.metres.contains(Int(value)) {
        throw .outOfRange(
          .travelTimes, field: "\(field)[\(index)]", value: Int(value), allowed: Limits.metres)
      }
    }
    guard (1...1_000_000).contains(millisecondsPerMetre) else {
      throw .outOfRange(
        .travelTimes, field: "millisecondsPerMetre", value: Int(millisecondsPerMetre),
        allowed: 1...1_000_000)
    }
    self.eastMetres = eastMetres
    self.northMetres = northMetres
    self.rounding = rounding
    secondsPerMetre = Double(millisecondsPerMetre) / 1_000
    try checkExtent()
  }

  /// Refuses a plane across which one leg would take longer than the search can add up.
  private func checkExtent() throws(ProblemError) {
    let longest = longestMetres * secondsPerMetre
    guard longest < Double(Limits.travelSeconds.upperBound) else {
      throw .outOfRange(
        .travelTimes, field: "seconds across the plane", value: Int(longest),
        allowed: Limits.travelSeconds)
    }
  }

  func seconds(from: Int, to: Int) -> Int32 {
    Int32(straightLine(from: from, to: to) * secondsPerMetre + rounding.bias)
  }

  /// Returns the straight line to the nearest metre, whatever the rounding of seconds.
  func metres(from: Int, to: Int) -> Int32 {
    Int32(straightLine(from: from, to: to) + Rounding.nearest.bias)
  }

  /// The diagonal of the rectangle around all points, in metres.
  var longestMetres: Double {
    let width = Double((eastMetres.max() ?? 0) - (eastMetres.min() ?? 0))
    let height = Double((northMetres.max() ?? 0) - (northMetres.min() ?? 0))
    return (width * width + height * height).squareRoot()
  }

  private func straightLine(from: Int, to: Int) -> Double {
    let east = Double(eastMetres[from]) - Double(eastMetres[to])
    let north = Double(northMetres[from]) - Double(northMetres[to])
    return (east * east + north * north).squareRoot()
  }
}
