/// A point of OpenStreetMap.
///
/// Source: <https://wiki.openstreetmap.org/wiki/Node>.
public struct OSMNode: Sendable {
  public let id: Int64
  /// WGS 84, in whole 1e-7 degrees; readers deliver only values on the globe.
  public let latitudeE7: Int32
  public let longitudeE7: Int32
  public let tags: OSMTags

  public init(id: Int64, latitudeE7: Int32, longitudeE7: Int32, tags: OSMTags = [:]) {
    self.id = id
    self.latitudeE7 = latitudeE7
    self.longitudeE7 = longitudeE7
    self.tags = tags
  }
}
