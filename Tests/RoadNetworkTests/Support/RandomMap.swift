import OpenStreetMap
import RoadNetwork
import TestSupport

/// A town of random streets on a crooked grid, with one-way streets, barriers, signals and turn
/// restrictions: the same for the same seed.
struct RandomMap: OSMSource {
  /// Goes on where the map ends, for whoever asks the map something.
  private(set) var random: SplitMix64
  private var nodes: [OSMNode] = []
  private var ways: [OSMWay] = []
  private var relations: [OSMRelation] = []

  /// - Parameter isPlain: Whether every street is there, open, and in both directions.
  init(seed: UInt64, columns: Int, rows: Int, isPlain: Bool = false) {
    random = SplitMix64(seed: seed)
    for row in 0..<rows {
      for column in 0..<columns { addNode(row: row, column: column, of: columns, isPlain) }
    }
    for row in 0..<rows {
      for column in 0..<columns {
        let node = Int64(row * columns + column)
        if column + 1 < columns { addWay(node, node + 1, isPlain) }
        if row + 1 < rows { addWay(node, node + Int64(columns), isPlain) }
      }
    }
    for _ in 0..<(isPlain ? 0 : columns * rows / 4) { addRestriction() }
  }

  func read(
    _ kinds: OSMKinds, into sink: inout some OSMSink, progress: ((Double) -> Void)?
  ) -> OSMReadReport {
    if kinds.contains(.nodes) { for node in nodes { sink.take(node) } }
    if kinds.contains(.ways) { for way in ways { sink.take(way) } }
    if kinds.contains(.relations) { for relation in relations { sink.take(relation) } }
    return OSMReadReport()
  }

  private mutating func addNode(row: Int, column: Int, of columns: Int, _ isPlain: Bool) {
    let tags: OSMTags =
      switch isPlain ? 4 : Int.random(in: 0..<30, using: &random) {
      case 0: ["barrier": "gate", "access": "no"]
      case 1...3: ["highway": "traffic_signals"]
      default: [:]
      }
    nodes.append(
      OSMNode(
        id: Int64(row * columns + column),
        latitudeE7: -Int32(row * 9000) + Int32.random(in: -3000...3000, using: &random),
        longitudeE7: Int32(column * 9000) + Int32.random(in: -3000...3000, using: &random),
        tags: tags))
  }

  private mutating func addWay(_ start: Int64, _ end: Int64, _ isPlain: Bool) {
    guard isPlain || Int.random(in: 0..<10, using: &random) > 0 else { return }
    var tags = [
      (key: "highway", value: ["residential", "primary", "service"].randomElement(using: &random))
    ].compactMap { tag in tag.value.map { (key: tag.key, value: $0) } }
    switch isPlain ? 3 : Int.random(in: 0..<12, using: &random) {
    case 0: tags.append((key: "oneway", value: "yes"))
    case 1: tags.append((key: "oneway", value: "-1"))
    case 2: tags.append((key: "access", value: "private"))
    default: break
    }
    ways.append(OSMWay(id: Int64(ways.count), nodes: [start, end], tags: OSMTags(tags)))
  }

  /// Forbids or prescribes a turn between two ways that meet, or over a way between two others.
  private mutating func addRestriction() {
    guard let from = ways.randomElement(using: &random) else { return }
    let meeting = ways.filter { $0.id != from.id && !Set($0.nodes).isDisjoint(with: from.nodes) }
    guard let over = meeting.randomElement(using: &random) else { return }
    let shared = Set(over.nodes).intersection(from.nodes)
    guard let via = shared.first, let far = over.nodes.first(where: { $0 != via }) else { return }
    let beyond = ways.filter { $0.id != over.id && $0.nodes.contains(far) }
    var members = [OSMRelation.Member(kind: .way, id: from.id, role: "from")]
    if let to = beyond.randomElement(using: &random), Bool.random(using: &random) {
      members.append(OSMRelation.Member(kind: .way, id: over.id, role: "via"))
      members.append(OSMRelation.Member(kind: .way, id: to.id, role: "to"))
    } else {
      members.append(OSMRelation.Member(kind: .node, id: via, role: "via"))
      members.append(OSMRelation.Member(kind: .way, id: over.id, role: "to"))
    }
    let kind = Bool.random(using: &random) ? "no_left_turn" : "only_straight_on"
    relations.append(
      OSMRelation(
        id: Int64(relations.count), members: members,
        tags: ["type": "restriction", "restriction": kind]))
  }
}
