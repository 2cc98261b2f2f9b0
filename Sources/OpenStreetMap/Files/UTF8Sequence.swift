/// Finds what is not UTF-8.
///
/// Source: The Unicode Standard, table 3-7 (well-formed byte sequences) and section 3.9 (one U+FFFD
/// for each maximal part of a broken sequence).
enum UTF8Sequence {
  /// A character of so many bytes.
  case whole(Int)
  /// So many bytes that belong to no character.
  case broken(Int)
  /// The first bytes of a character, and then the end.
  case unfinished

  /// U+FFFD.
  static let replacement: [UInt8] = [0xEF, 0xBF, 0xBD]

  /// What begins at `index`.
  init(at index: Int, of bytes: Span<UInt8>) {
    let first = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0x00...0x7F: length = 1
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default:
      self = .broken(1)
      return
    }
    for offset in 1..<max(1, length) {
      guard index + offset < bytes.count else {
        self = .unfinished
        return
      }
      let allowed = offset == 1 ? second : 0x80...0xBF
      if !allowed.contains(bytes[index + offset]) {
        self = .broken(offset)
        return
      }
    }
    self = .whole(length)
  }
}

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
