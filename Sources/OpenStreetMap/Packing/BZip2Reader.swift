import CBZip2

/// Unpacks a bzip2 file, of one stream or of many.
///
/// Source: <https://sourceware.org/bzip2/manual/manual.html>, section 3.
@safe
final class BZip2Reader {
  private var input: PackedInput
  private let stream: UnsafeMutablePointer<bz_stream>
  private var isInsideStream = true

  init(_ file: InputFile) throws(OSMError) {
    input = PackedInput(file)
    unsafe stream = .allocate(capacity: 1)
    unsafe stream.initialize(to: bz_stream())
    try start()
  }

  deinit {
    unsafe BZ2_bzDecompressEnd(stream)
    unsafe stream.deallocate()
  }

  var file: InputFile { input.file }

  /// Fills the front of `buffer` with the next bytes; fewer than `count` only at the end.
  func read(_ count: Int, into buffer: inout [UInt8]) throws(OSMError) -> Int {
    buffer.makeRoom(count)
    var filled = 0
    while filled < count {
      if !isInsideStream {
        if try input.skipPadding() { break }
        unsafe BZ2_bzDecompressEnd(stream)
        try start()
      }
      guard try input.fill() else { throw input.damage(.cutOff) }
      try filled += step(from: filled, to: count, of: &buffer)
    }
    return filled
  }

  private func start() throws(OSMError) {
    guard unsafe BZ2_bzDecompressInit(stream, 0, 0) == BZ_OK else {
      throw .unreadable(path: input.file.path, reason: "libbz2 does not start")
    }
    isInsideStream = true
  }

  private func step(
    from start: Int, to end: Int, of buffer: inout [UInt8]
  ) throws(OSMError) -> Int {
    let (status, taken, made) = unsafe input.withRest { packed in
      unsafe buffer.withUnsafeMutableBytes { unpacked in
        let room = unsafe unpacked.bindMemory(to: CChar.self)
        return unsafe packed.withMemoryRebound(to: CChar.self) { packed in
          unsafe stream.pointee.next_in = packed.baseAddress
          unsafe stream.pointee.avail_in = UInt32(packed.count)
          unsafe stream.pointee.next_out = room.baseAddress.map { unsafe $0 + start }
          unsafe stream.pointee.avail_out = UInt32(end - start)
          let status = unsafe BZ2_bzDecompress(stream)
          return unsafe (
            status, packed.count - Int(stream.pointee.avail_in),
            end - start - Int(stream.pointee.avail_out)
          )
        }
      }
    }
    guard status == BZ_STREAM_END || status == BZ_OK && taken + made > 0 else {
      throw input.damage(.brokenPacking)
    }
    try input.advance(by: taken, unpacked: made)
    isInsideStream = status != BZ_STREAM_END
    return made
  }
}
