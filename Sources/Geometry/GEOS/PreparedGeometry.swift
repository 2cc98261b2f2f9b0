import CGEOS

/// One geometry with its edges sorted for many questions, and the geometry it was made from.
@safe
final class PreparedGeometry {
  private let geometry: OwnedGeometry
  private let prepared: OpaquePointer

  init(_ geometry: OwnedGeometry) throws(GeometryError) {
    guard let prepared = unsafe GEOSPrepare_r(geometry.session.handle, geometry.pointer) else {
      throw geometry.session.failure("index a region")
    }
    self.geometry = geometry
    unsafe self.prepared = prepared
  }

  deinit { unsafe GEOSPreparedGeom_destroy_r(geometry.session.handle, prepared) }

  /// Whether `point` is in the geometry or on its border.
  func meets(_ point: OpaquePointer) -> Bool {
    unsafe GEOSPreparedIntersects_r(geometry.session.handle, prepared, point) == 1
  }
}
