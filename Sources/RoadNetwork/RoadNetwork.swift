public import Geometry
public import ShortestPaths

/// The roads and ferries of a map as one profile may use them (start here).
///
/// Made by a ``RoadImport``, kept in a file, and opened from it in milliseconds. Times are whole
/// milliseconds of a courier with the profile's reference speed. A place is first snapped to a
/// road; everything else is asked of snaps.
public struct RoadNetwork: Sendable {
  public let profile: RoadProfile
  /// Segments driven in a direction, between junctions. Junctions at which not every turn is
  /// allowed are there several times.
  public var graph: DirectedGraph { roads.graph }
  public let hierarchy: ContractionHierarchy
  let roads: RoadGraph

  init(profile: RoadProfile, roads: RoadGraph, hierarchy: ContractionHierarchy) {
    self.profile = profile
    self.roads = roads
    self.hierarchy = hierarchy
  }

  /// Whether any of its roads are invented, so that it must not pass for a survey.
  public var isSketch: Bool {
    roads.segments.flags.indices.contains {
      roads.segments.flags[$0] & SegmentFlags.sketch.rawValue != 0
    }
  }

  public var segmentCount: Int { roads.segments.count }

  /// - Precondition: `number` is in `0..<segmentCount`.
  public func segment(_ number: Int32) -> RoadSegment {
    roads.segments.segment(Int(number))
  }

  /// The segment that an arc of the graph drives, and in which direction.
  ///
  /// - Precondition: `arc` is an arc of ``graph``.
  public func segment(ofArc arc: Int32) -> (number: Int32, isForward: Bool) {
    let directed = roads.arcSegments[Int(arc)]
    return (directed >> 1, directed & 1 == 0)
  }

  /// The line of a segment from its first junction to its last.
  ///
  /// - Precondition: `number` is in `0..<segmentCount`.
  public func coordinates(ofSegment number: Int32) -> [Coordinate] {
    roads.segments.points(of: Int(number)).compactMap { roads.segments.coordinate($0) }
  }
}

extension RoadSegments {
  func points(of segment: Int) -> Range<Int> {
    Int(firstPoint[segment])..<Int(firstPoint[segment + 1])
  }

  /// Where a point is. There always is one: readers deliver and files keep only places on the globe.
  func coordinate(_ point: Int) -> Coordinate? {
    try? Coordinate(latitudeE7: latitudesE7[point], longitudeE7: longitudesE7[point])
  }
}
