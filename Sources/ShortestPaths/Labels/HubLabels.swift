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
  /// - Precondition: There are as many departures as arrivals, and the seeds are nodes of the graph
  ///   with times that are not negative.
  public init(_ hierarchy: ContractionHierarchy, departures: [[Seed]], arrivals: [[Seed]]) {
    precondition(
      departures.count == arrivals.count,
      "\(departures.count) places to leave are not \(arrivals.count) places to reach")
    var nodes = NodeLabels(hierarchy, above: Array(departures.joined()) + arrivals.joined())
    outgoing = nodes.labels(ofDepartures: departures, in: hierarchy)
    incoming = nodes.labels(ofArrivals: arrivals, in: hierarchy)
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
