extension String {
  /// Text of a file as an error shows it: mended, short, and without control characters.
  init(shown bytes: Span<UInt8>) {
    let front = bytes.extracting(first: 80)
    let text = unsafe front.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    self = String(text.unicodeScalars.map { $0.properties.isShown ? Character($0) : "\u{FFFD}" })
    if bytes.count > front.count { self += "..." }
  }
}

extension Unicode.Scalar.Properties {
  fileprivate var isShown: Bool {
    switch generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: false
    default: true
    }
  }
}
