internal import Reports

/// Numbers for other programs: a point, no grouping, at most six decimals, no zeros at the end.
enum PlainDecimal {
  static let places = 6

  static func text(_ value: Double) -> String { json(value).text() }

  /// Null for what is no finite number.
  static func json(_ value: Double) -> JSONText {
    guard value.isFinite, value.magnitude < 1e12 else {
      return value.isFinite && value.magnitude < 1e18 ? .integer(Int(value.rounded())) : .null
    }
    return .decimal(Int((value * 1e6).rounded()), places: places)
  }

  /// With fewer decimals, for the many points of a chart.
  static func json(_ value: Double, places: Int) -> JSONText {
    guard value.isFinite, value.magnitude < 1e12 else { return json(value) }
    let unit = (0..<places).reduce(1.0) { power, _ in power * 10 }
    return .decimal(Int((value * unit).rounded()), places: places)
  }
}
