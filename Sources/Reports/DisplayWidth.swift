extension StringProtocol {
  /// The columns the text takes on a terminal: two for wide characters, none for combining marks.
  ///
  /// Source: Unicode Standard Annex 11, East Asian Width (classes W and F).
  public var displayWidth: Int {
    if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
    return reduce(0) { $0 + $1.displayWidth }
  }

  /// The longest beginning that fits into `columns`, with an ellipsis where something is cut.
  public func truncated(to columns: Int) -> String {
    guard displayWidth > columns else { return String(self) }
    guard columns > 0 else { return "" }
    var width = 0
    let kept = prefix { character in
      width += character.displayWidth
      return width <= columns - 1
    }
    return kept + "…"
  }

  /// The text in lines of at most `columns`, broken at spaces; a longer word is cut with an
  /// ellipsis. At least one line.
  public func wrapped(to columns: Int) -> [String] {
    guard displayWidth > columns else { return [String(self)] }
    var lines: [String] = []
    for word in split(separator: " ") {
      if let last = lines.last, last.displayWidth + 1 + word.displayWidth <= columns {
        lines[lines.count - 1] += " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.isEmpty ? [""] : lines.map { $0.truncated(to: columns) }
  }

  /// The columns of the longest word.
  var longestWordWidth: Int { split(separator: " ").map(\.displayWidth).max() ?? 0 }
}

extension Character {
  fileprivate var displayWidth: Int {
    guard let first = unicodeScalars.first else { return 0 }
    switch first.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    let isEmoji = first.properties.isEmojiPresentation || unicodeScalars.contains("\u{FE0F}")
    return isEmoji || first.isWide ? 2 : 1
  }
}

extension Unicode.Scalar {
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
