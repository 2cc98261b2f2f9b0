/// Text that many tags share: the strings of one block of a file, all of it well-formed UTF-8.
final class OSMText: Sendable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  func string(_ piece: OSMTextPiece) -> String {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes[piece.range]), as: UTF8.self)
    }
  }

  /// Whether `piece` and `other` are the same bytes.
  func equals(_ piece: OSMTextPiece, _ other: Span<UInt8>) -> Bool {
    guard piece.length == other.count else { return false }
    let start = Int(piece.offset)
    for index in other.indices where bytes[start + index] != other[index] { return false }
    return true
  }
}

/// Where one string lies in an ``OSMText``.
///
/// Invariant: the text that it was made for contains it.
struct OSMTextPiece: Sendable {
  let offset: UInt32
  let length: UInt32

  /// The last `length` bytes of a text that is `end` bytes long so far.
  init(last length: Int, of end: Int) {
    offset = UInt32(end - length)
    self.length = UInt32(length)
  }

  var range: Range<Int> { Int(offset)..<Int(offset) + Int(length) }
}

/// One tag as pieces of an ``OSMText``.
struct OSMTagPieces: Sendable {
  let key: OSMTextPiece
  let value: OSMTextPiece
}
