internal import Reports

/// Numbers of drawings.
enum SVG {
  /// At most one decimal, which is finer than a screen shows.
  static func number(_ value: Double) -> String { PlainDecimal.json(value, places: 1).text() }

  static func point(_ x: Double, _ y: Double) -> String { number(x) + " " + number(y) }
}
