import Testing

/// What a problem may have beyond windows, breaks, skills and a bag; drawn by ``RandomProblem``.
enum Feature: CaseIterable, Sendable {
  /// A second profile, whose table is neither symmetric nor proportional to the first.
  case profiles
  /// A load of two dimensions.
  case dimensions
  /// Stops at which something is picked up, with or without a delivery.
  case pickups
  /// Small bags that can be filled again on the way.
  case reloads
  /// Runs that begin at their first stop.
  case openStarts
  case longestTravel
  case longestDistance
  /// Costs per second and per metre.
  case prices
  case workBands
  case strangers
  /// Pinned sequences that may be left out.
  case pins
  /// Pinned sequences that have been served already.
  case pinsAtStart
}

/// A feature alone, or several together, as the argument of a test.
struct Mixture: CustomTestStringConvertible, Sendable {
  var features: Set<Feature>
  var testDescription: String

  /// Nothing but windows and breaks; each feature alone; all of them.
  static let all: [Mixture] =
    [Mixture(features: [], testDescription: "no feature")]
    + Feature.allCases.map { Mixture(features: [$0], testDescription: "\($0)") }
    + [Mixture(features: Set(Feature.allCases), testDescription: "all features")]
}
