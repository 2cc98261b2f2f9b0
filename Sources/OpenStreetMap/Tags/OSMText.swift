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
