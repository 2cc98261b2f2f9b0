import Geometry
import Optimiser
import RoadNetwork
import ShortestPaths

/// The hubs of many places, so that the time between any two is found without a table.
///
/// Hubs are the nodes of the network and, numbered after them, doors: a way along one segment
/// passes no node, so each different door of the segment is a hub of those that can drive to it.
struct RoadLabels {
  /// As many near places as the optimiser looks at.
  private static let nearPlaces = 100

  let labels: TravelLabels

  /// One hub of a list, and the time to or from it.
  private struct Entry {
    let hub: Int32
    let milliseconds: Int32
  }

  /// - Parameter snaps: One per place; a place without one has no hub and cannot be reached.
  init(_ snaps: [RoadSnap?], on network: RoadNetwork, threads: Int) throws(ProblemError) {
    let known = snaps.indices.filter { snaps[$0] != nil }
    var doorOf: [RoadSnap: Int] = [:]
    var doors: [RoadSnap] = []
    let places = snaps.map { snap -> Int? in
      guard let snap else { return nil }
      if let door = doorOf[snap] { return door }
      doorOf[snap] = doors.count
      doors.append(snap)
      return doors.count - 1
    }
    let hubs = HubLabels(
      network.hierarchy, departures: doors.map(network.departures),
      arrivals: doors.map(network.arrivals))
    let firstDoor = Int32(network.graph.nodeCount)
    let direct = Self.directWays(among: doors, firstHub: firstDoor)
    let arrival = doors.indices.map {
      [Entry(hub: firstDoor + Int32($0), milliseconds: 0)]
    }
    labels = try TravelLabels(
      outgoing: Self.lists(hubs.outgoing, direct, of: places),
      incoming: Self.lists(hubs.incoming, arrival, of: places),
      nearest: Self.nearest(snaps, known, on: network, threads: threads))
  }

  /// For each door the doors of its segment to which it can drive, itself included, as hubs.
  private static func directWays(among doors: [RoadSnap], firstHub: Int32) -> [[Entry]] {
    let bySegment = Dictionary(grouping: doors.indices) { doors[$0].segment }
    return doors.map { door in
      (bySegment[door.segment] ?? []).compactMap { other in
        door.directMilliseconds(to: doors[other]).map {
          Entry(hub: firstHub + Int32(other), milliseconds: $0)
        }
      }
    }
  }

  /// The hubs of every place: those in the network, then those of `direct`.
  private static func lists(
    _ hubs: LabelLists, _ direct: [[Entry]], of places: [Int?]
  ) -> TravelLabels.Lists {
    var first: [Int32] = [0]
    var numbers: [Int32] = []
    var milliseconds: [Int32] = []
    for place in places {
      if let door = place {
        for entry in Int(hubs.first[door])..<Int(hubs.first[door + 1]) {
          numbers.append(hubs.hubs[entry])
          milliseconds.append(hubs.milliseconds[entry])
        }
        numbers += direct[door].map(\.hub)
        milliseconds += direct[door].map(\.milliseconds)
      }
      first.append(Int32(numbers.count))
    }
    return TravelLabels.Lists(first: first, hubs: numbers, milliseconds: milliseconds)
  }

  private static func nearest(
    _ snaps: [RoadSnap?], _ known: [Int], on network: RoadNetwork, threads: Int
  ) -> [[Int32]] {
    let near = network.nearest(nearPlaces, among: snaps.compactMap(\.self), threads: threads)
    var nearest = [[Int32]](repeating: [], count: snaps.count)
    for (door, others) in near.enumerated() {
      nearest[known[door]] = others.map { Int32(known[Int($0.door)]) }
    }
    return nearest
  }
}
