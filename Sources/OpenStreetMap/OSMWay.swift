/// A line or an area of OpenStreetMap: its nodes in order.
///
/// Source: <https://wiki.openstreetmap.org/wiki/Way>.
public struct OSMWay: Sendable {
  public let id: Int64
  /// Identifiers of nodes, which a cut-out of the map need not contain.
  public let nodes: [Int64]
  public let tags: OSMTags

  public init(id: Int64, nodes: [Int64], tags: OSMTags = [:]) {
    self.id = id
    self.nodes = nodes
    self.tags = tags
  }
}
