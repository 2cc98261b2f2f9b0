/// One GEOS geometry, freed exactly once, together with the session it lives in.
@safe
final class OwnedGeometry {
  let session: GEOSSession
  let pointer: OpaquePointer
  private var isOwner = true

  init(session: GEOSSession, pointer: OpaquePointer) {
    self.session = session
    unsafe self.pointer = pointer
  }

  deinit {
    if isOwner { unsafe session.destroy(pointer) }
  }

  /// Hands the geometry to a GEOS call that takes it over; not to be used afterwards.
  func handedOver() -> OpaquePointer {
    assert(isOwner)
    isOwner = false
    return unsafe pointer
  }
}
