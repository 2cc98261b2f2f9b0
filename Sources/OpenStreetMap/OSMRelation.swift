/// A group of things of OpenStreetMap, such as a turn restriction.
///
/// Source: <https://wiki.openstreetmap.org/wiki/Relation>.
public struct OSMRelation: Sendable {
  public enum Kind: UInt8, Sendable {
    case node, way, relation
  }

  public struct Member: Sendable {
    public let kind: Kind
    public let id: Int64
    public let role: String

    public init(kind: Kind, id: Int64, role: String) {
      self.kind = kind
      self.id = id
      self.role = role
    }
  }

  public let id: Int64
  public let members: [Member]
  public let tags: OSMTags

  public init(id: Int64, members: [Member], tags: OSMTags = [:]) {
    self.id = id
    self.members = members
    self.tags = tags
  }
}
