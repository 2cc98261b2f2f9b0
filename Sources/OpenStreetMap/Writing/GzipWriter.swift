import CZlib

/// Packs bytes into one gzip member, without a name or a time in its header.
///
/// Source: <https://zlib.net/manual.html>; RFC 1952.
@safe
final class GzipWriter {
  private let stream: UnsafeMutablePointer<z_stream>

  init() {
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let gzipHeader: Int32 = 16
    let status = unsafe deflateInit2_(
      stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, MAX_WBITS + gzipHeader, 8, Z_DEFAULT_STRATEGY,
      ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    precondition(status == Z_OK, "zlib does not start: out of memory or of another version")
  }

  deinit {
    unsafe deflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Packs `bytes` and appends what comes out to `packed`; `isLast` ends the member.
  func pack(_ bytes: [UInt8], isLast: Bool, into packed: inout [UInt8]) {
    var bytes = bytes
    unsafe bytes.withUnsafeMutableBufferPointer { input in
      unsafe stream.pointee.next_in = input.baseAddress
      unsafe stream.pointee.avail_in = UInt32(input.count)
      var room = [UInt8](repeating: 0, count: 1 << 16)
      var status = Z_OK
      repeat {
        let made = unsafe room.withUnsafeMutableBufferPointer { output in
          unsafe stream.pointee.next_out = output.baseAddress
          unsafe stream.pointee.avail_out = UInt32(output.count)
          unsafe status = deflate(stream, isLast ? Z_FINISH : Z_NO_FLUSH)
          return unsafe output.count - Int(stream.pointee.avail_out)
        }
        packed.append(contentsOf: room[..<made])
      } while unsafe isLast ? status != Z_STREAM_END : stream.pointee.avail_out == 0
    }
  }
}
