import OpenStreetMap

/// A map in memory.
struct MapCopy: OSMSink {
  private var nodes: [OSMNode] = []
  private var ways: [OSMWay] = []
  private var relations: [OSMRelation] = []

  init(readFrom path: String) throws {
    let report = try OSMFile(path: path).read([.nodes, .ways, .relations], into: &self)
    guard report.nodes == nodes.count, report.ways == ways.count,
      report.relations == relations.count
    else { throw FormatFuzz.Mistake(sentence: "the report counts other things than come") }
  }

  mutating func take(_ node: OSMNode) { nodes.append(node) }
  mutating func take(_ way: OSMWay) { ways.append(way) }
  mutating func take(_ relation: OSMRelation) { relations.append(relation) }

  func written() -> [UInt8] {
    var writer = OSMWriter(generator: "format-fuzz", isCompressed: nodes.count.isMultiple(of: 2))
    for node in nodes { writer.write(node) }
    for way in ways { writer.write(way) }
    for relation in relations { writer.write(relation) }
    return writer.finish()
  }

  /// All numbers of the map, and the number of its tags; texts change where XML cannot hold them.
  var digest: [Int64] {
    var numbers: [Int64] = []
    for node in nodes {
      let place = [Int64(node.latitudeE7), Int64(node.longitudeE7)]
      numbers += [node.id] + place + [Int64(node.tags.count)]
    }
    for way in ways { numbers += [way.id, Int64(way.tags.count)] + way.nodes }
    for relation in relations {
      numbers += [relation.id, Int64(relation.tags.count)]
      for member in relation.members { numbers += [Int64(member.kind.rawValue), member.id] }
    }
    return numbers
  }
}
