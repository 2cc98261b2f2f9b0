/// What is known of a file's first line with content, from which its delimiter follows.
struct FirstLine: Sendable {
  /// How many bytes were looked at.
  private(set) var byteCount = 0
  private var counts: [UInt8: Int] = [:]
  private var isQuoted = false
  private var hasContent = false

  /// The one of comma, semicolon and tab that stands outside quotes most often; a comma on a tie.
  var delimiter: UInt8 {
    var best: UInt8 = .comma
    for candidate in [UInt8.semicolon, .tab]
    where counts[candidate, default: 0] > counts[best, default: 0] {
      best = candidate
    }
    return best
  }

  /// Looks at the next bytes of the file; true once the line has ended.
  mutating func isCompleted(by bytes: ArraySlice<UInt8>) -> Bool {
    for byte in bytes {
      byteCount += 1
      let isBreak = byte == .lineFeed || byte == .carriageReturn
      if isBreak, !isQuoted, hasContent { return true }
      if byte == .quote { isQuoted.toggle() }
      if !isBreak { hasContent = true }
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    return false
  }
}
