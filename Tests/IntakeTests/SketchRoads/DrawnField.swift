import Geometry

@testable import Intake

/// A square field to draw roads on, with places told in metres from its middle.
struct DrawnField {
  let terrain: SketchTerrain
  private let middle: MapPoint

  /// - Parameter half: Half its width, in degrees.
  init(half: Double = 0.006) throws {
    let corners = [(-half, -half), (-half, half), (half, half), (half, -half), (-half, -half)]
    let places = try corners.map {
      try Coordinate(latitude: -5.4 + $0.0, longitude: 105.2 + $0.1)
    }
    let square = try Shape(polygons: [Polygon(exterior: Ring(places))])
    guard let terrain = SketchTerrain([square]) else { throw GeometryError.shapeWithoutPolygons }
    self.terrain = terrain
    middle = MapPoint(try Coordinate(latitude: -5.4, longitude: 105.2))
  }

  func place(_ east: Double, _ north: Double) -> MapPoint {
    middle.moved(by: Displacement(east, north))
  }

  /// A draft with a straight street for each pair of places.
  func draft(_ lines: [(from: (Double, Double), to: (Double, Double))]) -> RoadDraft {
    var draft = RoadDraft(terrain)
    for line in lines {
      draft.lay(
        [place(line.from.0, line.from.1), place(line.to.0, line.to.1)],
        as: RoadDraft.Street(kind: .primary, desa: 0))
    }
    return draft
  }
}

extension RoadDraft {
  /// Edges of streets that are on the map.
  var edgesInUse: [Int] { edges.indices.filter { !isGone($0) } }

  /// Pairs of edges that touch without a common node or a bridge.
  var unmarkedMeetings: [[Int]] {
    edgesInUse.flatMap { first in
      edgesInUse.filter { second in
        guard second > first, !edges[first].isBridge, !edges[second].isBridge else { return false }
        let ends = [edges[first].start, edges[first].end]
        let common = ends.first { $0 == edges[second].start || $0 == edges[second].end }
        guard let common else { return segment(first).meets(segment(second)) }
        let here = Segment(start: nodes[common], end: nodes[otherEnd(of: first, from: common)])
        let there = Segment(start: nodes[common], end: nodes[otherEnd(of: second, from: common)])
        return here.overlaps(there)
      }
      .map { [first, $0] }
    }
  }
}
