/// What a number of a scenario may be: its unit, its least and greatest value, whether it is whole.
struct Quantity: Hashable, Sendable {
  let unit: Unit
  /// In the model's own unit: a share of 80 % is 0.8.
  let range: ClosedRange<Double>
  let isWhole: Bool

  init(_ unit: Unit, _ range: ClosedRange<Double>, isWhole: Bool = false) {
    self.unit = unit
    self.range = range
    self.isWhole = isWhole
  }

  static func count(_ unit: Unit, upTo greatest: Double, from least: Double = 0) -> Quantity {
    Quantity(unit, least...greatest, isWhole: true)
  }

  static let share = Quantity(.percent, 0...1)
  static let days = Quantity(.days, 0...3650)
  static let minutes = Quantity(.minutes, 0...1440)

  static func rupiah(per what: String) -> Quantity {
    Quantity(.rupiah(per: what), 0...1_000_000_000)
  }

  /// Least and greatest as they would be written.
  var bounds: (least: String, greatest: String) {
    let factor = unit.spellings[0].factor
    return (
      unit.text(plain(range.lowerBound / factor)), unit.text(plain(range.upperBound / factor))
    )
  }
}

/// A number without needless zeros: at most six decimals.
func plain(_ value: Double) -> String {
  guard value.isFinite, abs(value) < 1e15 else { return "\(value)" }
  let rounded = (value * 1e6).rounded() / 1e6
  return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
}
