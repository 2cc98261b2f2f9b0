public import Geometry

/// A place on the ground together with how well it is known.
public struct Location: Hashable, Sendable {
  public enum Source: String, CaseIterable, Sendable {
    /// Measured at the door or taken from a house register.
    case house
    /// The middle of the neighbourhood named in the address.
    case neighbourhood
    /// The point inside the desa: nothing nearer is known.
    case desa

    /// The distance within which the true door is expected.
    public var uncertainty: Metres {
      switch self {
      case .house: Metres(15)
      case .neighbourhood: Metres(150)
      case .desa: Metres(1000)
      }
    }
  }

  public let coordinate: Coordinate
  public let source: Source
  public let uncertainty: Metres

  public init(coordinate: Coordinate, source: Source, uncertainty: Metres? = nil) {
    self.coordinate = coordinate
    self.source = source
    self.uncertainty = uncertainty ?? source.uncertainty
  }
}
