import ShortestPaths

/// The graph of a network together with the segments that its arcs drive, in flat arrays.
struct RoadGraph: Sendable {
  let graph: DirectedGraph
  /// Per arc: `segment * 2`, plus 1 where it is driven backward: a directed segment.
  let arcSegments: FlatArray<Int32>
  let arcTails: FlatArray<Int32>
  /// The arcs that drive directed segment `d` are `arcsOfSegments[firstOfSegment[d]..<[d + 1]]`;
  /// more than one where turn restrictions made copies of its first junction, the copies last.
  let firstOfSegment: FlatArray<Int32>
  let arcsOfSegments: FlatArray<Int32>
  let segments: RoadSegments
  let index: SegmentIndex
}

/// What is known of the segments, in flat arrays.
struct RoadSegments: Sendable {
  /// The points of segment `s` are `firstPoint[s]..<firstPoint[s + 1]`, junctions included.
  let firstPoint: FlatArray<Int32>
  let latitudesE7: FlatArray<Int32>
  let longitudesE7: FlatArray<Int32>
  let decimetres: FlatArray<Int32>
  let names: FlatArray<Int32>
  let classes: FlatArray<UInt8>
  let flags: FlatArray<UInt8>
  /// Bit 0 if doors may be reached driving forward, bit 1 backward; bit 2 if the segment is on a
  /// minor island.
  let doorDirections: FlatArray<UInt8>
  /// Name `n` is the UTF-8 text `nameText[firstOfName[n]..<firstOfName[n + 1]]`.
  let firstOfName: FlatArray<Int32>
  let nameText: FlatArray<UInt8>

  var count: Int { decimetres.count }
}

extension RoadGraph {
  init(
    _ table: SegmentTable, _ result: GraphBuilder.Result, _ usability: SegmentUsability,
    names: [String]
  ) {
    graph = result.graph
    arcSegments = FlatArray(copying: result.arcSegments)
    var tails = [Int32](repeating: 0, count: graph.arcCount)
    for node in 0..<graph.nodeCount {
      for arc in Int(graph.firstArc[node])..<Int(graph.firstArc[node + 1]) {
        tails[arc] = Int32(node)
      }
    }
    arcTails = FlatArray(copying: tails)
    let (first, arcs) = Self.arcsBySegment(result.arcSegments, segmentCount: table.count)
    firstOfSegment = FlatArray(copying: first)
    arcsOfSegments = FlatArray(copying: arcs)
    segments = RoadSegments(table, doorDirections: usability.doorDirections, names: names)
    index = SegmentIndex(
      pieces: FlatArray(copying: usability.index.pieces),
      pieceSegments: FlatArray(copying: usability.index.pieceSegments),
      boxes: FlatArray(copying: usability.index.boxes))
  }

  private static func arcsBySegment(
    _ arcSegments: [Int32], segmentCount: Int
  ) -> (first: [Int32], arcs: [Int32]) {
    var first = [Int32](repeating: 0, count: 2 * segmentCount + 1)
    for segment in arcSegments { first[Int(segment) + 1] += 1 }
    for segment in 1..<first.count { first[segment] += first[segment - 1] }
    var places = first
    var arcs = [Int32](repeating: 0, count: arcSegments.count)
    for (arc, segment) in arcSegments.enumerated() {
      arcs[Int(places[Int(segment)])] = Int32(arc)
      places[Int(segment)] += 1
    }
    return (first, arcs)
  }
}

extension RoadSegments {
  init(_ table: SegmentTable, doorDirections: [UInt8], names: [String]) {
    firstPoint = FlatArray(copying: table.firstPoint)
    latitudesE7 = FlatArray(copying: table.latitudesE7)
    longitudesE7 = FlatArray(copying: table.longitudesE7)
    decimetres = FlatArray(copying: table.decimetres)
    self.names = FlatArray(copying: table.names)
    classes = FlatArray(copying: table.classes)
    flags = FlatArray(copying: table.flags)
    self.doorDirections = FlatArray(copying: doorDirections)
    var text: [UInt8] = []
    var first: [Int32] = [0]
    for name in names {
      text += name.utf8
      first.append(Int32(text.count))
    }
    firstOfName = FlatArray(copying: first)
    nameText = FlatArray(copying: text)
  }

  /// The value of one segment.
  func segment(_ number: Int) -> RoadSegment {
    RoadSegment(
      name: name(Int(names[number])), roadClass: RoadClass(rawValue: classes[number]) ?? .road,
      flags: SegmentFlags(rawValue: flags[number]), decimetres: decimetres[number])
  }

  private func name(_ number: Int) -> String {
    let bytes = Int(firstOfName[number])..<Int(firstOfName[number + 1])
    return String(decoding: bytes.map { nameText[$0] }, as: UTF8.self)
  }
}
