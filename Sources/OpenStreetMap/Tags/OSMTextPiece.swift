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
