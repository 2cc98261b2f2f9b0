import OpenStreetMap

/// Turns the finished draft into nodes, ways and relations with the tags of OpenStreetMap.
struct RoadMapWriter {
  private(set) var nodes: [OSMNode] = []
  private(set) var ways: [OSMWay] = []
  private(set) var relations: [OSMRelation] = []

  private let draft: RoadDraft
  /// The names of landing places, by node of the draft.
  private let landings: [Int: String]
  /// The identifiers of nodes of the draft; zero for those not written.
  private var identifiers: [Int64]
  /// Ways that begin or end at a junction with a restriction, with the node next to it.
  private var endings: [Int: [(way: Int64, next: Int)]] = [:]

  init(_ draft: RoadDraft, landings: [Int: String], using random: inout SplitMix64) {
    self.draft = draft
    self.landings = landings
    identifiers = Array(repeating: 0, count: draft.nodes.count)
    let restricted = junctionsWithRestriction(using: &random)
    for junction in restricted { endings[junction] = [] }
    for street in draft.streets.indices { addWays(of: street) }
    for junction in restricted { addRestriction(at: junction) }
  }

  /// Some of the crossings of main and collecting roads.
  private func junctionsWithRestriction(using random: inout SplitMix64) -> [Int] {
    draft.nodes.indices.filter { isCrossing($0, of: .tertiary) && random.unit() < 0.25 }
  }

  /// Whether four streets or more cross here, at least three of them as great as `kind`, all open
  /// both ways.
  private func isCrossing(_ node: Int, of kind: RoadKind) -> Bool {
    let edges = draft.edgesAt[node]
    return edges.count >= 4 && edges.count { draft.kind(of: $0) <= kind } >= 3
      && edges.allSatisfy {
        draft.kind(of: $0) > .motorwayLink && !draft.streets[draft.edges[$0].street].isOneWay
      }
  }

  /// Adds a street, cut where it goes onto a bridge or meets a restricted junction.
  private mutating func addWays(of street: Int) {
    var piece: [Int] = []
    var isBridge = false
    for edge in draft.edges(of: street) {
      let (start, end) = (draft.edges[edge].start, draft.edges[edge].end)
      let isCut = draft.edges[edge].isBridge != isBridge || endings[start] != nil
      if isCut, piece.count > 1 { addWay(piece, street, isBridge: isBridge) }
      if isCut || piece.isEmpty { piece = [start] }
      isBridge = draft.edges[edge].isBridge
      piece.append(end)
    }
    if piece.count > 1 { addWay(piece, street, isBridge: isBridge) }
  }

  private mutating func addWay(_ piece: [Int], _ street: Int, isBridge: Bool) {
    let id = Int64(ways.count + 1)
    for (end, next) in [(piece[0], piece[1]), (piece[piece.count - 1], piece[piece.count - 2])] {
      endings[end]?.append((id, next))
    }
    let members = piece.map { identifier(of: $0) }
    ways.append(
      OSMWay(
        id: id, nodes: members,
        tags: OSMTags(RoadTags.of(draft.streets[street], number: street, isBridge: isBridge))))
  }

  private mutating func identifier(of node: Int) -> Int64 {
    guard identifiers[node] == 0 else { return identifiers[node] }
    identifiers[node] = Int64(nodes.count + 1)
    var tags: [(key: String, value: String)] = []
    if let name = landings[node] {
      tags = [("amenity", "ferry_terminal"), ("name", name), ("source", "sketch")]
    } else if isCrossing(node, of: .secondary) {
      tags = [("highway", "traffic_signals")]
    }
    nodes.append(
      OSMNode(
        id: identifiers[node], latitudeE7: draft.nodes[node].y, longitudeE7: draft.nodes[node].x,
        tags: OSMTags(tags)))
    return identifiers[node]
  }

  /// Forbids one turn to the right, across the traffic that comes against it.
  private mutating func addRestriction(at junction: Int) {
    let place = draft.nodes[junction]
    for from in endings[junction] ?? [] {
      let arrival = draft.nodes[from.next].displacement(to: place).unit
      for to in endings[junction] ?? [] where to.way != from.way {
        let departure = place.displacement(to: draft.nodes[to.next]).unit
        guard arrival.cross(departure) < -0.7 else { continue }
        relations.append(
          OSMRelation(
            id: Int64(relations.count + 1),
            members: [
              OSMRelation.Member(kind: .way, id: from.way, role: "from"),
              OSMRelation.Member(kind: .node, id: identifiers[junction], role: "via"),
              OSMRelation.Member(kind: .way, id: to.way, role: "to"),
            ],
            tags: [
              "type": "restriction", "restriction": "no_right_turn", "source": "sketch",
            ]))
        return
      }
    }
  }
}
