public import Domain
public import Geometry

/// One run as the map draws it.
public struct MapRun: Sendable {
  public let id: RunID
  public let courier: CourierID
  /// Nothing when the run crosses kecamatan.
  public let kecamatan: RegionCode?
  public let base: Coordinate
  /// In visiting order.
  public let stops: [MapStop]
  /// The way along the roads; nothing where none are known, and straight lines are drawn.
  public let way: RunWay?

  public init(
    id: RunID, courier: CourierID, kecamatan: RegionCode?, base: Coordinate, stops: [MapStop],
    way: RunWay? = nil
  ) {
    self.id = id
    self.courier = courier
    self.kecamatan = kecamatan
    self.base = base
    self.stops = stops
    self.way = way
  }
}
