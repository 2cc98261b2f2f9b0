import Foundation
import Synchronization
import Testing

/// The built program, run as its users run it: another process, arguments in, text and status out.
struct Program {
  struct Outcome: CustomStringConvertible {
    let status: Int32
    let output: String
    let errors: String

    var description: String { "exit \(status)\n\(output)\n\(errors)" }
  }

  static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The program lies beside the test bundle that is running.
  static let executable = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "hantar")

  /// Where every file of one test goes.
  let folder: URL
  var now = "2017-07-27T08:00:00+07:00"
  /// Environment variables beside those that every run has.
  var settings: [String: String] = [:]

  /// Makes an empty folder for one test; ``remove()`` it at the end.
  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "hantar-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: folder.appending(path: name))
  }

  func read(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
  }

  var environment: [String: String] {
    var usual = [
      "HANTAR_NOW": now, "HANTAR_LANG": "en", "PATH": "/usr/bin:/bin",
      "HANTAR_MAPS": Self.repository.appending(path: "maps").path(percentEncoded: false),
      "XDG_RUNTIME_DIR": folder.path(percentEncoded: false),
    ]
    if FileManager.default.fileExists(atPath: path("pin")) {
      usual["HANTAR_PIN_FILE"] = path("pin")
    }
    return usual.merging(settings) { _, own in own }
  }

  /// Runs the program in the test's folder and waits for it.
  @discardableResult
  func run(_ arguments: String...) throws -> Outcome { try run(arguments) }

  @discardableResult
  func run(_ arguments: [String]) throws -> Outcome { try launch(arguments).outcome() }

  /// Runs one of the repository's scripts in the test's folder and waits for it.
  func run(script: String, _ arguments: String...) throws -> Outcome {
    try launch(Self.repository.appending(path: script), arguments).outcome()
  }

  /// Runs the program and requires that it succeeds.
  @discardableResult
  func succeed(
    _ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let outcome = try run(arguments)
    try #require(
      outcome.status == 0, "hantar \(arguments.joined(separator: " ")): \(outcome)",
      sourceLocation: sourceLocation)
    return outcome.output
  }

  /// Starts the program and kills it, beyond any chance to tidy up, after `delay`.
  ///
  /// - Returns: Whether it was still running when it was killed.
  func kill(after delay: Duration, _ arguments: [String]) throws -> Bool {
    try outcome(ofKillAfter: delay, arguments).wasRunning
  }

  /// Does the same, and also gives what the program had said by then.
  func outcome(
    ofKillAfter delay: Duration, _ arguments: [String]
  ) throws -> (wasRunning: Bool, output: String) {
    let process = try launch(arguments)
    let deadline = ContinuousClock.now + delay
    while process.task.isRunning, ContinuousClock.now < deadline { usleep(200) }
    let wasRunning = process.task.isRunning
    if wasRunning { Foundation.kill(process.task.processIdentifier, SIGKILL) }
    process.task.waitUntilExit()
    return (wasRunning, try process.collected().0)
  }

  /// Starts the program, interrupts it as Ctrl-C does as soon as it says something, and waits for it.
  func interrupt(
    when hasCome: (String) -> Bool, _ arguments: [String]
  ) throws -> Outcome {
    let process = try launch(arguments)
    let deadline = ContinuousClock.now + .seconds(60)
    while process.task.isRunning, ContinuousClock.now < deadline, !hasCome(try process.said()) {
      usleep(20_000)
    }
    process.task.interrupt()
    return try process.outcome()
  }

  private struct Launched {
    let task: Process
    let output: URL
    let errors: URL

    /// What it has written to standard error so far.
    func said() throws -> String { String(decoding: try Data(contentsOf: errors), as: UTF8.self) }

    func collected() throws -> (String, String) {
      defer {
        try? FileManager.default.removeItem(at: output)
        try? FileManager.default.removeItem(at: errors)
      }
      let texts = try [output, errors].map {
        String(decoding: try Data(contentsOf: $0), as: UTF8.self)
      }
      return (texts[0], texts[1])
    }

    /// Waits for it to end.
    func outcome() throws -> Outcome {
      task.waitUntilExit()
      let (output, errors) = try collected()
      return Outcome(status: task.terminationStatus, output: output, errors: errors)
    }
  }

  /// Output goes to files rather than pipes, so that no amount of it can block the program.
  private func launch(_ arguments: [String]) throws -> Launched {
    try launch(Self.executable, arguments)
  }

  private func launch(_ executable: URL, _ arguments: [String]) throws -> Launched {
    let task = Process()
    task.executableURL = executable
    task.arguments = arguments
    task.currentDirectoryURL = folder
    task.environment = environment
    let files = ["out", "err"].map { folder.appending(path: ".\(UUID().uuidString).\($0)") }
    for file in files { try Data().write(to: file) }
    task.standardInput = FileHandle.nullDevice
    task.standardOutput = try FileHandle(forWritingTo: files[0])
    task.standardError = try FileHandle(forWritingTo: files[1])
    try task.run()
    return Launched(task: task, output: files[0], errors: files[1])
  }
}
