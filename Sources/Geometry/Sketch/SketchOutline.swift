/// Guesses the land of a group of regions from their points, areas and neighbours.
///
/// Each region is a disc of about its area; neighbours are joined by a strip, and three that border one
/// another by a triangle. The whole is smoothed, its holes filled, and grown or shrunk until its
/// area is the sum of the true ones.
struct SketchOutline {
  let session: GEOSSession
  let plane: GEOSPlane
  let seeds: [SketchSeed]

  /// The land of `members`, which the neighbour links connect.
  ///
  /// - Parameter scales: What to multiply the radius of each seed's disc by.
  func land(of members: [Int], scales: [Double]) throws(GeometryError) -> OwnedGeometry {
    let rough = try session.filled(
      smoothed(session.united(pieces(of: members, scales)), members), on: plane)
    let wanted = members.reduce(0) { $0 + seeds[$1].areaSquareMetres }
    var low = -radius(ofSquareMetres: wanted)
    var high = -low
    for _ in 0..<24 {
      let middle = (low + high) / 2
      let area = try session.area(of: session.buffered(rough, byMetres: middle))
      if area < wanted { low = middle } else { high = middle }
    }
    let grown = try session.buffered(rough, byMetres: high)
    let kept = try session.united([grown] + cores(of: members))
    let smallest = members.map { seeds[$0].areaSquareMetres }.min() ?? wanted
    return try session.simplified(
      session.filled(kept, on: plane), tolerance: 0.05 * radius(ofSquareMetres: smallest))
  }

  /// Small discs around points, apart from one another, that no rounding may cut off.
  func cores(of members: [Int]) throws(GeometryError) -> [OwnedGeometry] {
    var discs: [OwnedGeometry] = []
    for member in members {
      let apart = seeds.indices.lazy.filter { $0 != member }
        .map { seeds[member].point.distance(to: seeds[$0].point).value }.min()
      let radius = min(
        0.3 * (apart ?? .infinity), 0.3 * radius(ofSquareMetres: seeds[member].areaSquareMetres))
      discs.append(try session.disc(around: plane.point(seeds[member].point), radius: radius))
    }
    return discs
  }

  private func pieces(
    of members: [Int], _ scales: [Double]
  ) throws(GeometryError) -> [OwnedGeometry] {
    var pieces: [OwnedGeometry] = []
    for member in members {
      let seed = seeds[member]
      let middle = plane.point(seed.centroid)
      let ownRadius = radius(ofSquareMetres: seed.areaSquareMetres)
      pieces.append(try session.disc(around: middle, radius: 0.85 * ownRadius * scales[member]))
      for neighbour in seed.neighbours where neighbour > member {
        let other = plane.point(seeds[neighbour].centroid)
        let otherRadius = radius(ofSquareMetres: seeds[neighbour].areaSquareMetres)
        pieces.append(
          try session.buffered(
            session.geometry(lines: [[middle, other]]), byMetres: 0.5 * min(ownRadius, otherRadius))
        )
        for third in seeds[neighbour].neighbours
        where third > neighbour && seed.neighbours.contains(third) {
          let corner = plane.point(seeds[third].centroid)
          pieces.append(
            try session.buffered(
              session.geometry(lines: [[middle, other, corner, middle]]), byMetres: 1))
        }
      }
    }
    return pieces
  }

  /// Bays narrower than a typical region closed, and corners rounded.
  private func smoothed(
    _ land: OwnedGeometry, _ members: [Int]
  ) throws(GeometryError) -> OwnedGeometry {
    let radii = members.map { radius(ofSquareMetres: seeds[$0].areaSquareMetres) }.sorted()
    let metres = 0.5 * radii[radii.count / 2]
    return try session.buffered(session.buffered(land, byMetres: metres), byMetres: -metres)
  }

  private func radius(ofSquareMetres area: Double) -> Double {
    (area / .pi).squareRoot()
  }
}
