import CZlib

/// Unpacks a gzip file, of one member or of many.
///
/// Source: <https://zlib.net/manual.html>; RFC 1952.
@safe
final class GzipReader {
  private var input: PackedInput
  private let stream: UnsafeMutablePointer<z_stream>
  private var isInsideMember = true

  init(_ file: InputFile) throws(OSMError) {
    input = PackedInput(file)
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: z_stream())
    let gzipHeader: Int32 = 16
    let status = unsafe inflateInit2_(
      stream, MAX_WBITS + gzipHeader, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      throw .unreadable(path: file.path, reason: "zlib does not start")
    }
  }

  deinit {
    unsafe inflateEnd(stream)
    unsafe stream.deallocate()
  }

  var file: InputFile { input.file }

  /// Fills the front of `buffer` with the next bytes; fewer than `count` only at the end.
  func read(_ count: Int, into buffer: inout [UInt8]) throws(OSMError) -> Int {
    buffer.makeRoom(count)
    var filled = 0
    while filled < count {
      if !isInsideMember {
        if try input.skipPadding() { break }
        unsafe inflateReset(stream)
        isInsideMember = true
      }
      guard try input.fill() else { throw input.damage(.cutOff) }
      try filled += step(from: filled, to: count, of: &buffer)
    }
    return filled
  }

  private func step(
    from start: Int, to end: Int, of buffer: inout [UInt8]
  ) throws(OSMError) -> Int {
    let (status, taken, made) = unsafe input.withRest { packed in
      unsafe buffer.withUnsafeMutableBufferPointer { unpacked in
        unsafe stream.pointee.next_in = packed.baseAddress
        unsafe stream.pointee.avail_in = UInt32(packed.count)
        unsafe stream.pointee.next_out = unpacked.baseAddress.map { unsafe $0 + start }
        unsafe stream.pointee.avail_out = UInt32(end - start)
        let status = unsafe inflate(stream, Z_NO_FLUSH)
        return unsafe (
          status, packed.count - Int(stream.pointee.avail_in),
          end - start - Int(stream.pointee.avail_out)
        )
      }
    }
    guard status == Z_STREAM_END || status == Z_OK && taken + made > 0 else {
      throw input.damage(.brokenPacking)
    }
    try input.advance(by: taken, unpacked: made)
    isInsideMember = status != Z_STREAM_END
    return made
  }
}
