/// Mends the UTF-8 of a text that comes in stretches.
struct UTF8Mending {
  private(set) var mended = 0
  /// The beginning of a character at the end of the last stretch.
  private var unfinished: [UInt8] = []

  /// The next stretch of the text, mended, without a character that is not yet finished.
  mutating func mend(_ bytes: Span<UInt8>, isLast: Bool) -> [UInt8] {
    var whole = unfinished
    whole.reserveCapacity(whole.count + bytes.count)
    unsafe bytes.withUnsafeBufferPointer { unsafe whole.append(contentsOf: $0) }
    var text: [UInt8] = []
    text.reserveCapacity(whole.count)
    if isLast {
      mended += text.append(mending: whole.span)
    } else {
      let rest = text.append(mending: whole.span, &mended)
      unfinished = Array(whole.suffix(rest))
    }
    return text
  }
}
