import CGEOS

/// Shapes held by GEOS in the form that answers "which contain this point?" fastest: an STR tree
/// of boxes over prepared geometries.
@safe
final class PreparedShapes {
  private let session: GEOSSession
  private let tree: OpaquePointer
  private var prepared: [PreparedGeometry] = []
  private var candidates: [Int] = []

  /// - Throws: ``GeometryError/invalidShape(index:reason:place:)`` for the first invalid shape.
  init(_ shapes: [Shape]) throws(GeometryError) {
    session = try GEOSSession()
    guard let tree = unsafe GEOSSTRtree_create_r(session.handle, 10) else {
      throw session.failure("build an index of regions")
    }
    unsafe self.tree = tree
    for (index, shape) in shapes.enumerated() { try add(shape, at: index) }
  }

  deinit { unsafe GEOSSTRtree_destroy_r(session.handle, tree) }

  /// The smallest index of a shape with `place` in it or on its border.
  func smallestIndex(containing place: Coordinate) -> Int? {
    let corner = GEOSPlane.wholeDegreesE7.point(place)
    guard let point = unsafe GEOSGeom_createPointFromXY_r(session.handle, corner.x, corner.y) else {
      return nil
    }
    defer { unsafe session.destroy(point) }

    unsafe findCandidates(around: point)
    var smallest: Int?
    for index in candidates where index < smallest ?? .max {
      if unsafe prepared[index].meets(point) { smallest = index }
    }
    return smallest
  }

  private func add(_ shape: Shape, at index: Int) throws(GeometryError) {
    let geometry = try session.geometry(shape)
    if let flaw = try session.flaw(in: geometry) {
      throw .invalidShape(index: index, reason: flaw.reason, place: flaw.place)
    }
    prepared.append(try PreparedGeometry(geometry))
    // The tree keeps a bare pointer per entry; counting from one keeps it from being null.
    unsafe GEOSSTRtree_insert_r(
      session.handle, tree, geometry.pointer, UnsafeMutableRawPointer(bitPattern: index + 1))
  }

  /// Fills `candidates` with the shapes whose box holds `point`.
  private func findCandidates(around point: OpaquePointer) {
    candidates.removeAll(keepingCapacity: true)
    unsafe GEOSSTRtree_query_r(
      session.handle, tree, point,
      { item, shapes in
        guard let shapes = unsafe shapes else { return }
        let index = Int(bitPattern: item) - 1
        unsafe Unmanaged<PreparedShapes>.fromOpaque(shapes).takeUnretainedValue()
          .candidates.append(index)
      }, Unmanaged.passUnretained(self).toOpaque())
  }
}
