/// Geometries on their way into a larger one; those not handed over are freed.
@safe
struct OwnedGeometries: ~Copyable {
  let session: GEOSSession
  private var pointers: [OpaquePointer?]

  init(session: GEOSSession) {
    self.session = session
    unsafe pointers = []
  }

  mutating func append(_ geometry: consuming OwnedGeometry) {
    unsafe pointers.append(geometry.handedOver())
  }

  /// Hands all geometries to a GEOS call that takes them over, but not the array they stand in.
  consuming func handedOver<Result>(
    to call: (UnsafeMutablePointer<OpaquePointer?>?, UInt32) -> Result
  ) -> Result {
    var handed = unsafe pointers
    unsafe pointers = []
    return unsafe handed.withUnsafeMutableBufferPointer {
      unsafe call($0.baseAddress, UInt32($0.count))
    }
  }

  deinit {
    for unsafepointer in unsafe pointers {
      if let pointer = unsafe pointer { unsafe session.destroy(pointer) }
    }
  }
}
