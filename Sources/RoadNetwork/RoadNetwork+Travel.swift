public import ShortestPaths

extension RoadNetwork {
  /// The ways to leave a door: the walk to the road and the drive to the next junction.
  ///
  /// Forward before backward.
  public func departures(of snap: RoadSnap) -> [Seed] {
    directedPassages(of: snap).compactMap { directed, passage in
      roads.arcs(of: directed).first.map { place in
        Seed(
          node: graph.head[Int(roads.arcsOfSegments[place])],
          milliseconds: snap.walkMilliseconds + passage.millisecondsAfter)
      }
    }
  }

  /// The ways to reach a door: the drive from a junction before it and the walk from the road.
  ///
  /// A junction is there once for every approach from which the turn to the door is allowed.
  public func arrivals(at snap: RoadSnap) -> [Seed] {
    approaches(to: snap).map(\.seed)
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

  /// The arrivals at a door with the directed segments they end on.
  func approaches(to snap: RoadSnap) -> [(seed: Seed, directed: Int)] {
    directedPassages(of: snap).flatMap { directed, passage in
      roads.arcs(of: directed).map { place in
        let seed = Seed(
          node: roads.arcTails[Int(roads.arcsOfSegments[place])],
          milliseconds: passage.millisecondsBefore + snap.walkMilliseconds)
        return (seed, directed)
      }
    }
  }

  private func directedPassages(of snap: RoadSnap) -> [(directed: Int, passage: Passage)] {
    var passages: [(directed: Int, passage: Passage)] = []
    if let forward = snap.forward { passages.append((2 * Int(snap.segment), forward)) }
    if let backward = snap.backward { passages.append((2 * Int(snap.segment) + 1, backward)) }
    return passages
  }

  /// Puts the parts of a path through the graph together.
  func path(
    from departure: RoadSnap, to arrival: RoadSnap, along found: ShortestPath
  ) -> RoadPath {
    let start = directedPassages(of: departure)[found.departure]
    let end = approaches(to: arrival)[found.arrival].directed
    var pieces = [
      piece(
        start.directed, from: start.passage.decimetresBefore, to: nil,
        milliseconds: start.passage.millisecondsAfter)
    ]
    for arc in found.arcs {
      pieces.append(
        piece(
          Int(roads.arcSegments[Int(arc)]), from: 0, to: nil,
          milliseconds: graph.milliseconds[Int(arc)]))
    }
    let passage = end & 1 == 0 ? arrival.forward : arrival.backward
    pieces.append(
      piece(
        end, from: 0, to: passage?.decimetresBefore,
        milliseconds: passage?.millisecondsBefore ?? 0))
    return RoadPath(
      departure: departure, arrival: arrival, pieces: pieces, milliseconds: found.milliseconds)
  }

  private func piece(
    _ directed: Int, from start: Int32, to end: Int32?, milliseconds: Int32
  ) -> RoadPath.Piece {
    RoadPath.Piece(
      segment: Int32(directed >> 1), isForward: directed & 1 == 0, startDecimetres: start,
      endDecimetres: end ?? roads.segments.decimetres[directed >> 1], milliseconds: milliseconds)
  }
}
