extension Span<UInt8> {
  /// The first byte at or after `start` that is not ASCII; the end if all are.
  fileprivate func firstBeyondASCII(from start: Int) -> Int {
    var index = start
    unsafe withUnsafeBytes { bytes in
      while index + 8 <= bytes.count {
        let eight = unsafe bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if eight & 0x8080_8080_8080_8080 != 0 { break }
        index += 8
      }
    }
    while index < count, self[index] < 0x80 { index += 1 }
    return index
  }
}

extension [UInt8] {
  /// Appends `bytes` with U+FFFD in place of what is not UTF-8.
  ///
  /// - Returns: The number of places mended.
  mutating func append(mending bytes: Span<UInt8>) -> Int {
    var mended = 0
    let rest = append(mending: bytes, &mended)
    if rest > 0 {
      append(contentsOf: UTF8Sequence.replacement)
      mended += 1
    }
    return mended
  }

  /// Appends `bytes` without the beginning of a character at their end.
  ///
  /// - Returns: How many bytes that beginning has.
  mutating func append(mending bytes: Span<UInt8>, _ mended: inout Int) -> Int {
    var index = 0
    var start = 0
    while true {
      index = bytes.firstBeyondASCII(from: index)
      if index == bytes.count { break }
      switch UTF8Sequence(at: index, of: bytes) {
      case .whole(let length): index += length
      case .unfinished:
        append(contentsOf: bytes.extracting(start..<index))
        return bytes.count - index
      case .broken(let length):
        append(contentsOf: bytes.extracting(start..<index))
        append(contentsOf: UTF8Sequence.replacement)
        mended += 1
        index += length
        start = index
      }
    }
    append(contentsOf: bytes.extracting(start..<index))
    return 0
  }

  private mutating func append(contentsOf bytes: Span<UInt8>) {
    unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
  }
}
