import Geometry

/// Joins the ends of ferries to the roads.
///
/// Most ferries of real maps end on a pier or a jetty that is no road, or only a footway that the
/// profile may not use. Such an end gets a walk to the nearest point of a road within the
/// profile's `ferry-link`, carrying the goods. Roads that hang together over at least
/// ``usefulMetres``, or are the largest part of the map, come first, so that the walk does not end
/// on a jetty again; where there is none, as on a small island, any road will do. An end where ferry lines meet may as well be a buoy: it is joined only if it is tagged
/// as a terminal or the road is within ``meetingPointMetres``.
struct FerryJoiner {
  static let usefulMetres = 1000.0
  static let meetingPointMetres = 100.0

  private(set) var joined: [RoadImportReport.JoinedFerry] = []
  /// Ways of ferries of which an end is joined to nothing.
  private(set) var loose: [RoadImportReport.LooseFerry] = []
  /// The walks, each between two nodes.
  private(set) var links: [(end: Int32, road: Int32)] = []

  private let limitMetres: Double
  private let collector: WayCollector

  init(_ collector: WayCollector, _ profile: RoadProfile) {
    self.collector = collector
    limitMetres = profile.ferryLinkMetres
  }

  /// The end of a ferry, and the nearest place on a road found for it so far.
  private struct Terminal {
    let node: Int32
    let way: Int64
    var limitMetres: Double
    var metres = Double.infinity
    /// The place of the road piece's first node in the lines.
    var place = -1
    var fraction = 0.0
  }

  /// Finds the walks, and puts the nodes that they need into `lines` and `nodes`.
  mutating func join(_ lines: inout RoadLines, _ nodes: inout NodeTable) {
    let ferries = lines.lines.indices.filter { isFerry(lines.lines[$0].way) }
    guard !ferries.isEmpty else { return }
    let (isRoad, isUseful) = roadNodes(lines, nodes)
    var terminals = self.terminals(ferries, lines, nodes, isUseful)
    guard !terminals.isEmpty else { return }
    findRoads(for: &terminals, lines, nodes, isUseful)
    // An end on a short road that has no better one near is on the road of a small island.
    terminals.removeAll { $0.place < 0 && isRoad[Int($0.node)] }
    var others = terminals.filter { $0.place < 0 }
    terminals.removeAll { $0.place < 0 }
    findRoads(for: &others, lines, nodes, isRoad)
    insertRoadPoints(terminals + others, &lines, &nodes)
  }

  private func isFerry(_ way: Int32) -> Bool {
    collector.ways[Int(way)].use?.roadClass == .ferry
  }

  /// Which nodes lie on roads, and on roads that are worth being joined to.
  private func roadNodes(
    _ lines: RoadLines, _ nodes: NodeTable
  ) -> (isRoad: [Bool], isUseful: [Bool]) {
    var sets = DisjointSets(count: nodes.count)
    var metres = [Double](repeating: 0, count: nodes.count)
    func pieces(_ body: (Int32, Int32) -> Void) {
      for line in lines.lines.indices where !isFerry(lines.lines[line].way) {
        let run = lines.nodes[lines.nodeRange(of: line)]
        for (start, end) in zip(run, run.dropFirst()) { body(start, end) }
      }
    }
    pieces { sets.join($0, $1) }
    pieces { start, end in
      metres[Int(sets.representative(of: start))] += nodes.metres(from: start, to: end)
    }
    let needed = min(Self.usefulMetres, metres.max() ?? 0)
    var isRoad = [Bool](repeating: false, count: nodes.count)
    var isUseful = isRoad
    pieces { start, end in
      isRoad[Int(start)] = true
      isRoad[Int(end)] = true
      guard metres[Int(sets.representative(of: start))] >= needed else { return }
      isUseful[Int(start)] = true
      isUseful[Int(end)] = true
    }
    return (isRoad, isUseful)
  }

