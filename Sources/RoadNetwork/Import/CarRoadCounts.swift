import ShortestPaths

/// Counts the roads for cars of a map, whatever the profile: its counts with everything that needs
/// the nodes.
func countedCarRoads(
  _ collector: WayCollector, _ nodeNumbers: [Int32], _ nodes: NodeTable
) -> RoadCounts {
  var counts = collector.counts
  var visits = [UInt8](repeating: 0, count: nodes.count)
  var firstArc = [Int32](repeating: 0, count: nodes.count + 1)
  var sets = DisjointSets(count: nodes.count)
  forEachCarPiece(collector, nodeNumbers, nodes) { start, end, directions in
    counts.kilometres += nodes.metres(from: start, to: end) / 1000
    sets.join(start, end)
    if directions != .backward { firstArc[Int(start) + 1] += 1 }
    if directions != .forward { firstArc[Int(end) + 1] += 1 }
  }
  for way in collector.ways.indices where collector.ways[way].carDirections != nil {
    let run = collector.nodeRange(of: way)
    for place in run where !nodes.isMissing(nodeNumbers[place]) {
      let weight: UInt8 = place == run.lowerBound || place == run.upperBound - 1 ? 2 : 1
      let node = Int(nodeNumbers[place])
      visits[node] = min(2, visits[node] + weight)
    }
  }
  for node in 1..<firstArc.count { firstArc[node] += firstArc[node - 1] }
  counts.directedEdges = Int(firstArc[nodes.count])
  counts.carNodes = visits.reduce(0) { $0 + ($1 > 0 ? 1 : 0) }
  counts.junctionsAndEnds = visits.reduce(0) { $0 + ($1 > 1 ? 1 : 0) }
  for node in visits.indices where visits[node] > 0 {
    if nodes.marks[node].contains(.signals) { counts.trafficSignals += 1 }
    if sets.representative(of: Int32(node)) == Int32(node) { counts.weakParts += 1 }
  }
  counts.largestStrongPercent = largestStrongPercent(
    collector, nodeNumbers, nodes, firstArc: firstArc, carNodes: counts.carNodes)
  return counts
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
