import Foundation

/// Asks a person at the terminal for something that must not be shown.
enum SecretPrompt {
  /// Shows `prompt` and reads one line without echo.
  ///
  /// - Throws: ``Failure`` where there is no terminal to ask at.
  static func ask(_ prompt: String) throws -> String {
    let terminal = open("/dev/tty", O_RDWR | O_NOCTTY)
    var settings = termios()
    guard terminal >= 0, tcgetattr(terminal, &settings) == 0 else {
      if terminal >= 0 { Glibc.close(terminal) }
      throw Failure(
        .noInput,
        id:
          "PIN perlu diketik di terminal; dari skrip pakai --pin-file BERKAS atau HANTAR_PIN_FILE",
        en: "the PIN is typed at a terminal; in scripts use --pin-file FILE or HANTAR_PIN_FILE")
    }
    defer { Glibc.close(terminal) }
    // Without signals from the keyboard, nothing can end the program while echo is off.
    var silent = settings
    silent.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
    tcsetattr(terminal, TCSAFLUSH, &silent)
    defer {
      tcsetattr(terminal, TCSAFLUSH, &settings)
      show("\n", on: terminal)
    }
    show(prompt, on: terminal)
    return try line(from: terminal)
  }

  private static func line(from terminal: Int32) throws -> String {
    var decoder = TerminalKeyDecoder()
    var text = ""
    while true {
      var byte: UInt8 = 0
      let count = Glibc.read(terminal, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else { throw interrupted }
      for key in decoder.feed([byte]) {
        switch key {
        case .enter: return text
        case .backspace: text = String(text.dropLast())
        case .character(let character) where text.count < 256: text.append(character)
        case .interrupt, .endOfInput: throw interrupted
        default: break
        }
      }
    }
  }

  private static var interrupted: Failure {
    Failure(
      .refused, id: "dibatalkan; tidak ada yang berubah", en: "cancelled; nothing has changed")
  }

  private static func show(_ text: String, on terminal: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(terminal, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }
}
