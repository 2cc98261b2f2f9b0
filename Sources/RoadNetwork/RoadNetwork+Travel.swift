public import ShortestPaths

extension RoadNetwork {
  /// The ways to leave a door: the walk to the road and the drive to the next junction.
  public func departures(of snap: RoadSnap) -> [Seed] {
    exits(of: snap).map(\.seed)
  }

  /// The ways to reach a door: the drive from a junction before it and the walk from the road.
  ///
  /// A junction is there once for every approach from which the turn to the door is allowed.
  public func arrivals(at snap: RoadSnap) -> [Seed] {
    entries(to: snap).map(\.seed)
  }

  /// The time from door to door, both walks included; nothing if there is no way.
  ///
  /// Makes the memory of a search for one question; a ``RoadQuery`` answers many.
  public func milliseconds(from departure: RoadSnap, to arrival: RoadSnap) -> Int32? {
    var query = RoadQuery(self)
    return query.milliseconds(from: departure, to: arrival)
  }

  /// The quickest way from door to door; nothing if there is none.
  ///
  /// Makes the memory of a search for one question; a ``RoadQuery`` answers many.
  public func path(from departure: RoadSnap, to arrival: RoadSnap) -> RoadPath? {
    var query = RoadQuery(self)
    return query.path(from: departure, to: arrival)
  }

  /// A way between a door and the graph.
  struct DoorAccess {
    let seed: Seed
    /// Nothing where the door is at the junction itself.
    let piece: RoadPath.Piece?
  }

  /// The departures of a door with what is driven before the graph begins.
  ///
  /// Forward before backward, and at last the junction that the door is at, from which every road
  /// may be taken.
  func exits(of snap: RoadSnap) -> [DoorAccess] {
    var exits: [DoorAccess] = []
    for (directed, passage) in directedPassages(of: snap) {
      guard let place = roads.arcs(of: directed).first else { continue }
      let arc = Int(roads.arcsOfSegments[place])
      exits.append(
        DoorAccess(
          seed: Seed(
            node: graph.head[arc],
            milliseconds: snap.walkMilliseconds + passage.millisecondsAfter),
          piece: RoadPath.Piece(
            segment: snap.segment, isForward: directed & 1 == 0,
            startDecimetres: passage.decimetresBefore,
            endDecimetres: roads.segments.decimetres[Int(snap.segment)],
            milliseconds: passage.millisecondsAfter)))
    }
    for junction in junctions(at: snap) {
      exits.append(
        DoorAccess(
          seed: Seed(node: junction, milliseconds: snap.walkMilliseconds), piece: nil))
    }
    return exits
  }

  /// The arrivals at a door with what is driven after the graph ends, in the order of ``exits(of:)``.
  func entries(to snap: RoadSnap) -> [DoorAccess] {
    var entries: [DoorAccess] = []
    for (directed, passage) in directedPassages(of: snap) {
      for place in roads.arcs(of: directed) {
        let arc = Int(roads.arcsOfSegments[place])
        entries.append(
          DoorAccess(
            seed: Seed(
              node: roads.arcTails[arc],
              milliseconds: passage.millisecondsBefore + snap.walkMilliseconds),
            piece: RoadPath.Piece(
              segment: snap.segment, isForward: directed & 1 == 0, startDecimetres: 0,
              endDecimetres: passage.decimetresBefore,
              milliseconds: passage.millisecondsBefore)))
      }
    }
    for junction in junctions(at: snap) {
      for node in roads.approaches(of: junction) {
        entries.append(
          DoorAccess(seed: Seed(node: node, milliseconds: snap.walkMilliseconds), piece: nil))
      }
    }
    return entries
  }

  private func directedPassages(of snap: RoadSnap) -> [(directed: Int, passage: Passage)] {
    var passages: [(directed: Int, passage: Passage)] = []
    if let forward = snap.forward { passages.append((2 * Int(snap.segment), forward)) }
    if let backward = snap.backward { passages.append((2 * Int(snap.segment) + 1, backward)) }
    return passages
  }

  /// The junctions that a door is at, to the decimetre: none but at the ends of a segment.
  ///
  /// Without them a door at a corner could be reached only by the one road it was snapped to.
  private func junctions(at snap: RoadSnap) -> [Int32] {
    guard let (directed, passage) = directedPassages(of: snap).first,
      let place = roads.arcs(of: directed).first
    else { return [] }
    let arc = Int(roads.arcsOfSegments[place])
    var junctions: [Int32] = []
    if passage.decimetresBefore == 0 { junctions.append(roads.arcTails[arc]) }
    if passage.decimetresAfter == 0 { junctions.append(roads.junction(of: graph.head[arc])) }
    return junctions
  }

  /// Puts the parts of a path through the graph together.
  func path(
    from departure: RoadSnap, to arrival: RoadSnap, along found: ShortestPath
  ) -> RoadPath {
    let driven = found.arcs.map { arc in
      let directed = roads.arcSegments[Int(arc)]
      return RoadPath.Piece(
        segment: directed >> 1, isForward: directed & 1 == 0, startDecimetres: 0,
        endDecimetres: roads.segments.decimetres[Int(directed >> 1)],
        milliseconds: graph.milliseconds[Int(arc)])
    }
    let first = exits(of: departure)[found.departure].piece
    let last = entries(to: arrival)[found.arrival].piece
    let pieces = ([first] + driven + [last]).compactMap(\.self)
      .filter { $0.startDecimetres < $0.endDecimetres }
    return RoadPath(
      departure: departure, arrival: arrival, pieces: pieces, milliseconds: found.milliseconds)
  }
}

extension RoadGraph {
  /// The junction that a node is, or that it is a copy of.
  func junction(of node: Int32) -> Int32 {
    let arc = Int(graph.firstArc[Int(node)])
    guard arc < Int(graph.firstArc[Int(node) + 1]) else { return node }
    // Of the arcs that drive a segment, the one that leaves the junction itself is listed first.
    let first = arcs(of: Int(arcSegments[arc])).lowerBound
    return arcTails[Int(arcsOfSegments[first])]
  }

  /// A junction and its copies, rising; copies from which there is no way on are left out.
  func approaches(of junction: Int32) -> [Int32] {
    var nodes: Set<Int32> = [junction]
    for arc in Int(graph.firstArc[Int(junction)])..<Int(graph.firstArc[Int(junction) + 1]) {
      for place in arcs(of: Int(arcSegments[arc])) {
        nodes.insert(arcTails[Int(arcsOfSegments[place])])
      }
    }
    return nodes.sorted()
  }
}
