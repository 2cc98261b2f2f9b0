import Domain

extension Urgency {
  /// Its place in `allCases`.
  var ordinal: Int { self == .normal ? 0 : 1 }
}
