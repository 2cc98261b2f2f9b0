/// Writes OpenStreetMap XML: a stretch of bytes at a time, the same bytes for the same things.
///
/// Nodes come first, then ways, then relations, by convention of the format; the writer keeps the
/// order it is given. Whoever writes much calls ``takeBytes()`` from time to time.
///
/// Source: <https://wiki.openstreetmap.org/wiki/OSM_XML>, version 0.6.
public struct OSMWriter: ~Copyable {
  private var text: XMLText
  private var packed: [UInt8] = []
  private let gzip: GzipWriter?

  /// Begins a map.
  ///
  /// - Parameters:
  ///   - generator: The program that makes the map.
  ///   - note: What a reader of the file should know, such as that it is not surveyed.
  public init(
    generator: String, bounds: OSMBounds? = nil, note: String? = nil, isCompressed: Bool = false
  ) {
    gzip = isCompressed ? GzipWriter() : nil
    text = XMLText()
    text.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<osm version=\"0.6\" generator=\"")
    text.add(escaping: generator)
    text.add("\">\n")
    if let note {
      text.add("  <note>")
      text.add(escaping: note)
      text.add("</note>\n")
    }
    if let bounds { text.add(bounds) }
  }

  public mutating func write(_ node: OSMNode) {
    text.open("node", id: node.id)
    text.add(" lat=\"")
    text.add(degreesE7: node.latitudeE7)
    text.add("\" lon=\"")
    text.add(degreesE7: node.longitudeE7)
    text.add(node.tags.isEmpty ? "\"/>\n" : "\">\n")
    if !node.tags.isEmpty { text.close("node", tags: node.tags) }
    packIfMuch()
  }

  public mutating func write(_ way: OSMWay) {
    text.open("way", id: way.id)
    text.add(">\n")
    for node in way.nodes {
      text.add("    <nd ref=\"")
      text.add(node)
      text.add("\"/>\n")
    }
    text.close("way", tags: way.tags)
    packIfMuch()
  }

  public mutating func write(_ relation: OSMRelation) {
    text.open("relation", id: relation.id)
    text.add(">\n")
    for member in relation.members {
      text.add("    <member type=\"")
      text.add(member.kind.xmlName)
      text.add("\" ref=\"")
      text.add(member.id)
      text.add("\" role=\"")
      text.add(escaping: member.role)
      text.add("\"/>\n")
    }
    text.close("relation", tags: relation.tags)
    packIfMuch()
  }

  /// The bytes that are ready, which the writer then forgets; they go into the file in this order.
  public mutating func takeBytes() -> [UInt8] {
    guard gzip != nil else { return text.takeBytes() }
    defer { packed = [] }
    return packed
  }

  /// Ends the map and returns the bytes that have not been taken.
  public consuming func finish() -> [UInt8] {
    text.add("</osm>\n")
    guard let gzip else { return text.takeBytes() }
    gzip.pack(text.takeBytes(), isLast: true, into: &packed)
    return packed
  }

  /// Packs in pieces of a fixed size, so that taking bytes early or late changes none of them.
  private mutating func packIfMuch() {
    guard let gzip, text.count >= 1 << 16 else { return }
    gzip.pack(text.takeBytes(), isLast: false, into: &packed)
  }
}

extension OSMRelation.Kind {
  var xmlName: String {
    switch self {
    case .node: "node"
    case .way: "way"
    case .relation: "relation"
    }
  }
}
