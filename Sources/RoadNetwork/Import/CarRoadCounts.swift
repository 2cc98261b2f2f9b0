import ShortestPaths

/// Counts the roads for cars of a map, whatever the profile: its counts with everything that needs
/// the nodes.
func countedCarRoads(
  _ collector: WayCollector, _ nodeNumbers: [Int32], _ nodes: NodeTable
) -> RoadCounts {
  var counts = collector.counts
  counts.trafficSignals = nodes.trafficSignals
  var meetings = [Meeting](repeating: Meeting(), count: nodes.count)
  var firstArc = [Int32](repeating: 0, count: nodes.count + 1)
  var sets = DisjointSets(count: nodes.count)
  forEachCarPiece(collector, nodeNumbers, nodes) { start, end, directions in
    counts.kilometres += nodes.metres(from: start, to: end) / 1000
    sets.join(start, end)
    meetings[Int(start)].take(end)
    meetings[Int(end)].take(start)
    if directions != .backward { firstArc[Int(start) + 1] += 1 }
    if directions != .forward { firstArc[Int(end) + 1] += 1 }
  }
  for node in 1..<firstArc.count { firstArc[node] += firstArc[node - 1] }
  counts.directedEdges = Int(firstArc[nodes.count])
  for node in meetings.indices where meetings[node].neighbours > 0 {
    counts.carNodes += 1
    if meetings[node].neighbours != 2 { counts.junctionsAndEnds += 1 }
    if sets.representative(of: Int32(node)) == Int32(node) { counts.weakParts += 1 }
  }
  counts.largestStrongPercent = largestStrongPercent(
    collector, nodeNumbers, nodes, firstArc: firstArc, carNodes: counts.carNodes)
  return counts
}

/// With how many others a node is joined, as far as it matters.
private struct Meeting {
  private var first: Int32 = -1
  private var second: Int32 = -1
  /// At most three.
  private(set) var neighbours: UInt8 = 0

  mutating func take(_ neighbour: Int32) {
    guard neighbour != first, neighbour != second, neighbours < 3 else { return }
    if neighbours == 0 { first = neighbour } else { second = neighbour }
    neighbours += 1
  }
}

private func largestStrongPercent(
  _ collector: WayCollector, _ nodeNumbers: [Int32], _ nodes: NodeTable, firstArc: [Int32],
  carNodes: Int
) -> Double {
  var places = firstArc
  var heads = [Int32](repeating: 0, count: Int(firstArc[nodes.count]))
  forEachCarPiece(collector, nodeNumbers, nodes) { start, end, directions in
    if directions != .backward {
      heads[Int(places[Int(start)])] = end
      places[Int(start)] += 1
    }
    if directions != .forward {
      heads[Int(places[Int(end)])] = start
      places[Int(end)] += 1
    }
  }
  let components = strongComponents(nodeCount: nodes.count) {
    firstArc[$0]
  } head: {
    heads[$0]
  }
  var sizes = [Int](repeating: 0, count: nodes.count)
  for node in components { sizes[Int(node)] += 1 }
  return carNodes == 0 ? 0 : 100 * Double(sizes.max() ?? 0) / Double(carNodes)
}

private func forEachCarPiece(
  _ collector: WayCollector, _ nodeNumbers: [Int32], _ nodes: NodeTable,
  _ body: (_ start: Int32, _ end: Int32, TravelDirections) -> Void
) {
  for way in collector.ways.indices {
    guard let directions = collector.ways[way].carDirections, directions != .none else { continue }
    let run = collector.nodeRange(of: way)
    for place in run.dropLast() {
      let (start, end) = (nodeNumbers[place], nodeNumbers[place + 1])
      guard start != end, !nodes.isMissing(start), !nodes.isMissing(end) else { continue }
      body(start, end, directions)
    }
  }
}
