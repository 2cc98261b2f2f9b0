public import Domain
public import Geometry

extension RunBundle {
  /// Where a door is, and the distance within which to look for it.
  public struct Place: Hashable, Sendable {
    public let coordinate: Coordinate
    /// In whole metres, at least 0.
    public let uncertaintyMetres: Int

    /// Rounds the uncertainty up to whole metres; an unusable one becomes that of a desa.
    public init(_ location: Location) {
      let metres = location.uncertainty.value
      coordinate = location.coordinate
      uncertaintyMetres = Int(exactly: metres.rounded(.up)).map { max(0, $0) } ?? 1000
    }

    init?(coordinate: Coordinate, uncertaintyMetres: Int) {
      guard uncertaintyMetres >= 0 else { return nil }
      self.coordinate = coordinate
      self.uncertaintyMetres = uncertaintyMetres
    }

    public var uncertainty: Metres { Metres(Double(uncertaintyMetres)) }
  }
}
