import BenchmarkSupport
import Foundation
import Geometry
import OpenStreetMap
import RoadNetwork
import ShortestPaths

/// The figures of one file.
struct Measurement {
  private static let openings = 20
  /// Rounds of the same pairs: the first warms the caches, the best counts.
  private static let rounds = 5

  private let name: String
  private let folder: String
  private let network: RoadNetwork
  private var random = Lehmer(seed: 20_170_727)
  private var figures: [(String, Double)] = []
  /// Answers that differ from Dijkstra's.
  private(set) var differences = 0

  /// Imports the file, writes the network and opens it again.
  init(of path: String, profile: RoadProfile, folder: String) throws {
    name = String(path.split(separator: "/").last ?? "")
    self.folder = folder
    let total = Stopwatch(.cpu)
    var seconds: [RoadImport.Step: Double] = [:]
    let file = try OSMFile(path: path)
    let made = try RoadImport(profile).run(file) { step, _ in
      if seconds[step] == nil { seconds[step] = total.seconds }
    }
    let contraction = seconds[.contracting] ?? total.seconds
    figures = [
      ("import_seconds", contraction), ("contraction_seconds", total.seconds - contraction),
      ("nodes", Double(made.network.graph.nodeCount)),
      ("arcs", Double(made.network.graph.arcCount)),
      ("kilometres", made.report.kilometres.rounded()),
    ]
    let saved = "\(folder)/\(name).roads"
    try made.network.save(to: saved)
    let size = try FileManager.default.attributesOfItem(atPath: saved)[.size] as? Int ?? 0
    var fastest = Double.infinity
    var opened = made.network
    for _ in 0..<Self.openings {
      let watch = Stopwatch(.wall)
      opened = try RoadNetwork(contentsOf: saved)
      fastest = min(fastest, watch.seconds)
    }
    network = opened
    figures += [("file_megabytes", Double(size) / 1e6), ("open_milliseconds", fastest * 1000)]
  }

  /// Point to point between random nodes, and held to Dijkstra's search.
  mutating func takeQueries(pairs: Int) {
    let nodes = network.graph.nodeCount
    let ends = (0..<pairs).map { _ in
      (Int32(random.below(nodes)), Int32(random.below(nodes)))
    }
    var query = HierarchyQuery(network.hierarchy)
    var answers: [Int32?] = []
    var fastest = Double.infinity
    for _ in 0..<Self.rounds {
      let watch = Stopwatch(.cpu)
      answers = ends.map { from, to in
        query.milliseconds(
          from: [Seed(node: from, milliseconds: 0)], to: [Seed(node: to, milliseconds: 0)])
      }
      fastest = min(fastest, watch.seconds)
    }
    figures.append(("query_microseconds", fastest / Double(pairs) * 1e6))

    var dijkstra = DijkstraSearch(network.graph)
    let watch = Stopwatch(.cpu)
    for (index, (from, to)) in ends.enumerated() {
      var truth: Int32?
      dijkstra.expand(from: [Seed(node: from, milliseconds: 0)]) { node, milliseconds in
        if node == Int(to) { truth = milliseconds }
        return node != Int(to)
      }
      if truth != answers[index] { differences += 1 }
    }
    figures += [
      ("dijkstra_microseconds", watch.seconds / Double(pairs) * 1e6),
      ("differences", Double(differences)),
    ]
  }

  /// Snapping, tables and nearest neighbours among random doors.
  mutating func takeTables() {
    let doors = randomDoors(20_000)
    var watch = Stopwatch(.cpu)
    let snaps = doors.compactMap { network.snap($0) }
    figures.append(("snap_microseconds", watch.seconds / Double(doors.count) * 1e6))

    let nodes = (0..<1000).map { _ in
      [Seed(node: Int32(random.below(network.graph.nodeCount)), milliseconds: 0)]
    }
    var fastest = Double.infinity
    for _ in 0..<Self.rounds {
      watch = Stopwatch(.cpu)
      _ = network.hierarchy.table(from: nodes, to: nodes)
      fastest = min(fastest, watch.seconds)
    }
    figures.append(("table_1000_seconds", fastest))

    watch = Stopwatch(.cpu)
    _ = network.table(among: Array(snaps.prefix(8000)))
    figures.append(("table_8000_doors_seconds", watch.seconds))
    let wall = Stopwatch(.wall)
    _ = network.table(among: Array(snaps.prefix(8000)), threads: 2)
    figures.append(("table_8000_doors_two_threads_wall_seconds", wall.seconds))

    watch = Stopwatch(.cpu)
    _ = network.nearest(100, among: snaps)
    figures.append(("nearest_100_of_20000_seconds", watch.seconds))
  }

  /// The arcs, and pairs of doors with the time and the length of the way we find.
  mutating func writeForPeers(pairs: Int) throws {
    var arcs = "tail,head,milliseconds\n"
    let graph = network.graph
    for tail in 0..<graph.nodeCount {
      for arc in Int(graph.firstArc[tail])..<Int(graph.firstArc[tail + 1]) {
        arcs += "\(tail),\(graph.head[arc]),\(graph.milliseconds[arc])\n"
      }
    }
    try arcs.write(toFile: "\(folder)/\(name).arcs.csv", atomically: true, encoding: .utf8)

    var query = RoadQuery(network)
    var rows = "from_latitude,from_longitude,to_latitude,to_longitude,seconds,metres\n"
    let doors = randomDoors(2 * pairs)
    for pair in 0..<pairs {
      guard let from = network.snap(doors[2 * pair]), let to = network.snap(doors[2 * pair + 1]),
        let path = query.path(from: from, to: to)
      else { continue }
      rows += "\(from.point.latitude),\(from.point.longitude),"
      rows += "\(to.point.latitude),\(to.point.longitude),"
      rows += "\(Double(path.milliseconds) / 1000),\(path.metres.value)\n"
    }
    try rows.write(toFile: "\(folder)/\(name).pairs.csv", atomically: true, encoding: .utf8)
  }

  /// Doors up to some 50 m from a random place of a random segment.
  private mutating func randomDoors(_ count: Int) -> [Coordinate] {
    var doors: [Coordinate] = []
    while doors.count < count {
      let line = network.coordinates(ofSegment: Int32(random.below(network.segmentCount)))
      guard !line.isEmpty else { continue }
      let place = line[random.below(line.count)]
      let door = try? Coordinate(
        latitudeE7: place.latitudeE7 + Int32(random.below(9000) - 4500),
        longitudeE7: place.longitudeE7 + Int32(random.below(9000) - 4500))
      if let door { doors.append(door) }
    }
    return doors
  }

  var json: String {
    let values = figures.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ")
    return "{\"file\": \"\(name)\", \(values)}"
  }
}

/// The minimal standard generator: enough to choose places.
///
/// Source: Park and Miller, "Random number generators: good ones are hard to find", 1988.
struct Lehmer {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed % 2_147_483_646 + 1
  }

  mutating func below(_ bound: Int) -> Int {
    state = state * 48_271 % 2_147_483_647
    return Int(state) % max(1, bound)
  }
}
