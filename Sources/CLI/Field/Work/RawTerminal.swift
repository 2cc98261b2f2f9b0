import Foundation

/// The terminal in the hands of a full-screen program.
///
/// It is given back as it was when the program ends, is stopped, is killed by a signal that can be
/// caught, or breaks. One at a time.
final class RawTerminal {
  private static let enter: StaticString = "\u{1B}[?1049h\u{1B}[?25l"
  private static let leave: StaticString = "\u{1B}[0m\u{1B}[?25h\u{1B}[?1049l"
  /// Signals that end the program, whether sent from outside or raised by a failed check.
  private static let endings = [
    SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV,
  ]
  /// The settings to give back; a signal handler may read nothing that is not in place already.
  nonisolated(unsafe) private static let saved = {
    let settings = UnsafeMutablePointer<termios>.allocate(capacity: 1)
    settings.initialize(to: termios())
    return settings
  }()

  private var isTaken = false

  /// Takes the terminal over.
  ///
  /// - Throws: ``Failure`` if the program does not talk to a terminal.
  init() throws {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1,
      tcgetattr(STDIN_FILENO, Self.saved) == 0
    else {
      throw Failure(
        .noInput,
        id: "layar kerja perlu terminal; dari skrip pakai `hantar courier next` dan `deliver`",
        en: "the work screen needs a terminal; in scripts use `hantar courier next` and `deliver`")
    }
    Self.watchSignals()
    takeOver()
    isTaken = true
  }

  deinit { close() }

  /// Gives the terminal back.
  func close() {
    guard isTaken else { return }
    isTaken = false
    Self.giveBack()
    for ending in Self.endings { signal(ending, SIG_DFL) }
  }

  var size: (columns: Int, rows: Int) {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0
    else { return (80, 24) }
    return (Int(size.ws_col), Int(size.ws_row))
  }

  /// Waits for keys; nothing if the time is over or the window has changed, empty if the terminal
  /// is gone.
  func read(waiting milliseconds: Int32) -> [UInt8]? {
    var descriptor = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, milliseconds) > 0 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = Glibc.read(STDIN_FILENO, &bytes, bytes.count)
    if count < 0, errno == EINTR || errno == EAGAIN { return nil }
    return Array(bytes.prefix(max(0, count)))
  }

  func write(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR || errno == EAGAIN { continue }
      guard count > 0 else { return }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Stops the program as Ctrl-Z does elsewhere, and takes the terminal over again afterwards.
  func suspend() {
    Self.giveBack()
    kill(0, SIGTSTP)
    takeOver()
  }

  private static func watchSignals() {
    for ending in endings {
      signal(ending) { number in
        RawTerminal.giveBack()
        signal(number, SIG_DFL)
        raise(number)
      }
    }
    // Only to wake the wait for keys when the window changes its size.
    signal(SIGWINCH) { _ in }
    // Whoever started the program may have left signals blocked for it.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in endings + [SIGWINCH, SIGTSTP, SIGCONT] { sigaddset(&signals, number) }
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  private func takeOver() {
    var raw = Self.saved.pointee
    cfmakeraw(&raw)
    tcsetattr(STDIN_FILENO, TCSANOW, &raw)
    Self.send(Self.enter)
  }

  private static func giveBack() {
    send(leave)
    tcsetattr(STDIN_FILENO, TCSANOW, saved)
  }

  private static func send(_ text: StaticString) {
    _ = Glibc.write(STDOUT_FILENO, text.utf8Start, text.utf8CodeUnitCount)
  }
}
