/// Counts the things of a map that matter to a road network.
public struct OSMCounts: OSMSink, Hashable, Sendable {
  public private(set) var nodes = 0
  public private(set) var ways = 0
  public private(set) var relations = 0
  /// Ways with a `highway`, of whatever kind.
  public private(set) var highwayWays = 0
  /// Ways for cars, from motorways to service roads, that are no squares (`area=yes`).
  public private(set) var roads = 0
  /// Roads of one direction: said so, or roundabouts, or motorways of which it is not denied.
  public private(set) var oneWayRoads = 0
  public private(set) var roundabouts = 0
  public private(set) var namedRoads = 0
  public private(set) var maximumSpeedRoads = 0
  public private(set) var trafficSignals = 0
  public private(set) var turnRestrictions = 0
  /// Restrictions that forbid a turn, `no_...`.
  public private(set) var forbiddenTurns = 0
  /// Restrictions that leave one turn, `only_...`.
  public private(set) var onlyTurns = 0
  public private(set) var restrictionsViaWay = 0
  public private(set) var ferryWays = 0
  public private(set) var ferryRelations = 0

  private static let roadClasses: Set<String> = [
    "motorway", "motorway_link", "trunk", "trunk_link", "primary", "primary_link", "secondary",
    "secondary_link", "tertiary", "tertiary_link", "unclassified", "residential", "living_street",
    "service", "road",
  ]

  public init() {}

  public mutating func take(_ node: OSMNode) {
    nodes += 1
    if node.tags.has("highway", "traffic_signals") { trafficSignals += 1 }
  }

  public mutating func take(_ way: OSMWay) {
    ways += 1
    if way.tags.has("route", "ferry") { ferryWays += 1 }
    guard let highway = way.tags["highway"] else { return }
    highwayWays += 1
    if Self.roadClasses.contains(highway), !way.tags.has("area", "yes") {
      countRoad(highway, way.tags)
    }
  }

  public mutating func take(_ relation: OSMRelation) {
    relations += 1
    let tags = relation.tags
    if tags.has("route", "ferry") { ferryRelations += 1 }
    guard tags.has("type", "restriction") else { return }
    turnRestrictions += 1
    let restriction = tags["restriction"] ?? ""
    if restriction.hasPrefix("no_") { forbiddenTurns += 1 }
    if restriction.hasPrefix("only_") { onlyTurns += 1 }
    if relation.members.contains(where: { $0.kind == .way && $0.role == "via" }) {
      restrictionsViaWay += 1
    }
  }

  private mutating func countRoad(_ highway: String, _ tags: OSMTags) {
    roads += 1
    let isRoundabout = tags.has("junction", "roundabout")
    let isMotorway = highway.hasPrefix("motorway") && !tags.has("oneway", "no")
    let isSaidOneWay = ["yes", "true", "1", "-1"].contains(tags["oneway"])
    if isRoundabout { roundabouts += 1 }
    if isSaidOneWay || isRoundabout || isMotorway { oneWayRoads += 1 }
    if tags.has("name") { namedRoads += 1 }
    if tags.has("maxspeed") { maximumSpeedRoads += 1 }
  }
}
