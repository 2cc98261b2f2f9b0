import CZlib

/// Unpacks pieces of zlib data whose unpacked size is known beforehand.
///
/// Source: <https://zlib.net/manual.html>; RFC 1950.
@safe
final class Inflater {
  private let stream: UnsafeMutablePointer<z_stream>

  /// Nothing if zlib has no memory.
  init?() {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let status = unsafe inflateInit_(stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      unsafe stream.deallocate()
      return nil
    }
    unsafe self.stream = unsafe stream
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  /// Unpacks `packed[range]` into the front of `unpacked`, which must come out `size` bytes long.
  func unpack(
    _ packed: inout [UInt8], _ range: Range<Int>, size: Int, into unpacked: inout [UInt8]
  ) throws(OSMFault) {
    // Zlib packs at most 1,032 to one: a size beyond that is not worth the memory.
    guard size <= 1_032 * range.count + 1_032 else { throw .brokenPacking }
    // Never empty: zlib refuses to write nothing to nowhere.
    unpacked.makeRoom(size + 1)
    let (status, made) = unsafe packed.withUnsafeMutableBufferPointer { packed in
      unsafe unpacked.withUnsafeMutableBufferPointer { unpacked in
        unsafe inflateReset(stream)
        unsafe stream.pointee.next_in = packed.baseAddress.map { unsafe $0 + range.lowerBound }
        unsafe stream.pointee.avail_in = UInt32(range.count)
        unsafe stream.pointee.next_out = unpacked.baseAddress
        unsafe stream.pointee.avail_out = UInt32(size)
        let status = unsafe inflate(stream, Z_FINISH)
        return unsafe (status, size - Int(stream.pointee.avail_out))
      }
    }
    guard status == Z_STREAM_END || status == Z_BUF_ERROR || status == Z_OK else {
      throw .brokenPacking
    }
    guard status == Z_STREAM_END, made == size else {
      throw .differentSize(announced: size)
    }
  }
}
