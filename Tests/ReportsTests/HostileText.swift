import TestSupport

extension SplitMix64 {
  /// Text of the characters and pieces that break careless writers.
  mutating func hostileText(length: Int) -> String {
    let pieces = [
      "<script>alert(1)</script>", "\"", "'", "&", "<", ">", "]]>", "--", "<!--", "</", "\\",
      "\u{202E}", "\u{2066}", "\u{2028}", "\u{2029}", "\u{0}", "\u{7}", "\u{1B}[2J", "\r\n", "\n",
      "\t", "=", "+", "@", "-", "é", "雅", "😀", "\u{301}", "\u{FFFE}", "a", "B", "7", " ",
    ]
    return (0..<length).map { _ in pieces.randomElement(using: &self) ?? "" }.joined()
  }
}
