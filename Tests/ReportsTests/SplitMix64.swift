/// The random numbers of the tests: small, seeded, the same everywhere.
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

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
