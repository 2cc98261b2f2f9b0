import CGEOS

/// Geometry in, geometry out.
extension GEOSSession {
  /// Where and why `geometry` is invalid; nil if it is valid.
  func flaw(
    in geometry: OwnedGeometry
  ) throws(GeometryError) -> (reason: String, place: Coordinate)? {
    let operation = "check an outline"
    var reason: UnsafeMutablePointer<CChar>?
    var location: OpaquePointer?
    let answer = unsafe GEOSisValidDetail_r(handle, geometry.pointer, 0, &reason, &location)
    defer {
      if let reason = unsafe reason { unsafe GEOSFree_r(handle, reason) }
      if let location = unsafe location { unsafe destroy(location) }
    }
    guard answer != 1 else { return nil }
    guard answer == 0, let reason = unsafe reason, let location = unsafe location else {
      throw failure(operation)
    }
    return (unsafe String(cString: reason), unsafe try place(of: location, operation))
  }

  /// The valid geometry on whole coordinates nearest to `geometry`.
  func madeValid(_ geometry: OwnedGeometry) throws(GeometryError) -> OwnedGeometry {
    let operation = "repair an outline"
    guard let parameters = unsafe GEOSMakeValidParams_create_r(handle) else {
      throw failure(operation)
    }
    defer { unsafe GEOSMakeValidParams_destroy_r(handle, parameters) }
    // The structure method merges overlapping polygons, where the older one cuts holes.
    _ = unsafe GEOSMakeValidParams_setMethod_r(handle, parameters, GEOS_MAKE_VALID_STRUCTURE)
    _ = unsafe GEOSMakeValidParams_setKeepCollapsed_r(handle, parameters, 0)
    let valid = unsafe try owned(
      GEOSMakeValidWithParams_r(handle, geometry.pointer, parameters), operation)
    return unsafe try owned(GEOSGeom_setPrecision_r(handle, valid.pointer, 1, 0), operation)
  }

  /// The union of all parts of `geometry`, on whole coordinates.
  func union(of geometry: OwnedGeometry) throws(GeometryError) -> OwnedGeometry {
    unsafe try owned(GEOSUnaryUnionPrec_r(handle, geometry.pointer, 1), "unite regions")
  }

  /// What two geometries share, on whole coordinates.
  func intersection(
    of first: OwnedGeometry, and second: OwnedGeometry
  ) throws(GeometryError) -> OwnedGeometry {
    unsafe try owned(
      GEOSIntersectionPrec_r(handle, first.pointer, second.pointer, 1), "intersect two regions")
  }

  /// `geometry` with fewer corners, its rings still apart.
  func simplified(
    _ geometry: OwnedGeometry, tolerance: Double
  ) throws(GeometryError) -> OwnedGeometry {
    unsafe try owned(
      GEOSTopologyPreserveSimplify_r(handle, geometry.pointer, tolerance), "simplify an outline")
  }

  /// A place inside `geometry`, given in whole 1e-7 degrees.
  func pointInside(_ geometry: OwnedGeometry) throws(GeometryError) -> Coordinate {
    let operation = "find a place inside a region"
    let point = unsafe try owned(GEOSPointOnSurface_r(handle, geometry.pointer), operation)
    return unsafe try place(of: point.pointer, operation)
  }

  private func place(
    of point: OpaquePointer, _ operation: String
  ) throws(GeometryError) -> Coordinate {
    var x = 0.0
    var y = 0.0
    guard unsafe GEOSGeomGetX_r(handle, point, &x) == 1,
      unsafe GEOSGeomGetY_r(handle, point, &y) == 1
    else { throw failure(operation) }
    return try place(x: x, y: y, on: .wholeDegreesE7, operation)
  }
}
