internal import Domain
internal import Reports

/// The chart as a drawing that needs no program and prints sharply.
extension Chart {
  private static let width = 720.0
  private static let height = 300.0
  private static let left = 78.0
  private static let right = 708.0
  private static let top = 14.0
  private static let bottom = 268.0

  func drawing(in language: Language) -> HTMLText {
    """
    <svg class="still" viewBox="0 0 720 300" role="img" aria-label="\(summary(in: language))">
    \(grid(in: language))\(.each(levels, line(of:)))
    \(.each(curves, body))\(.each(levels, words(of:)))
    </svg>
    """
  }

  /// The alternative text: what is shown and where each curve begins, ends and is highest.
  func summary(in language: Language) -> String {
    let parts = curves.map { curve in
      func say(_ value: Double?) -> String { language.decimal(value ?? 0, places: decimals) }
      let most = curve.mean.max()
      return curve.name + ": "
        + language.say(
          id:
            "awal \(say(curve.mean.first)), akhir \(say(curve.mean.last)), tertinggi \(say(most))",
          en: "starts at \(say(curve.mean.first)), ends at \(say(curve.mean.last)), highest "
            + say(most))
    }
    return title + ". " + parts.joined(separator: "; ") + "."
  }

  private func grid(in language: Language) -> HTMLText {
    let values = axisValues
    let places = values.contains { $0 != $0.rounded() } ? max(1, decimals) : 0
    return .each(values) { value in
      let y = SVG.number(self.y(value))
      return """
        <line class="rule" x1="78" x2="708" y1="\(y)" y2="\(y)"/>\
        <text x="72" y="\(y)" dy="4" text-anchor="end">\(language.axisFigure(value, places: places))</text>
        """
    }
      + .each(ticks) { tick in
        let x = SVG.number(self.x(tick.value))
        return """
          <line class="tick" x1="\(x)" x2="\(x)" y1="268" y2="273"/>\
          <text x="\(x)" y="288" text-anchor="middle">\(tick.label)</text>
          """
      }
  }

  private func line(of level: Level) -> HTMLText {
    let y = SVG.number(y(level.value))
    return "<line class=\"level\" x1=\"78\" x2=\"708\" y1=\"\(y)\" y2=\"\(y)\"/>"
  }

  /// Above the curves, with a rim that keeps them readable where curves cross them.
  private func words(of level: Level) -> HTMLText {
    "<text class=\"rim\" x=\"82\" y=\"\(SVG.number(y(level.value) - 4))\">\(level.label)</text>"
  }

  private func body(of curve: Curve) -> HTMLText {
    let bounds: HTMLText =
      curve.low.isEmpty
      ? .empty
      : hasWhiskers
        ? "<path class=\"whisker\" d=\"\(whiskers(curve))\"/>"
        : "<path class=\"band\" d=\"\(band(curve))\"/>"
    return """
      <g class="k\(curve.style % ChartStyle.count)">\(bounds)\
      <path class="line" d="\(line(curve.mean))"/>\
      <path class="marker" d="\(markers(curve))"/></g>
      """
  }

  private func line(_ values: [Double]) -> String {
    "M" + zip(places, values).map { SVG.point(x($0), y($1)) }.joined(separator: "L")
  }

  private func band(_ curve: Curve) -> String {
    let forth = zip(places, curve.high).map { SVG.point(x($0), y($1)) }
    let back = zip(places, curve.low).reversed().map { SVG.point(x($0), y($1)) }
    return "M" + (forth + back).joined(separator: "L") + "z"
  }

  private func whiskers(_ curve: Curve) -> String {
    places.indices.map { index in
      let x = x(places[index])
      let (low, high) = (y(curve.low[index]), y(curve.high[index]))
      return "M\(SVG.point(x, low))L\(SVG.point(x, high))"
        + "M\(SVG.point(x - 4, low))h8M\(SVG.point(x - 4, high))h8"
    }.joined()
  }

  /// A few along the curve, at other places for other curves.
  private func markers(_ curve: Curve) -> String {
    let count = places.count
    let step = hasWhiskers ? 1 : max(1, count / 7)
    let first = hasWhiskers ? 0 : step * (curve.style % 3) / 3
    return stride(from: first, to: count, by: step).map { index in
      ChartStyle.marker(curve.style, x: x(places[index]), y: y(curve.mean[index]))
    }.joined()
  }

  private func x(_ value: Double) -> Double {
    guard let first = places.first, let last = places.last, last > first else {
      return (Self.left + Self.right) / 2
    }
    return Self.left + (value - first) / (last - first) * (Self.right - Self.left)
  }

  private func y(_ value: Double) -> Double {
    let most = axisValues.last ?? 1
    let share = (value - floor) / (most - floor)
    return Self.bottom - min(max(0, share), 1) * (Self.bottom - Self.top)
  }
}
