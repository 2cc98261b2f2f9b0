/// The ranges within which no sum of the search can overflow.
enum Limits {
  /// Moments and durations, in seconds; 2³⁰ seconds are 34 years.
  static let seconds = 0...(1 << 30)
  /// One travel time, in seconds.
  static let travelSeconds = 0...(1 << 29)
  /// Coordinates, in metres.
  static let metres = -(1 << 27)...(1 << 27)
  /// Loads, weights and stop counts.
  static let amount = 0...(1 << 30)
  /// Urgency levels, which are compared one by one.
  static let tier = 0...63
  /// Cost per second of overtime.
  static let costPerSecond = 0...1_000_000
  /// Speeds in thousandths of the base speed.
  static let permille = 1...1_000_000
}
