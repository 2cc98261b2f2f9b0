import Foundation
import Testing

/// The program at a terminal of its own, as a courier sits at one.
final class ProgramTerminal {
  // Not in Swift's view of the C library: TIOCSPTLCK, TIOCGPTN and POSIX_SPAWN_SETSID of Linux.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430
  private static let newSession: Int16 = 0x80

  private let terminal: Int32
  private let process: pid_t
  private var isOver = false
  /// What stands on the screen.
  private(set) var screen: PlainTerminal
  /// Everything the program has written, commands to the terminal included.
  private(set) var written: [UInt8] = []
  private var undecoded: [UInt8] = []

  /// Starts the program with the terminal as its own: keys such as Ctrl-C reach it as they would.
  init(_ program: Program, _ arguments: [String], columns: Int = 80, rows: Int = 24) throws {
    screen = PlainTerminal(columns: columns, rows: rows)
    terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var lock: Int32 = 0
    var number: Int32 = 0
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    try #require(
      ioctl(terminal, Self.setLock, &lock) == 0 && ioctl(terminal, Self.getNumber, &number) == 0
        && ioctl(terminal, UInt(TIOCSWINSZ), &size) == 0, "no pseudo-terminal to be had")
    process = try Self.spawn(program, arguments, on: "/dev/pts/\(number)")
  }

  deinit {
    if !isOver { Foundation.kill(process, SIGKILL) }
    close(terminal)
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = Glibc.write(terminal, bytes, bytes.count)
  }

  func send(_ signal: Int32) { Foundation.kill(process, signal) }

  /// Waits until the screen shows `text`.
  func wait(for text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let deadline = ContinuousClock.now + .seconds(30)
    while !screen.lines.joined(separator: "\n").contains(text), ContinuousClock.now < deadline {
      read(waiting: 20)
    }
    try #require(
      screen.lines.joined(separator: "\n").contains(text),
      "\(text) is not on the screen:\n\(screen.lines.joined(separator: "\n"))",
      sourceLocation: sourceLocation)
  }

  /// Waits until the program has ended; returns its exit status, or the negative signal number.
  func end() -> Int32 {
    var status: Int32 = 0
    let deadline = ContinuousClock.now + .seconds(30)
    while waitpid(process, &status, WNOHANG) == 0 {
      if ContinuousClock.now > deadline { Foundation.kill(process, SIGKILL) }
      read(waiting: 20)
    }
    isOver = true
    read(waiting: 0)
    let signal = status & 0x7F
    return signal == 0 ? (status >> 8) & 0xFF : -signal
  }

  /// Whether the terminal echoes and edits lines, as a shell expects to find it.
  var isAsAShellExpectsIt: Bool {
    var settings = termios()
    tcgetattr(terminal, &settings)
    let expected = tcflag_t(ECHO | ICANON | ISIG)
    return settings.c_lflag & expected == expected
  }

  private func read(waiting milliseconds: Int32) {
    var descriptor = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    while poll(&descriptor, 1, milliseconds) > 0 {
      var bytes = [UInt8](repeating: 0, count: 65_536)
      let count = Glibc.read(terminal, &bytes, bytes.count)
      guard count > 0 else { return }
      written += bytes.prefix(count)
      undecoded += bytes.prefix(count)
      // A character may come in two pieces.
      guard let text = String(validating: undecoded, as: UTF8.self) else { continue }
      screen.take(text)
      undecoded = []
    }
  }

  private static func spawn(
    _ program: Program, _ arguments: [String], on terminal: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The first terminal that a session leader opens becomes its own.
    posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    posix_spawnattr_setflags(&attributes, newSession)
    // `env` goes to the folder and becomes the program.
    let path = "/usr/bin/env"
    let folder = program.folder.path(percentEncoded: false)
    let start = [path, "--chdir=\(folder)", Program.executable.path(percentEncoded: false)]
    let words = (start + arguments).map { strdup($0) } + [nil]
    let environment = program.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + environment { free(text) } }
    var process: pid_t = 0
    let error = posix_spawn(&process, path, &actions, &attributes, words, environment)
    try #require(error == 0, "cannot start \(path): \(error)")
    return process
  }
}
