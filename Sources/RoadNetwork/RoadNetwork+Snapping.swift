public import Geometry
import ShortestPaths

extension RoadNetwork {
  /// The nearest point of a road to `place`; nothing beyond the profile's snap limit.
  ///
  /// Ferries are never snapped to, nor roads that lead nowhere (see ``RoadImportReport/islands``).
  /// Where `land` knows both the place and the point of the road, they are on the same mass: a
  /// door is never reached across water. On classes that the profile calls `kerb-side`, a door is
  /// reached in the direction that passes it on its own side.
  ///
  /// A road of a minor island, one of less than 10 km, gives way to one of a major island that is
  /// at most ``detachedMetres`` farther off: it is more likely a gap in the map than in the town.
  ///
  /// - Complexity: A few microseconds; more where `land` refuses the nearest roads.
  public func snap(_ place: Coordinate, land: LandMasses? = nil) -> RoadSnap? {
    let mass = land.flatMap { $0.mass(of: place) }
    func nearest(withinMetres limit: Double, isMajor: Bool) -> NearestPoint? {
      let segments = roads.segments
      return roads.index.nearest(
        latitudeE7: place.latitudeE7, longitudeE7: place.longitudeE7, limitMetres: limit,
        latitudes: segments.latitudesE7, longitudes: segments.longitudesE7
      ) { candidate in
        let directions = segments.doorDirections[Int(candidate.segment)]
        guard directions != 0, !isMajor || directions & 4 == 0 else { return false }
        guard let land, let mass else { return true }
        guard let point = segments.coordinate(of: candidate) else { return false }
        let other = land.mass(of: point)
        return other == nil || other == mass
      }
    }
    let limit = profile.snapLimitMetres
    guard let any = nearest(withinMetres: limit, isMajor: false) else { return nil }
    guard roads.segments.doorDirections[Int(any.segment)] & 4 != 0 else {
      return snap(place, to: any)
    }
    let reach = min(limit, any.metres + Self.detachedMetres)
    return snap(place, to: nearest(withinMetres: reach, isMajor: true) ?? any)
  }

  /// How much farther one walks rather than be on a minor island of the network.
  public static let detachedMetres = 200.0

  private func snap(_ place: Coordinate, to nearest: NearestPoint) -> RoadSnap? {
    guard let point = roads.segments.coordinate(of: nearest) else { return nil }
    let segment = Int(nearest.segment)
    let length = roads.segments.decimetres[segment]
    let before = roads.segments.decimetres(before: nearest)
    let directions = doorDirections(of: place, nearest)
    return RoadSnap(
      place: place, point: point, walk: Metres(nearest.metres),
      walkMilliseconds: profile.walkMilliseconds(metres: nearest.metres),
      segment: nearest.segment,
      forward: directions & 1 == 0 ? nil : passage(2 * segment, before: before, of: length),
      backward: directions & 2 == 0
        ? nil : passage(2 * segment + 1, before: length - before, of: length))
  }

  /// The bits of the directions in which a door may be reached.
  private func doorDirections(of place: Coordinate, _ nearest: NearestPoint) -> UInt8 {
    let segments = roads.segments
    let directions = segments.doorDirections[Int(nearest.segment)] & 3
    // Within a metre of the line, which side the door is on is a matter of drawing.
    guard directions == 3, nearest.metres > 1,
      let roadClass = RoadClass(rawValue: segments.classes[Int(nearest.segment)]),
      profile.kerbSideClasses.contains(roadClass)
    else { return directions }
    let (start, end) = (Int(nearest.point), Int(nearest.point) + 1)
    let east = Double(segments.longitudesE7[end]) - Double(segments.longitudesE7[start])
    let north = Double(segments.latitudesE7[end]) - Double(segments.latitudesE7[start])
    let placeEast = Double(place.longitudeE7) - Double(segments.longitudesE7[start])
    let placeNorth = Double(place.latitudeE7) - Double(segments.latitudesE7[start])
    let isLeft = east * placeNorth - north * placeEast > 0
    return isLeft == profile.isLeftHand ? 1 : 2
  }

  /// How a directed segment is passed by a place, nothing if no arc drives it.
  private func passage(_ directed: Int, before: Int32, of length: Int32) -> Passage? {
    guard let arc = roads.arcs(of: directed).first else { return nil }
    let total = graph.milliseconds[Int(roads.arcsOfSegments[arc])]
    let millisecondsBefore = Int32(
      (Double(total) * Double(before) / Double(length)).rounded())
    return Passage(
      millisecondsBefore: millisecondsBefore, decimetresBefore: before,
      millisecondsAfter: total - millisecondsBefore, decimetresAfter: length - before)
  }
}

extension RoadGraph {
  /// The places in ``arcsOfSegments`` of the arcs that drive a directed segment.
  func arcs(of directed: Int) -> Range<Int> {
    Int(firstOfSegment[directed])..<Int(firstOfSegment[directed + 1])
  }
}

extension RoadSegments {
  func coordinate(of nearest: NearestPoint) -> Coordinate? {
    let (start, end) = (Int(nearest.point), Int(nearest.point) + 1)
    func between(_ values: FlatArray<Int32>) -> Int32 {
      let (first, last) = (Double(values[start]), Double(values[end]))
      return Int32((first + nearest.fraction * (last - first)).rounded())
    }
    return try? Coordinate(
      latitudeE7: between(latitudesE7), longitudeE7: between(longitudesE7))
  }

  /// How far along its segment a point lies.
  func decimetres(before nearest: NearestPoint) -> Int32 {
    let segment = Int(nearest.segment)
    var metres = nearest.fraction * pieceMetres(Int(nearest.point))
    for point in Int(firstPoint[segment])..<Int(nearest.point) { metres += pieceMetres(point) }
    return min(decimetres[segment], Int32((metres * 10).rounded()))
  }

  /// The length of the piece that begins at a point.
  func pieceMetres(_ point: Int) -> Double {
    straightMetres(
      latitudesE7[point], longitudesE7[point], latitudesE7[point + 1], longitudesE7[point + 1])
  }
}
