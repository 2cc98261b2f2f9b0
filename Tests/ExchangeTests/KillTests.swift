import Custody
import ExchangeSimulation
import Foundation
import Storage
import TestSupport
import Testing

/// Programs are killed, beyond any chance to tidy up, while they confirm and while they merge.
@Suite struct KillTests {
  /// A dozen of each; `HANTAR_KILLS` says another number.
  private static let kills =
    ProcessInfo.processInfo.environment["HANTAR_KILLS"].flatMap { Int($0) } ?? 12

  private static let worker = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "exchange-worker")

  /// Starts the worker, kills it once it has said `lines` things and a little more time has passed,
  /// and returns the last that it said.
  private func kill(
    _ arguments: [String], after lines: Int, and pause: Duration
  ) throws -> Int? {
    let task = Process()
    let output = Pipe()
    task.executableURL = Self.worker
    task.arguments = arguments
    task.standardOutput = output
    try task.run()
    var said: [UInt8] = []
    while said.count(where: { $0 == UInt8(ascii: "\n") }) < lines {
      let more = output.fileHandleForReading.availableData
      guard !more.isEmpty else { break }
      said += more
    }
    usleep(UInt32(pause.components.attoseconds / 1_000_000_000_000))
    Foundation.kill(task.processIdentifier, SIGKILL)
    said += output.fileHandleForReading.readDataToEndOfFile()
    task.waitUntilExit()
    // A line without its end was not said.
    return String(decoding: said, as: UTF8.self).components(separatedBy: "\n").dropLast().last
      .flatMap { Int($0) }
  }

  @Test func aKilledDeviceHasEveryEventThatItConfirmed() throws {
    let folder = try TestFolder()
    let path = try AttackedDay.played.get().copyOfPocket(2, in: folder.path)
    var random = SplitMix64(seed: 3)
    for _ in 0..<Self.kills {
      let said = try kill(
        ["confirm", path, "730418"], after: Int.random(in: 0..<6, using: &random),
        and: .microseconds(Int.random(in: 0..<9000, using: &random)))
      let pocket = try Pocket.open(at: path, pin: "730418", clock: AttackedDay.clock(320))
      let found = try pocket.signedEvents().count
      #expect(found >= said ?? 0)
      #expect(found <= (said ?? found) + 1, "an event that nobody recorded")
    }
  }

  @Test func aKilledOfficeHasEveryFileThatItConfirmed() throws {
    let day = try AttackedDay.played.get()
    let folder = try TestFolder()
    let files = try day.files.enumerated().map { index, bytes in
      let path = "\(folder.path)/\(index).bundle"
      try Data(bytes).write(to: URL(filePath: path))
      return path
    }
    let entries = [8, 10, 11, 12]
    var random = SplitMix64(seed: 4)
    for kill in 0..<Self.kills {
      let office = "\(folder.path)/office-\(kill)"
      try FileManager.default.copyItem(atPath: day.morning, toPath: office)
      let said = try self.kill(
        ["merge", office] + files, after: Int.random(in: 0..<4, using: &random),
        and: .microseconds(Int.random(in: 0..<9000, using: &random)))
      let store = try Workspace.open(at: office).store
      #expect(try store.entryCount() >= entries[said.map { $0 + 1 } ?? 0])
      #expect(entries.contains(try store.entryCount()), "half a file was taken in")
      #expect(try store.verify().findings == [])
    }
  }
}
