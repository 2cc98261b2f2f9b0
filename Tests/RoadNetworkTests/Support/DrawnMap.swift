import Geometry
import OpenStreetMap
import RoadNetwork

/// A map drawn with letters: every capital is a node, every line between two of them a way.
///
/// ```
/// A---B     a residential street     A->-B   one-way to the right, < to the left
/// |   ^     streets; one-way up (v down)     A~~~B   a ferry
/// C   D
/// ```
///
/// A character is 100 m wide and 100 m high. Ways between the same letters with other tags, and
/// ways of more than two nodes, are given as words: `ways: ["ABC": ["highway": "primary"]]`; they
/// take the place of the lines drawn between those letters.
struct DrawnMap: OSMSource {
  static let cellMetres = 100.0

  private(set) var nodes: [OSMNode] = []
  private(set) var ways: [OSMWay] = []
  var relations: [OSMRelation] = []
  private var wayNames: [String] = []
  private var missing: Set<Int64> = []

  init(
    _ drawing: String, ways named: KeyValuePairs<String, OSMTags> = [:],
    nodes tags: [Character: OSMTags] = [:], missing: String = ""
  ) {
    let rows = drawing.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    for (row, cells) in rows.enumerated() {
      for (column, letter) in cells.enumerated() where letter.isUppercase {
        nodes.append(Self.node(letter, row: row, column: column, tags[letter] ?? [:]))
      }
    }
    for (name, tags) in named { add(name, tags) }
    let taken = named.flatMap { name, _ in zip(name, name.dropFirst()).map { Set([$0, $1]) } }
    for (row, cells) in rows.enumerated() {
      for (column, letter) in cells.enumerated() where letter.isUppercase {
        let right = cells[(column + 1)...]
        let below = rows[(row + 1)...].map { column < $0.count ? $0[column] : " " }
        for line in [Self.line(Array(right), "-<>~"), Self.line(below, "|^v:")] {
          guard let line, !taken.contains([letter, line.end]) else { continue }
          add("\(letter)\(line.end)", line.tags)
        }
      }
    }
    self.missing = Set(missing.map(Self.id))
  }

  func read(
    _ kinds: OSMKinds, into sink: inout some OSMSink, progress: ((Double) -> Void)?
  ) -> OSMReadReport {
    if kinds.contains(.nodes) {
      for node in nodes where !missing.contains(node.id) { sink.take(node) }
    }
    if kinds.contains(.ways) { for way in ways { sink.take(way) } }
    if kinds.contains(.relations) { for relation in relations { sink.take(relation) } }
    return OSMReadReport()
  }

  /// The map with one more turn restriction; `via` is a letter or the names of ways.
  func restricted(
    _ kind: String, from: String, via: String..., to: String, tags: [(String, String)] = []
  ) -> DrawnMap {
    var map = self
    let viaMembers = via.map { name in
      name.count == 1
        ? OSMRelation.Member(kind: .node, id: Self.id(Character(name)), role: "via")
        : OSMRelation.Member(kind: .way, id: id(ofWay: name), role: "via")
    }
    let key = tags.first { $0.0 == "key" }?.1 ?? "restriction"
    let others = tags.filter { $0.0 != "key" }.map { (key: $0.0, value: $0.1) }
    map.relations.append(
      OSMRelation(
        id: Int64(relations.count + 1),
        members: [OSMRelation.Member(kind: .way, id: id(ofWay: from), role: "from")]
          + viaMembers + [OSMRelation.Member(kind: .way, id: id(ofWay: to), role: "to")],
        tags: OSMTags([(key: "type", value: "restriction"), (key: key, value: kind)] + others)))
    return map
  }

  func id(ofWay name: String) -> Int64 {
    let names = [name, String(name.reversed())]
    guard let place = wayNames.firstIndex(where: names.contains) else {
      preconditionFailure("the drawing has no way \(name), only \(wayNames)")
    }
    return ways[place].id
  }

  /// Where a letter is.
  func place(_ letter: Character) -> Coordinate? {
    nodes.first { $0.id == Self.id(letter) }.flatMap {
      try? Coordinate(latitudeE7: $0.latitudeE7, longitudeE7: $0.longitudeE7)
    }
  }

  /// The letters that a line passes, in order.
  func letters(along line: [Coordinate]) -> String {
    var letters = ""
    for point in line {
      for node in nodes
      where node.latitudeE7 == point.latitudeE7 && node.longitudeE7 == point.longitudeE7 {
        letters.append(Character(UnicodeScalar(UInt8(node.id))))
      }
    }
    return letters
  }

  private mutating func add(_ name: String, _ tags: OSMTags) {
    wayNames.append(name)
    ways.append(OSMWay(id: Int64(1000 + ways.count), nodes: name.map(Self.id), tags: tags))
  }

  static func id(_ letter: Character) -> Int64 { Int64(letter.asciiValue ?? 0) }

  private static func node(
    _ letter: Character, row: Int, column: Int, _ tags: OSMTags
  ) -> OSMNode {
    // On the equator a degree is as long eastward as it is northward.
    let unitsPerCell = cellMetres / (6_371_008.8 * Double.pi / 180) * 1e7
    return OSMNode(
      id: id(letter), latitudeE7: Int32((-Double(row) * unitsPerCell).rounded()),
      longitudeE7: Int32((Double(column) * unitsPerCell).rounded()), tags: tags)
  }

  /// The line that `cells` begin with, up to the next letter.
  private static func line(
    _ cells: [Character], _ strokes: String
  ) -> (end: Character, tags: OSMTags)? {
    let stroke = cells.prefix { strokes.contains($0) }
    guard !stroke.isEmpty, stroke.count < cells.count, cells[stroke.count].isUppercase else {
      return nil
    }
    let end = cells[stroke.count]
    if stroke.contains(where: { "~:".contains($0) }) { return (end, ["route": "ferry"]) }
    if stroke.contains(where: { ">v".contains($0) }) {
      return (end, ["highway": "residential", "oneway": "yes"])
    }
    if stroke.contains(where: { "<^".contains($0) }) {
      return (end, ["highway": "residential", "oneway": "-1"])
    }
    return (end, ["highway": "residential"])
  }
}
