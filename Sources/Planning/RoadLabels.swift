import Geometry
import Optimiser
import RoadNetwork
import ShortestPaths

/// The hubs of many places, so that the time between any two is found without a table.
struct RoadLabels {
  /// As many near places as the optimiser looks at.
  private static let nearPlaces = 100

  let labels: TravelLabels

  /// - Parameter snaps: One per place; a place without one has no hub and cannot be reached.
  init(_ snaps: [RoadSnap?], on network: RoadNetwork, threads: Int) throws(ProblemError) {
    let known = snaps.indices.filter { snaps[$0] != nil }
    var doorOf: [RoadSnap: Int] = [:]
    var doors: [RoadSnap] = []
    let numbers = snaps.compactMap(\.self).map { snap in
      if let door = doorOf[snap] { return door }
      doorOf[snap] = doors.count
      doors.append(snap)
      return doors.count - 1
    }
    let hubs = HubLabels(
      network.hierarchy, departures: doors.map(network.departures),
      arrivals: doors.map(network.arrivals), direct: Self.directWays(among: doors)
    ).picking(numbers)
    let near = network.nearest(
      Self.nearPlaces, among: snaps.compactMap(\.self), threads: threads)
    var nearest = [[Int32]](repeating: [], count: snaps.count)
    for (door, others) in near.enumerated() {
      nearest[known[door]] = others.map { Int32(known[Int($0.door)]) }
    }
    labels = try TravelLabels(
      outgoing: Self.lists(hubs.outgoing, of: known, among: snaps.count),
      incoming: Self.lists(hubs.incoming, of: known, among: snaps.count), nearest: nearest)
  }

  /// The ways between different doors of one segment.
  private static func directWays(among doors: [RoadSnap]) -> [DirectWay] {
    let bySegment = Dictionary(grouping: doors.indices) { doors[$0].segment }
    return doors.indices.flatMap { door in
      (bySegment[doors[door].segment] ?? []).compactMap { other in
        doors[door].directMilliseconds(to: doors[other]).map {
          DirectWay(from: Int32(door), to: Int32(other), milliseconds: $0)
        }
      }
    }
  }

  /// The lists of `known` places as those of all, empty for the others.
  private static func lists(
    _ lists: LabelLists, of known: [Int], among count: Int
  ) -> TravelLabels.Lists {
    var first: [Int32] = [0]
    var door = 0
    for place in 0..<count {
      if door < known.count, known[door] == place { door += 1 }
      first.append(lists.first[door])
    }
    return TravelLabels.Lists(
      first: first, hubs: lists.hubs.indices.map { lists.hubs[$0] },
      milliseconds: lists.milliseconds.indices.map { lists.milliseconds[$0] })
  }
}
