/// Gives ferries the speed that follows from the duration the map tells.
///
/// A duration on the way counts for the way; one on a route relation for all its ways together
/// that have none of their own.
func applyFerryDurations(_ collector: WayCollector, _ lines: RoadLines, _ nodes: NodeTable)
  -> [Int32: RoadUse]
{
  var metres: [Int32: Double] = [:]
  var wayNumbers: [Int64: Int32] = [:]
  for (number, line) in lines.lines.enumerated() {
    let way = collector.ways[Int(line.way)]
    guard way.use?.roadClass == .ferry else { continue }
    let run = lines.nodes[lines.nodeRange(of: number)]
    let length = zip(run, run.dropFirst()).reduce(0) { $0 + nodes.metres(from: $1.0, to: $1.1) }
    metres[line.way, default: 0] += length
    wayNumbers[way.id] = line.way
  }

  var uses: [Int32: RoadUse] = [:]
  func set(_ way: Int32, metresPerSecond: Double) {
    let kilometresPerHour = metresPerSecond * 3.6
    // A duration that no boat can keep is a slip of the pen; the profile's speed is better.
    guard (0.5...120).contains(kilometresPerHour) else { return }
    guard var use = collector.ways[Int(way)].use else { return }
    if use.forwardKilometresPerHour > 0 { use.forwardKilometresPerHour = kilometresPerHour }
    if use.backwardKilometresPerHour > 0 { use.backwardKilometresPerHour = kilometresPerHour }
    uses[way] = use
  }
  for (ways, seconds) in collector.ferryRelations {
    let members = ways.compactMap { wayNumbers[$0] }
      .filter { collector.ways[Int($0)].use?.durationSeconds == nil }
    let total = members.reduce(0) { $0 + (metres[$1] ?? 0) }
    for way in members { set(way, metresPerSecond: total / seconds) }
  }
  for (way, length) in metres {
    guard let seconds = collector.ways[Int(way)].use?.durationSeconds else { continue }
    set(way, metresPerSecond: length / seconds)
  }
  return uses
}