  /// The ends of ferries, and their stops tagged as terminals, that are on no useful road.
  private func terminals(
    _ ferries: [Int], _ lines: RoadLines, _ nodes: NodeTable, _ isUseful: [Bool]
  ) -> [Terminal] {
    var visits: [Int32: Int] = [:]
    for line in ferries {
      for place in lines.nodeRange(of: line) { visits[lines.nodes[place], default: 0] += 1 }
    }
    var terminals: [Terminal] = []
    var isListed: Set<Int32> = []
    for line in ferries {
      let run = lines.nodes[lines.nodeRange(of: line)]
      for (place, node) in zip(run.indices, run) {
        let isTerminal = nodes.marks[Int(node)].contains(.ferryTerminal)
        let isEnd = place == run.startIndex || place == run.endIndex - 1
        guard isEnd || isTerminal, !isUseful[Int(node)], isListed.insert(node).inserted else {
          continue
        }
        let isCertain = isTerminal || visits[node] == 1
        terminals.append(
          Terminal(
            node: node, way: collector.ways[Int(lines.lines[line].way)].id,
            limitMetres: isCertain ? limitMetres : min(limitMetres, Self.meetingPointMetres)))
      }
    }
    return terminals
  }

  /// Looks at every piece of the roads in question once, and gives it to the terminals that it is nearest to.
  private func findRoads(
    for terminals: inout [Terminal], _ lines: RoadLines, _ nodes: NodeTable, _ isWanted: [Bool]
  ) {
    guard !terminals.isEmpty else { return }
    terminals.sort {
      (nodes.latitudesE7[Int($0.node)], $0.node) < (nodes.latitudesE7[Int($1.node)], $1.node)
    }
    let latitudes = terminals.map { nodes.latitudesE7[Int($0.node)] }
    let planes = terminals.map {
      PlaceOnPlane(
        latitudeE7: nodes.latitudesE7[Int($0.node)], longitudeE7: nodes.longitudesE7[Int($0.node)])
    }
    let margin = Int32(limitMetres / metresPerUnitNorth) + 1
    for line in lines.lines.indices where !isFerry(lines.lines[line].way) {
      let range = lines.nodeRange(of: line)
      for place in range.dropLast() {
        let (start, end) = (Int(lines.nodes[place]), Int(lines.nodes[place + 1]))
        guard isWanted[start] else { break }
        let south = min(nodes.latitudesE7[start], nodes.latitudesE7[end]) - margin
        let north = max(nodes.latitudesE7[start], nodes.latitudesE7[end]) + margin
        var terminal = firstIndex(of: latitudes, notBelow: south)
        while terminal < latitudes.count, latitudes[terminal] <= north {
          let (squared, fraction) = planes[terminal].nearest(
            nodes.latitudesE7[start], nodes.longitudesE7[start], nodes.latitudesE7[end],
            nodes.longitudesE7[end])
          let metres = squared.squareRoot()
          if metres <= terminals[terminal].limitMetres, metres < terminals[terminal].metres {
            terminals[terminal].metres = metres
            terminals[terminal].place = place
            terminals[terminal].fraction = fraction
          }
          terminal += 1
        }
      }
    }
  }

  private func firstIndex(of latitudes: [Int32], notBelow south: Int32) -> Int {
    var low = 0
    var high = latitudes.count
    while low < high {
      let middle = (low + high) / 2
      if latitudes[middle] < south { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Makes the nearest places nodes of their roads.
  private mutating func insertRoadPoints(
    _ terminals: [Terminal], _ lines: inout RoadLines, _ nodes: inout NodeTable
  ) {
    var inserted: [Int: [(fraction: Double, node: Int32)]] = [:]
    for terminal in terminals {
      let place = coordinate(of: terminal.node, nodes)
      guard let end = place else { continue }
      guard terminal.place >= 0 else {
        loose.append(RoadImportReport.LooseFerry(way: terminal.way, place: end))
        continue
      }
      let (start, next) = (lines.nodes[terminal.place], lines.nodes[terminal.place + 1])
      let road: Int32
      switch terminal.fraction {
      case 0: road = start
      case 1: road = next
      default:
        road = nodes.append(between: start, and: next, fraction: terminal.fraction)
        inserted[terminal.place, default: []].append((terminal.fraction, road))
      }
      links.append((terminal.node, road))
      joined.append(
        RoadImportReport.JoinedFerry(
          way: terminal.way, place: end, walk: Metres(terminal.metres)))
    }
    if !inserted.isEmpty { lines.insert(inserted) }
  }

  private func coordinate(of node: Int32, _ nodes: NodeTable) -> Coordinate? {
    try? Coordinate(
      latitudeE7: nodes.latitudesE7[Int(node)], longitudeE7: nodes.longitudesE7[Int(node)])
  }
}
