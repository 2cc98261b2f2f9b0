/// Region outlines drawn from facts alone: points, areas and who borders whom.
///
/// Start here for the sketch. The land is guessed (``SketchOutline``), divided by a power diagram
/// whose cells have the true areas and lie around the true points (``SketchFit``), and cut along its
/// lines into faces that are dealt out, so that regions tile exactly (``SketchTiling``).
public struct SketchMap {
  /// Draws one region per seed.
  ///
  /// Regions that no chain of neighbours connects are drawn apart, as islands. Equal seeds give
  /// equal shapes. The result tiles: no overlap, common borders equal to the last digit. Every
  /// seed's point is in its own shape. How well areas and neighbours came out is told by
  /// ``SketchQuality``.
  ///
  /// - Parameter rounds: How often sites are moved towards the true balance points.
  /// - Throws: ``GeometryError`` naming the first seed that contradicts itself or another.
  /// - Complexity: O(`rounds` · `seeds.count`²); about two seconds for 190 regions.
  public static func draw(
    seeds: [SketchSeed], rounds: Int = 80
  ) throws(GeometryError) -> [Shape] {
    try validate(seeds)
    let points = seeds.map(\.point)
    let projection = LocalProjection(origin: BoundingBox(points[0], points).centre)
    let session = try GEOSSession()
    let sketch = SketchMap(
      session: session, projection: projection, seeds: seeds,
      outline: SketchOutline(session: session, plane: .metres(projection), seeds: seeds),
      links: links(of: seeds))

    let parts = try sketch.parts(of: sketch.connectedMembers(), rounds: rounds)
    return try SketchTiling(session: session, projection: projection, seeds: seeds, parts: parts)
      .shapes()
  }

  private let session: GEOSSession
  private let projection: LocalProjection
  private let seeds: [SketchSeed]
  private let outline: SketchOutline
  /// The neighbours of each seed, in both directions.
  private let links: [[Int]]

  /// The land and the fitted diagram of each connected group of regions, the smallest land first.
  private func parts(
    of groups: [[Int]], rounds: Int
  ) throws(GeometryError) -> [SketchTiling.Part] {
    var taken: OwnedGeometry?
    var parts: [SketchTiling.Part] = []
    for members in bySize(groups) {
      var land = try land(of: members)
      if groups.count > 1 {
        let others = seeds.indices.filter { !members.contains($0) }
        land = try session.difference(
          of: land, and: session.united(outline.cores(of: others)))
      }
      if let taken { land = try session.difference(of: land, and: taken) }
      let polygons = try session.polygons(of: land, on: .metres(projection))
      if let before = taken {
        taken = try session.union(of: before, and: land)
      } else {
        taken = land
      }
      parts.append(part(of: members, on: try Shape(polygons: polygons), rounds: rounds))
    }
    return parts
  }

  /// The guessed land, its coast moved in or out in a few rounds until coastal regions would get
  /// about their areas without pushing others aside.
  private func land(of members: [Int]) throws(GeometryError) -> OwnedGeometry {
    var scales = [Double](repeating: 1, count: seeds.count)
    var land = try outline.land(of: members, scales: scales)
    for _ in 0..<4 where members.count > 1 {
      let shares = try fit(
        of: members, on: session.shape(land, on: .metres(projection))
      ).coastalShares()
      for (member, share) in zip(members, shares) {
        scales[member] = min(1.5, max(0.6, scales[member] / max(share, 0.01).squareRoot()))
      }
      land = try outline.land(of: members, scales: scales)
    }
    return land
  }

  private func part(
    of members: [Int], on land: Shape, rounds: Int
  ) -> SketchTiling.Part {
    var fit = fit(of: members, on: land)
    fit.fit(rounds: rounds)
    return SketchTiling.Part(
      members: members, land: land, diagram: fit.diagram, cells: fit.cells)
  }

  private func fit(of members: [Int], on land: Shape) -> SketchFit {
    let regions = SketchFit.Regions(
      points: members.map { projection.point(seeds[$0].point) },
      centroids: members.map { projection.point(seeds[$0].centroid) },
      areas: members.map { seeds[$0].areaSquareMetres },
      neighbours: members.map { member in
        members.indices.filter { links[member].contains(members[$0]) }
      })
    return SketchFit(
      regions,
      on: land.polygons.flatMap { polygon in
        [oriented(polygon.exterior, counterClockwise: true)]
          + polygon.holes.map { oriented($0, counterClockwise: false) }
      })
  }

  /// The corners of a ring, the first not repeated.
  private func oriented(_ ring: Ring, counterClockwise: Bool) -> [PlanarPoint] {
    let corners = ring.coordinates.dropLast().map(projection.point)
    let isCounterClockwise = ring.signedSquareMetres(on: projection) > 0
    return isCounterClockwise == counterClockwise ? corners : corners.reversed()
  }

  private func bySize(_ groups: [[Int]]) -> [[Int]] {
    let sized = groups.map { members in
      (members: members, squareMetres: members.reduce(0) { $0 + seeds[$1].areaSquareMetres })
    }
    return sized.sorted {
      ($0.squareMetres, $0.members[0]) < ($1.squareMetres, $1.members[0])
    }.map(\.members)
  }

  /// The seeds that chains of neighbours connect, each group in rising order.
  private func connectedMembers() -> [[Int]] {
    var groups: [[Int]] = []
    var isSeen = [Bool](repeating: false, count: seeds.count)
    for start in seeds.indices where !isSeen[start] {
      var waiting = [start]
      var members: [Int] = []
      isSeen[start] = true
      while let seed = waiting.popLast() {
        members.append(seed)
        for neighbour in links[seed] where !isSeen[neighbour] {
          isSeen[neighbour] = true
          waiting.append(neighbour)
        }
      }
      groups.append(members.sorted())
    }
    return groups
  }

  private static func links(of seeds: [SketchSeed]) -> [[Int]] {
    var links = seeds.map(\.neighbours)
    for (seed, neighbours) in seeds.map(\.neighbours).enumerated() {
      for neighbour in neighbours where !links[neighbour].contains(seed) {
        links[neighbour].append(seed)
      }
    }
    return links
  }

  private static func validate(_ seeds: [SketchSeed]) throws(GeometryError) {
    guard !seeds.isEmpty else { throw .noSeeds }
    var owner: [Coordinate: Int] = [:]
    for (index, seed) in seeds.enumerated() {
      guard seed.areaSquareMetres > 0, seed.areaSquareMetres.isFinite else {
        throw .seedWithoutArea(seed: index, squareMetres: seed.areaSquareMetres)
      }
      for neighbour in seed.neighbours
      where neighbour == index || !seeds.indices.contains(neighbour) {
        throw .unknownNeighbour(seed: index, neighbour: neighbour)
      }
      if let first = owner.updateValue(index, forKey: seed.point) {
        throw .sharedSeedPoint(first: first, second: index, place: seed.point)
      }
    }
  }
}
