/// The ranges within which no sum of the search can overflow.
enum Limits {
  /// Moments and durations, in seconds; 2³⁰ seconds are 34 years.
  static let seconds = 0...(1 << 30)
  /// One travel time, in seconds.
  static let travelSeconds = 0...(1 << 29)
  /// The length of one way, in metres.
  static let travelMetres = 0...(1 << 29)
  /// Locations whose ways are known by hubs, and the numbers and times of their hubs.
  static let labelCount = 1 << 24
  static let hub = 0...Int(Int32.max) - 1
  static let labelMilliseconds = 0...Int(Int32.max) - 1
  /// Coordinates, in metres.
  static let metres = -(1 << 27)...(1 << 27)
  /// Loads, weights, stop counts, and costs of a job or a vehicle.
  static let amount = 0...(1 << 30)
  /// Dimensions of a load.
  static let dimensions = 1...16
  /// Urgency levels, which are compared one by one.
  static let tier = 0...63
  /// How often a bag is filled again.
  static let reloads = 1...1_000
  /// Cost per second or per metre.
  static let costPerUnit = 0...1_000_000
  /// Speeds in thousandths of the base speed.
  static let permille = 1...1_000_000
  /// What all runs together may cost at most, however badly they are planned.
  static let totalCost = 0x1p60
}
