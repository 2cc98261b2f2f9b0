/// Cuts the land along the lines of power diagrams and deals the faces out to regions.
///
/// Lines are cut where they cross before any face is formed, so that what one region loses its
/// neighbour gains, to the last digit.
struct SketchTiling {
  let session: GEOSSession
  let projection: LocalProjection
  let seeds: [SketchSeed]
  let parts: [Part]

  /// One connected piece of land and the diagram that divides it among its regions.
  struct Part {
    /// Seed indices, in the order of the diagram's sites.
    let members: [Int]
    let land: Shape
    let diagram: PowerDiagram
    let cells: [[PlanarPoint]]
  }

  /// One shape per seed.
  func shapes() throws(GeometryError) -> [Shape] {
    var pieces: [[Polygon]] = Array(repeating: [], count: seeds.count)
    for face in try session.faces(between: lines()) {
      let inside = try Shape(polygons: [face]).pointInside()
      if let seed = owner(of: inside) { pieces[seed].append(face) }
    }
    var regions: [[Polygon]] = []
    for piece in pieces { regions.append(try merged(piece)) }
    regions = try withoutFragments(regions)
    var shapes: [Shape] = []
    for region in regions { shapes.append(try Shape(polygons: region)) }
    return shapes
  }

  private func lines() throws(GeometryError) -> OwnedGeometry {
    var lines: [[(x: Double, y: Double)]] = []
    for part in parts {
      for ring in part.land.polygons.flatMap(\.rings) {
        lines.append(ring.coordinates.map(GEOSPlane.wholeDegreesE7.point))
      }
      for cell in part.cells where !cell.isEmpty {
        var line: [(x: Double, y: Double)] = []
        for corner in cell + cell.prefix(1) { line.append(try wholePoint(corner)) }
        lines.append(line)
      }
    }
    return try session.geometry(lines: lines)
  }

  private func wholePoint(_ point: PlanarPoint) throws(GeometryError) -> (x: Double, y: Double) {
    do {
      return GEOSPlane.wholeDegreesE7.point(try projection.coordinate(point))
    } catch {
      throw .resultOffTheGlobe(operation: "draw a sketch map")
    }
  }

  private func owner(of place: Coordinate) -> Int? {
    for part in parts where part.land.contains(place) {
      return part.members[part.diagram.site(at: projection.point(place))]
    }
    return nil
  }

  private func merged(_ polygons: [Polygon]) throws(GeometryError) -> [Polygon] {
    guard polygons.count > 1 else { return polygons }
    return try Shape.union([Shape(polygons: polygons)]).polygons
  }

  /// Gives every piece of a region that does not hold its point to the region it borders most,
  /// one of the same group where it can.
  private func withoutFragments(_ regions: [[Polygon]]) throws(GeometryError) -> [[Polygon]] {
    var regions = regions
    for _ in seeds.indices {
      let borders = SharedBorders(of: regions.map { $0.flatMap(\.rings) })
      var gained: [[Polygon]] = Array(repeating: [], count: seeds.count)
      for (seed, polygons) in regions.enumerated() where polygons.count > 1 {
        let home = polygons.firstIndex { $0.contains(seeds[seed].point) } ?? 0
        for (position, fragment) in polygons.enumerated().reversed() where position != home {
          let near = borders.along(fragment.rings, of: seed)
          let kin = near.filter { seeds[$0.region].group == seeds[seed].group }
          let choice = (kin.isEmpty ? near : kin).max { $0.metres < $1.metres }
          guard let choice else { continue }
          gained[choice.region].append(fragment)
          regions[seed].remove(at: position)
        }
      }
      if gained.allSatisfy(\.isEmpty) { return regions }
      for seed in seeds.indices where !gained[seed].isEmpty {
        regions[seed] = try merged(regions[seed] + gained[seed])
      }
    }
    return regions
  }
}
