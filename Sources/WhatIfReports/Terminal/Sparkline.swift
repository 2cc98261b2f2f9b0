/// A curve in one line of text: `█▇▆▅▄▃▂▁`.
enum Sparkline {
  private static let steps: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// At most `width` columns, each the mean of its share of the days; `floor` is the lowest step and
  /// `top` the highest.
  static func text(_ values: [Double], width: Int, floor: Double = 0, top: Double) -> String {
    guard !values.isEmpty, width > 0 else { return "" }
    let columns = min(width, values.count)
    return String(
      (0..<columns).map { column in
        let from = column * values.count / columns
        let to = max(from + 1, (column + 1) * values.count / columns)
        let mean = values[from..<to].reduce(0, +) / Double(to - from)
        return step(mean - floor, top: top - floor)
      })
  }

  /// Each day with the six before it, so that weekends leave no teeth in a flow.
  static func weekly(_ values: [Double]) -> [Double] { trailing(values, days: 7) }

  /// Each value's mean with those before it, so many in all.
  static func trailing(_ values: [Double], days: Int) -> [Double] {
    values.indices.map { day in
      let last = values[max(0, day - days + 1)...day]
      return last.reduce(0, +) / Double(last.count)
    }
  }

  private static func step(_ value: Double, top: Double) -> Character {
    guard top > 0, value > 0 else { return steps[0] }
    let index = Int((value / top * Double(steps.count - 1)).rounded(.up))
    return steps[min(steps.count - 1, max(0, index))]
  }
}
