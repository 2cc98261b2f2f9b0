import ShortestPaths

/// Travel times and paths between two doors at a time.
///
/// Holds the memory of its searches: one query belongs to one thread and answers any number of
/// questions.
public struct RoadQuery: ~Copyable {
  private let network: RoadNetwork
  private var search: HierarchyQuery

  public init(_ network: RoadNetwork) {
    self.network = network
    search = HierarchyQuery(network.hierarchy)
  }

  /// The time from door to door, both walks included; nothing if there is no way.
  ///
  /// Zero between snaps of the same place.
  public mutating func milliseconds(from departure: RoadSnap, to arrival: RoadSnap) -> Int32? {
    if departure.place == arrival.place { return 0 }
    let direct = departure.directWay(to: arrival)?.milliseconds
    let around = search.milliseconds(
      from: network.departures(of: departure), to: network.arrivals(at: arrival))
    guard let direct, let around else { return direct ?? around }
    return min(direct, around)
  }

  /// The quickest way from door to door; nothing if there is none.
  ///
  /// On equal times the way that stays on one segment is taken.
  public mutating func path(from departure: RoadSnap, to arrival: RoadSnap) -> RoadPath? {
    if departure.place == arrival.place {
      return RoadPath(departure: departure, arrival: arrival, pieces: [], milliseconds: 0)
    }
    let direct = departure.directWay(to: arrival)
    let around = search.path(
      from: network.departures(of: departure), to: network.arrivals(at: arrival))
    if let direct, direct.milliseconds <= around?.milliseconds ?? .max {
      return RoadPath(
        departure: departure, arrival: arrival, pieces: [direct.piece],
        milliseconds: direct.milliseconds)
    }
    guard let around else { return nil }
    return network.path(from: departure, to: arrival, along: around)
  }
}

extension RoadSnap {
  /// The way along the segment that both doors are on, if one leads from this to the other.
  func directWay(to other: RoadSnap) -> (milliseconds: Int32, piece: RoadPath.Piece)? {
    guard segment == other.segment else { return nil }
    for (start, end, isForward) in [
      (forward, other.forward, true), (backward, other.backward, false),
    ] {
      guard let start, let end, start.decimetresBefore <= end.decimetresBefore,
        start.millisecondsBefore <= end.millisecondsBefore
      else { continue }
      let driven = end.millisecondsBefore - start.millisecondsBefore
      let piece = RoadPath.Piece(
        segment: segment, isForward: isForward, startDecimetres: start.decimetresBefore,
        endDecimetres: end.decimetresBefore, milliseconds: driven)
      return (walkMilliseconds + driven + other.walkMilliseconds, piece)
    }
    return nil
  }
}
