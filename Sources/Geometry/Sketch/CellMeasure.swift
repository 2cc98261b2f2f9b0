/// Area, balance point and borders of one cell of a power diagram on the land.
struct CellMeasure {
  private(set) var squareMetres = 0.0
  /// The balance point; the site itself for an empty cell.
  private(set) var centroid: PlanarPoint
  /// The length of the coast.
  private(set) var coastMetres = 0.0
  /// The border with each other cell, by rising site; only those longer than nothing.
  private(set) var borders: [(site: Int, metres: Double)] = []

  /// Measures what the land has of one cell.
  ///
  /// - Parameters:
  ///   - land: Rings, the outer ones counter-clockwise and holes clockwise.
  ///   - corners: The convex cell of `site`, counter-clockwise.
  init(
    of land: [[LabelledCorner]], in corners: [LabelledCorner], site: Int, _ diagram: PowerDiagram
  ) {
    let middle = diagram.sites[site]
    centroid = middle
    let halves = corners.compactMap(\.label).map { diagram.halfPlane(of: site, against: $0) }
    var eastMoment = 0.0
    var northMoment = 0.0
    var metres: [Int: Double] = [:]
    for ring in land where !corners.isEmpty {
      let part = halves.reduce(ring) { $0.isEmpty ? $0 : $1.clipping($0) }
      guard var start = part.last else { continue }
      for corner in part {
        // Sums are taken around the site, so that large coordinates do not eat the digits.
        let startEast = start.point.eastMetres - middle.eastMetres
        let startNorth = start.point.northMetres - middle.northMetres
        let endEast = corner.point.eastMetres - middle.eastMetres
        let endNorth = corner.point.northMetres - middle.northMetres
        let doubled = startEast * endNorth - endEast * startNorth
        squareMetres += doubled / 2
        eastMoment += doubled * (startEast + endEast) / 6
        northMoment += doubled * (startNorth + endNorth) / 6
        if let label = start.label {
          let other = diagram.sites[label]
          let along =
            (endNorth - startNorth) * (other.eastMetres - middle.eastMetres)
            - (endEast - startEast) * (other.northMetres - middle.northMetres)
          metres[label, default: 0] += along / middle.metres(to: other)
        } else {
          coastMetres += start.point.metres(to: corner.point)
        }
        start = corner
      }
    }
    if squareMetres > 0 {
      centroid = PlanarPoint(
        eastMetres: middle.eastMetres + eastMoment / squareMetres,
        northMetres: middle.northMetres + northMoment / squareMetres)
    }
    borders = metres.filter { $0.value > 1e-6 }.sorted { $0.key < $1.key }
      .map { (site: $0.key, metres: $0.value) }
  }
}
