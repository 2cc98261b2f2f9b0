/// For each of some places the hubs on its quickest paths, so that the time between any two of
/// them is found by comparing two short lists.
///
/// Takes memory in proportion to the number of places, where a table takes its square.
///
/// Source: Abraham, Delling, Goldberg, Werneck, "Hierarchical Hub Labelings for Shortest Paths",
/// 2012.
public struct HubLabels: Sendable {
  /// From each place to its hubs.
  public let outgoing: LabelLists
  /// From hubs to each place.
  public let incoming: LabelLists

  /// The number of places.
  public var count: Int { outgoing.count }

  /// Creates the labels of places.
  ///
  /// - Parameters:
  ///   - departures: For each place how paths begin there.
  ///   - arrivals: For each place how paths end there.
  ///   - direct: Ways between two of the places that do not pass a node of the graph, if there are
  ///     any.
  /// - Precondition: There are as many departures as arrivals, the seeds are nodes of the graph and
  ///   the direct ways join places, and no time is negative.
  public init(
    _ hierarchy: ContractionHierarchy, departures: [[Seed]], arrivals: [[Seed]],
    direct: [DirectWay] = []
  ) {
    precondition(
      departures.count == arrivals.count,
      "\(departures.count) places to leave are not \(arrivals.count) places to reach")
    var nodes = NodeLabels(hierarchy, above: Array(departures.joined()) + arrivals.joined())
    var outgoing = nodes.labels(ofDepartures: departures, in: hierarchy)
    var incoming = nodes.labels(ofArrivals: arrivals, in: hierarchy)
    if !direct.isEmpty {
      // The place where direct ways end is a hub of its own, numbered after all nodes.
      let hubs = DirectHubs(direct, firstHub: hierarchy.nodeCount, placeCount: departures.count)
      outgoing = outgoing.adding(hubs.outgoing)
      incoming = incoming.adding(hubs.incoming)
    }
    self.outgoing = outgoing
    self.incoming = incoming
  }

  private init(outgoing: LabelLists, incoming: LabelLists) {
    self.outgoing = outgoing
    self.incoming = incoming
  }

  /// The labels of the places that `places` names, in its order, where a place may be named several
  /// times.
  ///
  /// - Precondition: All are in `0..<count`.
  public func picking(_ places: [Int]) -> HubLabels {
    HubLabels(outgoing: outgoing.picking(places), incoming: incoming.picking(places))
  }

  /// Returns the least time from one place to another, nil if there is no way.
  ///
  /// - Precondition: Both are in `0..<count`.
  public func milliseconds(from: Int, to: Int) -> Int32? {
    precondition((0..<count).contains(from), "there is no place \(from)")
    precondition((0..<count).contains(to), "there is no place \(to)")
    var (here, there) = (Int(outgoing.first[from]), Int(incoming.first[to]))
    let (hereEnd, thereEnd) = (Int(outgoing.first[from + 1]), Int(incoming.first[to + 1]))
    var best = PathTime.never
    while here < hereEnd, there < thereEnd {
      let (left, right) = (outgoing.hubs[here], incoming.hubs[there])
      let total =
        UInt32(truncatingIfNeeded: outgoing.milliseconds[here])
        &+ UInt32(truncatingIfNeeded: incoming.milliseconds[there])
      if left == right, total < best { best = total }
      // Both steps are taken without a branch, which nobody could foresee.
      here &+= left <= right ? 1 : 0
      there &+= right <= left ? 1 : 0
    }
    return PathTime.answer(best)
  }
}

/// The hubs that direct ways need: each place where some end.
private struct DirectHubs {
  private(set) var outgoing: [[(hub: Int32, milliseconds: Int32)]]
  private(set) var incoming: [[(hub: Int32, milliseconds: Int32)]]

  init(_ ways: [DirectWay], firstHub: Int, placeCount: Int) {
    outgoing = Array(repeating: [], count: placeCount)
    incoming = outgoing
    let sorted = ways.sorted {
      ($0.from, $0.to, $0.milliseconds) < ($1.from, $1.to, $1.milliseconds)
    }
    for way in sorted {
      precondition(way.milliseconds >= 0, "a direct way takes \(way.milliseconds) ms")
      let (from, to) = (Int(way.from), Int(way.to))
      let hub = Int32(firstHub) + way.to
      // Of several ways between two places the quickest comes first.
      if outgoing[from].last?.hub != hub { outgoing[from].append((hub, way.milliseconds)) }
      if incoming[to].isEmpty { incoming[to].append((hub, 0)) }
    }
  }
}
