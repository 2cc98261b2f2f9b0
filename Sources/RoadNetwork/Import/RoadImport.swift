import OpenStreetMap
import ShortestPaths

/// Makes a ``RoadNetwork`` of a map for one profile (start here).
///
/// The map is read twice: first its ways and relations, of which only what the profile can use is
/// kept, then the nodes of those ways; the ways once more if a ferry is one only by a relation.
/// Memory is bounded by the roads, not by the map.
public struct RoadImport: Sendable {
  /// What an import is busy with, for those who wait.
  public enum Step: String, CaseIterable, Sendable {
    case readingWays, readingNodes, buildingGraph, contracting
  }

  private let profile: RoadProfile

  public init(_ profile: RoadProfile) {
    self.profile = profile
  }

  /// Reads `source` and builds the network.
  ///
  /// - Parameter progress: Called with the step and the part of it that is done.
  /// - Throws: The error of `source`, or ``RoadImportError``; nothing is half made then.
  public func run(
    _ source: some OSMSource, progress: ((Step, Double) -> Void)? = nil
  ) throws -> (network: RoadNetwork, report: RoadImportReport) {
    var ways = WayCollector(profile)
    let waysReading = try source.read([.ways, .relations], into: &ways) {
      progress?(.readingWays, $0)
    }
    if ways.needsFerryMembers() { _ = try source.read(.ways, into: &ways, progress: nil) }
    guard ways.nodeIDs.count < Int(Int32.max) / 2 else {
      throw RoadImportError.tooLarge(nodes: ways.nodeIDs.count)
    }
    var numbers: [Int32] = []
    var nodes = NodeCollector(NodeTable(references: ways.nodeIDs, numbers: &numbers), profile)
    let nodesReading = try source.read(.nodes, into: &nodes) { progress?(.readingNodes, $0) }

    progress?(.buildingGraph, 0)
    var report = RoadImportReport(waysReading: waysReading, nodesReading: nodesReading)
    report.counts = countedCarRoads(ways, numbers, nodes.nodes)
    var builder = RoadBuilder(ways, numbers, nodes.nodes, profile, report)
    let roads = try builder.build()
    progress?(.buildingGraph, 1)
    let hierarchy = ContractionHierarchy(roads.graph) { progress?(.contracting, $0) }
    return (RoadNetwork(profile: profile, roads: roads, hierarchy: hierarchy), builder.report)
  }
}

/// Why a map that can be read makes no network.
public enum RoadImportError: Error, Equatable, CustomStringConvertible {
  /// Nothing in the map may be used by the profile.
  case noRoads(profile: String, highways: Int)
  case tooLarge(nodes: Int)

  public var description: String {
    switch self {
    case .noRoads(let profile, 0):
      "the map has no roads at all, so there is none for \(profile); is it the right file?"
    case .noRoads(let profile, let highways):
      "none of the \(highways) roads of the map may be used by \(profile); look at the speeds and "
        + "access lines of the profile, and whether the map has the nodes of its ways"
    case .tooLarge(let nodes):
      "the roads of the map have \(nodes) nodes, more than can be numbered; cut out a smaller area"
    }
  }
}
