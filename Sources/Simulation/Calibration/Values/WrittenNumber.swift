/// A number as a scenario file writes it, rounded once so that the text and the value used are the
/// same.
struct WrittenNumber: Hashable, Sendable {
  /// Without its unit, such as `22.4`.
  let text: String
  /// In the unit of the file.
  let value: Double

  /// - Parameter decimals: Digits after the point at most, 0 to 6; zeros at the end are left out.
  init(_ number: Double, decimals: Int) {
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (min(max(number, -1e9), 1e9) * scale).rounded()
    value = scaled / scale
    text = Self.text(Int(scaled), decimals: decimals)
  }

  /// `-0.05` for -5 and two decimals.
  private static func text(_ scaled: Int, decimals: Int) -> String {
    var digits = String(abs(scaled))
    while digits.utf8.count <= decimals { digits = "0" + digits }
    var whole = String(digits.dropLast(decimals))
    var rest = String(digits.suffix(decimals))
    while rest.hasSuffix("0") { rest.removeLast() }
    if !rest.isEmpty { whole += "." + rest }
    return (scaled < 0 ? "-" : "") + whole
  }

  /// A share as percent.
  static func percent(_ share: Double, decimals: Int = 1) -> WrittenNumber {
    WrittenNumber(share * 100, decimals: decimals)
  }

  /// The share that percents are, with the rounding of a reader that takes the unit times 0.01.
  var share: Double { value * 0.01 }
}

/// `18.1–25.9`.
func written(_ range: ClosedRange<Double>, decimals: Int) -> String {
  let (low, high) = (
    WrittenNumber(range.lowerBound, decimals: decimals),
    WrittenNumber(range.upperBound, decimals: decimals)
  )
  return low == high ? low.text : "\(low.text)–\(high.text)"
}

/// The same in percent.
func writtenPercent(_ range: ClosedRange<Double>, decimals: Int = 1) -> String {
  written((range.lowerBound * 100)...(range.upperBound * 100), decimals: decimals) + " %"
}
