import Geometry

extension RoadNetwork {
  /// What to do along `path`, from leaving the first door to arriving at the last.
  ///
  /// Says nothing where the road only bends or is the obvious one to follow. The times add up to
  /// that of the path, the metres to its metres and both walks.
  public func instructions(along path: RoadPath) -> [RoadInstruction] {
    var writer = InstructionWriter(self, path)
    return writer.instructions()
  }
}

/// Goes along a path and writes down what is to be done.
private struct InstructionWriter {
  private let network: RoadNetwork
  private let junctions: JunctionView
  private let path: RoadPath
  /// Without pieces of no length.
  private let pieces: [RoadPath.Piece]
  private var drafts: [Draft] = []
  /// How many exits of the roundabout have been passed, while on one that was entered.
  private var exitsPassed: Int?

  /// An instruction that is still being added to.
  private struct Draft {
    var manoeuvre: Manoeuvre
    var street: String
    let coordinate: Coordinate
    var bearing: Bearing
    var decimetres = 0
    var milliseconds = 0
  }

  init(_ network: RoadNetwork, _ path: RoadPath) {
    self.network = network
    self.path = path
    junctions = JunctionView(network.roads)
    let driven = path.pieces.filter { $0.startDecimetres < $0.endDecimetres || $0.milliseconds > 0 }
    pieces = driven.isEmpty ? Array(path.pieces.prefix(1)) : driven
  }

  mutating func instructions() -> [RoadInstruction] {
    guard let first = pieces.first, let last = pieces.last else { return [arrival(after: nil)] }
    begin(.depart, at: path.departure.point, along: first, from: first.startDecimetres)
    add(first)
    for (piece, next) in zip(pieces, pieces.dropFirst()) {
      pass(from: piece, to: next)
      add(next)
    }
    return drafts.enumerated().map { index, draft in
      let walk = index == 0 ? path.departure.walk.value : 0
      let walkMilliseconds = index == 0 ? path.departure.walkMilliseconds : 0
      return RoadInstruction(
        manoeuvre: draft.manoeuvre, street: draft.street, coordinate: draft.coordinate,
        bearing: draft.bearing, metres: Metres(Double(draft.decimetres) / 10 + walk),
        milliseconds: Int32(draft.milliseconds) + walkMilliseconds)
    } + [arrival(after: last)]
  }

  private mutating func begin(
    _ manoeuvre: Manoeuvre, at coordinate: Coordinate?, along piece: RoadPath.Piece,
    from decimetres: Int32 = 0
  ) {
    drafts.append(
      Draft(
        manoeuvre: manoeuvre, street: network.segment(piece.segment).name,
        coordinate: coordinate ?? path.departure.point,
        bearing: junctions.bearing(on: piece.directed, atDecimetres: decimetres)))
  }

  private mutating func add(_ piece: RoadPath.Piece) {
    drafts[drafts.count - 1].decimetres += Int(piece.endDecimetres - piece.startDecimetres)
    drafts[drafts.count - 1].milliseconds += Int(piece.milliseconds)
  }

  /// Writes what is to be done at the junction between two pieces, if anything.
  private mutating func pass(from piece: RoadPath.Piece, to next: RoadPath.Piece) {
    let (road, nextRoad) = (network.segment(piece.segment), network.segment(next.segment))
    if road.isAfloat || nextRoad.isAfloat {
      passPier(from: road, to: nextRoad, next)
    } else if let exitsPassed {
      goRound(from: piece, to: next, nextRoad, exitsPassed)
    } else if nextRoad.flags.contains(.roundabout), !road.flags.contains(.roundabout) {
      enterRoundabout(next)
    } else if let manoeuvre = junctions.manoeuvre(from: piece.directed, to: next.directed) {
      begin(manoeuvre, at: junctions.start(of: next.directed), along: next)
    }
  }

  private mutating func passPier(
    from road: RoadSegment, to nextRoad: RoadSegment, _ next: RoadPath.Piece
  ) {
    exitsPassed = nil
    let start = junctions.start(of: next.directed)
    if !nextRoad.isAfloat {
      begin(.leaveFerry, at: start, along: next)
    } else if !road.isAfloat || (road.isFerry && nextRoad.isFerry && road.name != nextRoad.name) {
      begin(.boardFerry, at: start, along: next)
    } else if nextRoad.isFerry {
      drafts[drafts.count - 1].street = nextRoad.name
    }
  }

  private mutating func enterRoundabout(_ next: RoadPath.Piece) {
    begin(.roundabout(exit: nil), at: junctions.start(of: next.directed), along: next)
    exitsPassed = 0
  }

  private mutating func goRound(
    from piece: RoadPath.Piece, to next: RoadPath.Piece, _ nextRoad: RoadSegment, _ passed: Int
  ) {
    if nextRoad.flags.contains(.roundabout) {
      exitsPassed = passed + junctions.exits(after: piece.directed)
    } else {
      drafts[drafts.count - 1].manoeuvre = .roundabout(exit: passed + 1)
      drafts[drafts.count - 1].street = nextRoad.name
      drafts[drafts.count - 1].bearing = junctions.bearing(on: next.directed, atDecimetres: 0)
      exitsPassed = nil
    }
  }

  /// - Parameter last: Nothing if nothing is driven.
  private func arrival(after last: RoadPath.Piece?) -> RoadInstruction {
    let snap = path.arrival
    let bearing = last.map { junctions.bearing(on: $0.directed, atDecimetres: $0.endDecimetres) }
    return RoadInstruction(
      manoeuvre: .arrive(bearing.flatMap { snap.side(drivenAlong: $0) }),
      street: network.segment(snap.segment).name, coordinate: snap.point,
      bearing: bearing ?? Bearing(degrees: 0), metres: last == nil ? Metres(0) : snap.walk,
      milliseconds: last == nil ? 0 : snap.walkMilliseconds)
  }
}

extension RoadPath.Piece {
  /// The segment's number doubled, plus 1 where it is driven backward.
  fileprivate var directed: Int { 2 * Int(segment) + (isForward ? 0 : 1) }
}

extension RoadSegment {
  fileprivate var isFerry: Bool { flags.contains(.ferry) }
  /// Whether it belongs to a crossing, the walk to the pier included.
  fileprivate var isAfloat: Bool { isFerry || flags.contains(.pierLink) }
}

extension RoadSnap {
  /// Nearer than this a door is at the road itself.
  private static let roadsideMetres = 3.0

  fileprivate func side(drivenAlong bearing: Bearing) -> Manoeuvre.Side? {
    guard walk.value >= Self.roadsideMetres else { return nil }
    return bearing.turn(to: Bearing(from: point, to: place)) < 0 ? .left : .right
  }
}
