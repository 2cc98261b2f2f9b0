import ShortestPaths

/// Counts the roads for cars of a map, whatever the profile: its counts with everything that needs
/// the nodes.
func countedCarRoads(
  _ collector: WayCollector, _ nodeNumbers: [Int32], _ nodes: NodeTable
) -> RoadCounts {
  var counts = collector.counts
  var isOnRoad = [Bool](repeating: false, count: nodes.count)
  var pieces = [UInt8](repeating: 0, count: nodes.count)
  var firstArc = [Int32](repeating: 0, count: nodes.count + 1)
  var sets = DisjointSets(count: nodes.count)
  forEachCarPiece(collector, nodeNumbers, nodes) { start, end, directions in
    counts.kilometres += nodes.metres(from: start, to: end) / 1000
    sets.join(start, end)
    for node in [Int(start), Int(end)] { pieces[node] = min(3, pieces[node] + 1) }
    if directions != .backward { firstArc[Int(start) + 1] += 1 }
    if directions != .forward { firstArc[Int(end) + 1] += 1 }
  }
  for way in collector.ways.indices where collector.ways[way].carDirections != nil {
    for place in collector.nodeRange(of: way) where !nodes.isMissing(nodeNumbers[place]) {
      isOnRoad[Int(nodeNumbers[place])] = true
    }
  }
  for node in 1..<firstArc.count { firstArc[node] += firstArc[node - 1] }
  counts.directedEdges = Int(firstArc[nodes.count])
  for node in isOnRoad.indices where isOnRoad[node] {
    counts.carNodes += 1
    if pieces[node] != 2 { counts.junctionsAndEnds += 1 }
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
