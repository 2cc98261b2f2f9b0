import Foundation

/// Whether a stream is read by a person at a terminal rather than by a file or a program.
enum Terminal {
  static let inputIsTerminal = isatty(STDIN_FILENO) == 1
  static let outputIsTerminal = isatty(STDOUT_FILENO) == 1
  static let errorIsTerminal = isatty(STDERR_FILENO) == 1

  /// Colours only for a person, and not if they asked for none (<https://no-color.org>).
  static let usesColour =
    outputIsTerminal && ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty

  /// Columns of the terminal; nothing where lines may be as long as they need.
  static var width: Int? { size(\.ws_col, usual: 80) }

  /// Lines of the terminal; nothing where there may be as many as are needed.
  static var height: Int? { size(\.ws_row, usual: 24) }

  private static func size(_ side: KeyPath<winsize, UInt16>, usual: Int) -> Int? {
    guard outputIsTerminal else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size[keyPath: side] > 0 else {
      return usual
    }
    return Int(size[keyPath: side])
  }

  /// Writes to standard error as far as it can be written to; there is nobody else to tell.
  static func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  static func printError(_ text: String) {
    write(text + "\n")
  }
}
