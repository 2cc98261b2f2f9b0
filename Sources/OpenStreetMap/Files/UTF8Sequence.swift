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
