/// What is wrong with a set of regions that should tile the land: bad outlines, overlaps and gaps.
public struct CoverageReport: Hashable, Sendable {
  /// Regions whose outline crosses itself or is otherwise no area, by index.
  public let invalid: [Flaw]
  /// Land claimed by two regions, by the index of the first and then of the second.
  public let overlaps: [Overlap]
  /// Land, or a lake, that regions enclose but none claims; the largest first.
  public let gaps: [Gap]

  public var isClean: Bool { invalid.isEmpty && overlaps.isEmpty && gaps.isEmpty }

  /// An outline that encloses no proper area.
  public struct Flaw: Hashable, Sendable {
    public let index: Int
    /// In the words of GEOS, such as "Self-intersection".
    public let reason: String
    public let place: Coordinate
  }

  /// Land claimed twice.
  public struct Overlap: Hashable, Sendable {
    public let first: Int
    public let second: Int
    public let squareMetres: Double
    /// A place in the overlap's largest piece.
    public let place: Coordinate
  }

  /// Enclosed land that no region claims.
  public struct Gap: Hashable, Sendable {
    public let squareMetres: Double
    public let place: Coordinate
  }

  /// Examines every region and every pair of regions whose boxes meet.
  ///
  /// An invalid region is listed, and compared with the others in its repaired form.
  ///
  /// - Parameter smallest: Overlaps and gaps below this area are rounding, not findings.
  public static func check(
    _ shapes: [Shape], ignoringBelow smallest: SquareMetres = SquareMetres(1)
  ) throws(GeometryError) -> CoverageReport {
    let session = try GEOSSession()
    var invalid: [Flaw] = []
    var regions: [Region] = []
    for (index, shape) in shapes.enumerated() {
      var geometry = try session.geometry(shape)
      if let flaw = try session.flaw(in: geometry) {
        invalid.append(Flaw(index: index, reason: flaw.reason, place: flaw.place))
        geometry = try session.madeValid(geometry)
        if try session.polygons(of: geometry).isEmpty { continue }
      }
      regions.append(Region(index: index, box: shape.boundingBox, geometry: geometry))
    }
    return CoverageReport(
      invalid: invalid,
      overlaps: try overlaps(among: regions, session, smallest),
      gaps: try gaps(among: regions, session, smallest))
  }

  private struct Region {
    let index: Int
    let box: BoundingBox
    let geometry: OwnedGeometry
  }

  private static func overlaps(
    among regions: [Region], _ session: GEOSSession, _ smallest: SquareMetres
  ) throws(GeometryError) -> [Overlap] {
    var overlaps: [Overlap] = []
    for (position, first) in regions.enumerated() {
      for second in regions[(position + 1)...] where first.box.meets(second.box) {
        let common = try session.intersection(of: first.geometry, and: second.geometry)
        let polygons = try session.polygons(of: common)
        guard !polygons.isEmpty else { continue }
        let area = try Shape(polygons: polygons).area()
        guard area >= smallest else { continue }
        overlaps.append(
          Overlap(
            first: first.index, second: second.index, squareMetres: area.value,
            place: try session.pointInside(common)))
      }
    }
    return overlaps
  }

  private static func gaps(
    among regions: [Region], _ session: GEOSSession, _ smallest: SquareMetres
  ) throws(GeometryError) -> [Gap] {
    guard !regions.isEmpty else { return [] }
    var valid: [Shape] = []
    for region in regions { valid.append(try session.shape(region.geometry)) }
    let whole = try session.polygons(of: session.union(of: session.geometry(valid)))
    var gaps: [Gap] = []
    for hole in whole.lazy.flatMap(\.holes) {
      let gap = try Shape(polygons: [Polygon(exterior: hole)])
      guard gap.area() >= smallest else { continue }
      gaps.append(Gap(squareMetres: gap.area().value, place: try gap.pointInside()))
    }
    return gaps.sorted { $0.squareMetres > $1.squareMetres }
  }
}
