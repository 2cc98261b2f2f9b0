public import Geometry
public import OpenStreetMap

/// What an import found, used and passed over.
public struct RoadImportReport: Sendable {
  /// A part of the network from any place of which one can reach any other and return.
  public struct Island: Hashable, Sendable {
    public let segments: Int
    public let kilometres: Double
    /// A point of a road of the island.
    public let place: Coordinate
    /// Whether doors are snapped to its roads.
    public let isUsed: Bool
  }

  /// An end of a ferry joined to a road by a walk.
  public struct JoinedFerry: Hashable, Sendable {
    public let way: Int64
    public let place: Coordinate
    public let walk: Metres
  }

  /// An end of a ferry from which no road is near.
  public struct LooseFerry: Hashable, Sendable {
    public let way: Int64
    public let place: Coordinate
  }

  /// What the two readings of the file delivered: ways with relations, then nodes.
  public internal(set) var waysReading: OSMReadReport
  public internal(set) var nodesReading: OSMReadReport
  /// Whatever the profile.
  public internal(set) var counts = RoadCounts()

  public internal(set) var waysUsed = 0
  public internal(set) var waysCut = 0
  public internal(set) var missingNodes = 0
  public internal(set) var closedBarriers = 0
  public internal(set) var restrictionsUsed = 0
  /// In the order of the faults' declaration; only those that occurred.
  public internal(set) var restrictionsIgnored: [(fault: RestrictionFault, count: Int)] = []
  public internal(set) var ferriesUsed = 0
  public internal(set) var ferriesJoined: [JoinedFerry] = []
  public internal(set) var ferriesLoose: [LooseFerry] = []

  public internal(set) var graphNodes = 0
  /// Nodes that stand for an approach to a junction with turn restrictions.
  public internal(set) var graphNodeCopies = 0
  public internal(set) var graphArcs = 0
  public internal(set) var segments = 0
  public internal(set) var kilometres = 0.0
  /// Segments that can be entered or left, but not both: no door is snapped to them.
  public internal(set) var segmentsWithoutReturn = 0
  /// The largest first.
  public internal(set) var islands: [Island] = []

  init(waysReading: OSMReadReport, nodesReading: OSMReadReport) {
    self.waysReading = waysReading
    self.nodesReading = nodesReading
  }
}
