/// The ranges numbers of a file have to be in.
enum VroomLimits {
  /// Identifiers.
  static let id = 0...Int(Int64.max)
  /// Moments as they are written, relative or as seconds since 1970.
  static let moment = 0...(1 << 53)
  /// Durations, amounts and single ways: 2³⁰ seconds are 34 years.
  static let amount = 0...(1 << 30)
  /// One way in a matrix, in seconds, metres or cost.
  static let way = 0...(1 << 29)
  /// The values with which programs say that there is no way.
  static let noWay: Set = [Int(Int32.max), Int(UInt32.max)]
  /// Skills are any numbers.
  static let skill = 0...Int(Int64.max)
  static let priority = 0...100
  static let speedFactor = 0.01...5.0
}
