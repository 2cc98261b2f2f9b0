extension StringProtocol {
  /// The text without characters that act instead of showing: controls, terminal escapes, line
  /// separators and the marks that reorder what stands around them (bidirectional overrides).
  ///
  /// Each becomes a visible `�`, so that a hostile name is seen for what it is. Joiners inside words
  /// and emoji stay.
  public var visible: String {
    guard unicodeScalars.contains(where: \.isActing) else { return String(self) }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars { result.append(scalar.isActing ? "\u{FFFD}" : scalar) }
    return String(result)
  }
}

extension Unicode.Scalar {
  /// Whether the character changes its surroundings rather than standing in them.
  var isActing: Bool {
    guard !isASCII else { return value < 0x20 || value == 0x7F }
    return switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
    // Zero-width (non-)joiners belong to spelling; the other format characters do not.
    case .format: value != 0x200C && value != 0x200D
    default: value & 0xFFFE == 0xFFFE
    }
  }
}
