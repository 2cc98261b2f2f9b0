public import Domain

/// Which ways a vehicle can take; couriers of one profile differ only in speed.
public enum TravelProfile: String, CaseIterable, Sendable {
  case motorcycle, car, van, foot
}

extension Domain.Vehicle {
  /// The ways it takes on land: who has a boat rides a motorcycle to the pier.
  public var profile: TravelProfile {
    switch self {
    case .motorcycle, .boat: .motorcycle
    case .car: .car
    case .van: .van
    case .foot: .foot
    }
  }
}
