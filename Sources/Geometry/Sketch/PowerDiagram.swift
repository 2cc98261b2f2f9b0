/// The plane divided among weighted sites: a place belongs to the site with the smallest
/// squared distance less weight.
///
/// Cells are convex, and a larger weight makes a larger cell.
/// Source: F. Aurenhammer, "Power diagrams: properties, algorithms and applications", 1987.
struct PowerDiagram {
  var sites: [PlanarPoint]
  /// In square metres, one per site.
  var weights: [Double]

  /// The site that `place` belongs to; the smallest index on a border.
  func site(at place: PlanarPoint) -> Int {
    var best = 0
    for site in sites.indices where power(of: place, to: site) < power(of: place, to: best) {
      best = site
    }
    return best
  }

  /// The squared distance less weight, in square metres.
  func power(of place: PlanarPoint, to site: Int) -> Double {
    let metres = sites[site].metres(to: place)
    return metres * metres - weights[site]
  }

  /// The cell of `site` within `frame`, a convex counter-clockwise outline; empty if it has none.
  ///
  /// Complexity: O(`sites.count`) half-planes, of which few cut.
  func cell(of site: Int, within frame: [LabelledCorner]) -> [LabelledCorner] {
    var corners = frame
    for other in sites.indices where other != site && !corners.isEmpty {
      let half = halfPlane(of: site, against: other)
      if corners.contains(where: { half.excess(of: $0.point) > 0 }) {
        corners = half.clipping(corners)
      }
    }
    return corners
  }

  /// The half-plane of places nearer, by power, to `site` than to `other`.
  func halfPlane(of site: Int, against other: Int) -> HalfPlane {
    let own = sites[site]
    let foreign = sites[other]
    let ownSquared = own.eastMetres * own.eastMetres + own.northMetres * own.northMetres
    let foreignSquared =
      foreign.eastMetres * foreign.eastMetres + foreign.northMetres * foreign.northMetres
    return HalfPlane(
      east: 2 * (foreign.eastMetres - own.eastMetres),
      north: 2 * (foreign.northMetres - own.northMetres),
      limit: foreignSquared - ownSquared + weights[site] - weights[other],
      label: other)
  }
}

/// A corner of an outline and what lies across the edge that starts there.
struct LabelledCorner {
  var point: PlanarPoint
  /// The site across the edge; nil on the frame or the coast.
  var label: Int?
}

/// The places where `east · x + north · y ≤ limit`.
struct HalfPlane {
  let east: Double
  let north: Double
  let limit: Double
  /// The site on the other side.
  let label: Int

  /// How far beyond the half-plane `point` is, in units of the normal vector.
  func excess(of point: PlanarPoint) -> Double {
    east * point.eastMetres + north * point.northMetres - limit
  }

  /// The part of a ring in the half-plane.
  ///
  /// For a ring that is not convex the pieces hang together by edges along the border that run
  /// back and forth, which add nothing to any signed sum.
  /// Source: I. E. Sutherland and G. W. Hodgman, "Reentrant polygon clipping", 1974.
  func clipping(_ corners: [LabelledCorner]) -> [LabelledCorner] {
    var kept: [LabelledCorner] = []
    kept.reserveCapacity(corners.count + 4)
    guard var start = corners.last else { return [] }
    var startExcess = excess(of: start.point)
    for corner in corners {
      let endExcess = excess(of: corner.point)
      if (startExcess <= 0) != (endExcess <= 0) {
        let share = startExcess / (startExcess - endExcess)
        let crossing = start.point.towards(corner.point, share: share)
        kept.append(
          LabelledCorner(point: crossing, label: startExcess <= 0 ? label : start.label))
      }
      if endExcess <= 0 { kept.append(corner) }
      start = corner
      startExcess = endExcess
    }
    return kept
  }
}

extension PlanarPoint {
  func towards(_ end: PlanarPoint, share: Double) -> PlanarPoint {
    PlanarPoint(
      eastMetres: eastMetres + share * (end.eastMetres - eastMetres),
      northMetres: northMetres + share * (end.northMetres - northMetres))
  }
}
