import ArgumentParser

/// The formats of problems that come from elsewhere.
enum ProblemFormat: String, CaseIterable, ExpressibleByArgument {
  case vrplib, vroom

  /// A text that begins with a brace is JSON.
  init(guessedFrom bytes: [UInt8]) {
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.starts(with: byteOrderMark) ? bytes.dropFirst(3) : bytes[...]
    let first = text.first { !" \t\r\n".utf8.contains($0) }
    self = first == UInt8(ascii: "{") ? .vroom : .vrplib
  }
}
