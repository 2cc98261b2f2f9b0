/// Counts the things of a map that matter to a road network.
public struct OSMCounts: OSMSink, Hashable, Sendable {
  public private(set) var nodes = 0
  public private(set) var ways = 0
  public private(set) var relations = 0
  /// Ways with a `highway`, of whatever kind.
  public private(set) var highwayWays = 0
  public private(set) var oneWayWays = 0
  public private(set) var roundaboutWays = 0
  public private(set) var namedWays = 0
  public private(set) var maximumSpeedWays = 0
  public private(set) var trafficSignals = 0
  public private(set) var turnRestrictions = 0
  public private(set) var prohibitions = 0
  public private(set) var obligations = 0
  public private(set) var restrictionsViaWay = 0
  public private(set) var ferryWays = 0
  public private(set) var ferryRelations = 0

  public init() {}

  public mutating func take(_ node: OSMNode) {
    nodes += 1
    if node.tags.has("highway", "traffic_signals") { trafficSignals += 1 }
  }

  public mutating func take(_ way: OSMWay) {
    ways += 1
    let tags = way.tags
    if tags.has("route", "ferry") { ferryWays += 1 }
    guard tags.has("highway") else { return }
    highwayWays += 1
    if ["yes", "1", "true", "-1"].contains(tags["oneway"]) { oneWayWays += 1 }
    if tags.has("junction", "roundabout") { roundaboutWays += 1 }
    if tags.has("name") { namedWays += 1 }
    if tags.has("maxspeed") { maximumSpeedWays += 1 }
  }

  public mutating func take(_ relation: OSMRelation) {
    relations += 1
    let tags = relation.tags
    if tags.has("route", "ferry") { ferryRelations += 1 }
    guard tags.has("type", "restriction") else { return }
    turnRestrictions += 1
    let restriction = tags["restriction"] ?? ""
    if restriction.hasPrefix("no_") { prohibitions += 1 }
    if restriction.hasPrefix("only_") { obligations += 1 }
    if relation.members.contains(where: { $0.kind == .way && $0.role == "via" }) {
      restrictionsViaWay += 1
    }
  }
}
