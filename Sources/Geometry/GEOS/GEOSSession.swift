import CGEOS

/// One GEOS context. Only this folder calls the C library: Swift values in, Swift values out.
///
/// Not `Sendable`: a context belongs to the thread that made it, so each operation opens its own.
///
/// Source: GEOS C API, reentrant (`_r`) functions, <https://libgeos.org/doxygen/geos__c_8h.html>.
@safe
final class GEOSSession {
  let handle: GEOSContextHandle_t
  private var lastMessage = "no message"

  init() throws(GeometryError) {
    guard let handle = unsafe GEOS_init_r() else {
      throw .geos(operation: "start the geometry library", message: "out of memory")
    }
    unsafe self.handle = handle
    let this = unsafe Unmanaged.passUnretained(self).toOpaque()
    _ = unsafe GEOSContext_setErrorMessageHandler_r(
      handle,
      { message, session in
        guard let message = unsafe message, let session = unsafe session else { return }
        unsafe Unmanaged<GEOSSession>.fromOpaque(session).takeUnretainedValue().lastMessage =
          unsafe String(cString: message)
      }, this)
  }

  deinit { unsafe GEOS_finish_r(handle) }

  func destroy(_ geometry: OpaquePointer) { unsafe GEOSGeom_destroy_r(handle, geometry) }

  /// The result of a call that returns null on failure, owned.
  func owned(
    _ geometry: OpaquePointer?, _ operation: String
  ) throws(GeometryError) -> OwnedGeometry {
    guard let geometry = unsafe geometry else { throw failure(operation) }
    return unsafe OwnedGeometry(session: self, pointer: geometry)
  }

  func failure(_ operation: String) -> GeometryError {
    .geos(operation: operation, message: lastMessage)
  }
}
