internal import Foundation
internal import Storage

/// What can befall a machine while it does one thing.
enum Accident: CaseIterable {
  case killed, powerCut, diskFull, diskFailed

  func fault(onDevice: Bool) -> Fault {
    switch self {
    case .killed: onDevice ? .deviceKilled : .officeKilled
    case .powerCut: onDevice ? .devicePowerCut : .officePowerCut
    case .diskFull: onDevice ? .deviceDiskFull : .officeDiskFull
    case .diskFailed: onDevice ? .deviceDiskFailed : .officeDiskFailed
    }
  }
}

/// A folder on a disk that can fail, and what is left of it after each accident.
final class Machine {
  /// Where its files are since it was last started.
  private(set) var folder: String
  private(set) var disk: FaultyDisk
  private let place: String
  private var starts = 1
  /// Files that SQLite does not write: each replaced in one step.
  private let otherFiles: [String]

  /// - Parameter place: A new folder for everything this machine leaves behind.
  init(copying template: String, to place: String, otherFiles: [String] = []) throws {
    self.place = place
    self.otherFiles = otherFiles
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    folder = "\(place)/1"
    try FileManager.default.copyItem(atPath: template, toPath: folder)
    disk = try FaultyDisk(watching: folder)
  }

  /// What came of doing one thing.
  struct Outcome<Value> {
    let result: Result<Value, any Error>
    /// Whether the machine lived to tell.
    let isTold: Bool
    /// Whether whoever had files open must open them again in ``folder``.
    let isRestarted: Bool
  }

  /// Does `work`, during which something may happen.
  func perform<Value>(
    _ accident: Accident?, using random: inout some RandomNumberGenerator,
    _ work: () throws -> Value
  ) throws -> Outcome<Value> {
    let before = disk.moment
    let files = contents()
    if accident == .diskFull {
      disk.leaveRoom(forBytes: Int.random(in: 0..<4096, using: &random))
    }
    if accident == .diskFailed { disk.fail(afterOperations: Int.random(in: 0..<2, using: &random)) }
    let result = Result(catching: work)
    disk.leaveRoom(forBytes: nil)
    disk.fail(afterOperations: nil)
    guard accident == .killed || accident == .powerCut, disk.moment > before else {
      return Outcome(result: result, isTold: true, isRestarted: result.isStorageFailure)
    }
    let cut = Cut(
      from: before, to: disk.moment, cutsPower: accident == .powerCut, using: &random)
    try restart(from: cut, files: cut.isAfterAll ? contents() : files, using: &random)
    return Outcome(result: result, isTold: cut.isAfterAll, isRestarted: true)
  }

  /// Copies what the disk holds now into the new folder `target`, as a backup made by hand would.
  func copy(to target: String, using random: inout some RandomNumberGenerator) throws {
    try disk.cutPower(at: disk.moment, loss: .nothing, into: target, using: &random)
    try put(contents(), into: target)
  }

  /// Goes on with the files in `source` in place of its own.
  func replace(with source: String) throws {
    starts += 1
    folder = "\(place)/\(starts)"
    try FileManager.default.copyItem(atPath: source, toPath: folder)
    disk = try FaultyDisk(watching: folder)
  }

  private func restart(
    from cut: Cut, files: [String: Data], using random: inout some RandomNumberGenerator
  ) throws {
    let remains = "\(place)/remains"
    try disk.cutPower(at: cut.moment, loss: cut.loss, into: remains, using: &random)
    try put(files, into: remains)
    try replace(with: remains)
    try FileManager.default.removeItem(atPath: remains)
  }

  private func contents() -> [String: Data] {
    var contents: [String: Data] = [:]
    for name in otherFiles {
      contents[name] = FileManager.default.contents(atPath: "\(folder)/\(name)")
    }
    return contents
  }

  private func put(_ files: [String: Data], into folder: String) throws {
    for (name, content) in files { try content.write(to: URL(filePath: "\(folder)/\(name)")) }
  }
}

/// Where in a row of writes a machine stops.
///
/// Only such places are taken at which it does not depend on secrets whether the writes count, so
/// that a seed always plays the same day; the power cuts of `ExchangeTests` take every place.
private struct Cut {
  let moment: Int
  let loss: FaultyDisk.Loss
  let isAfterAll: Bool

  init(
    from first: Int, to last: Int, cutsPower: Bool, using random: inout some RandomNumberGenerator
  ) {
    let kind = Int.random(in: 0..<4, using: &random)
    let early = first + Int.random(in: 0..<2, using: &random)
    let loss: FaultyDisk.Loss =
      !cutsPower ? .nothing : Bool.random(using: &random) ? .everything : .someAndTheLast
    switch kind {
    // Before the last write of the transaction.
    case 0: (moment, self.loss, isAfterAll) = (min(early, last - 1), loss, false)
    // All is written and not flushed.
    case 1: (moment, self.loss, isAfterAll) = (last - 1, loss, false)
    default: (moment, self.loss, isAfterAll) = (last, loss, true)
    }
  }
}

extension Result {
  /// Whether the disk failed, as against a rule that said no.
  var isStorageFailure: Bool {
    if case .failure(let error) = self { error is StorageError } else { false }
  }
}
