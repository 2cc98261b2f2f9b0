public import Domain
public import Geometry

/// Numbers as readers of each language write them: `5.000` and `92,3 %` in Indonesian, `5,000` and
/// `92.3 %` in English.
extension Language {
  /// A whole number with its thousands set apart.
  public func figure(_ number: Int) -> String {
    let separator = self == .indonesian ? "." : ","
    let digits = String(number.magnitude)
    var groups: [Substring] = []
    var rest = digits[...]
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    return (number < 0 ? "-" : "") + ([rest] + groups).joined(separator: separator)
  }

  /// A number of tenths with one decimal: 124 is `12,4`.
  public func figure(tenths: Int) -> String {
    let point = self == .indonesian ? "," : "."
    let whole = tenths / 10
    let sign = tenths < 0 && whole == 0 ? "-" : ""
    return "\(sign)\(figure(whole))\(point)\(abs(tenths % 10))"
  }

  /// `part` of `whole` as a percentage with one decimal, rounded half up; a dash where `whole` is
  /// zero. It says 100 only when `part` reaches `whole`.
  public func percentage(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "–" }
    return figure(tenths: permille(part, of: whole)) + " %"
  }

  /// A distance on the road: whole metres below a kilometre, tenths of a kilometre above.
  public func distance(_ distance: Metres) -> String {
    let metres = Int(exactly: distance.value.roundedToWhole) ?? 0
    if metres < 1000 { return "\(figure(metres)) m" }
    return figure(tenths: (metres + 50) / 100) + " km"
  }
}

/// `part` of `whole` in thousandths, rounded half up but never up to 1000; `whole` is positive.
func permille(_ part: Int, of whole: Int) -> Int {
  let rounded = Int((Double(part) * 1000 / Double(whole)).roundedToWhole)
  return part < whole ? min(rounded, 999) : rounded
}

extension Double {
  /// The nearest whole number within what a table shows; zero for what is no number.
  var roundedToWhole: Double {
    guard isFinite, magnitude < 1e15 else { return 0 }
    return Double(Int64(self + (self < 0 ? -0.5 : 0.5)))
  }
}
