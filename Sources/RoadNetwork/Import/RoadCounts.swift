/// What a map holds, whatever the profile; cars drive on `highway` from motorway to road.
public struct RoadCounts: Hashable, Sendable {
  public internal(set) var highwayWays = 0
  public internal(set) var carWays = 0
  /// Nodes of car ways that are in the map together with a neighbour.
  public internal(set) var carNodes = 0
  /// Nodes that car ways join with one other, or with more than two.
  public internal(set) var junctionsAndEnds = 0
  /// Pieces between neighbouring nodes of car ways, once for every direction that is open.
  public internal(set) var directedEdges = 0
  public internal(set) var kilometres = 0.0
  public internal(set) var onewayWays = 0
  public internal(set) var roundaboutWays = 0
  public internal(set) var namedWays = 0
  public internal(set) var signedSpeedWays = 0
  /// Nodes with traffic lights, on car ways or not.
  public internal(set) var trafficSignals = 0
  public internal(set) var restrictions = 0
  public internal(set) var noRestrictions = 0
  public internal(set) var onlyRestrictions = 0
  public internal(set) var viaWayRestrictions = 0
  public internal(set) var ferryWays = 0
  public internal(set) var ferryRelations = 0
  /// Share of the car nodes from which all of that share can be reached and return.
  public internal(set) var largestStrongPercent = 0.0
  /// Parts of the car network with no road between them.
  public internal(set) var weakParts = 0
}
