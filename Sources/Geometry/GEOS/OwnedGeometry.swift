/// One GEOS geometry, freed exactly once, together with the session it lives in.
@safe
struct OwnedGeometry: ~Copyable {
  let session: GEOSSession
  let pointer: OpaquePointer
  private var isOwner = true

  init(session: GEOSSession, pointer: OpaquePointer) {
    self.session = session
    unsafe self.pointer = pointer
  }

  /// Hands the geometry to a GEOS call that takes it over.
  consuming func handedOver() -> OpaquePointer {
    isOwner = false
    return unsafe pointer
  }

  deinit {
    if isOwner { unsafe session.destroy(pointer) }
  }
}
