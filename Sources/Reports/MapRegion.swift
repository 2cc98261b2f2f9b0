public import Domain
public import Geometry

/// A kecamatan or desa with its outline.
public struct MapRegion: Sendable {
  public let code: RegionCode
  public let name: String
  /// Polygons of rings of corners, the outer ring first; a ring need not repeat its first corner.
  public let polygons: [[[Coordinate]]]

  public init(code: RegionCode, name: String, polygons: [[[Coordinate]]]) {
    self.code = code
    self.name = name
    self.polygons = polygons
  }
}
