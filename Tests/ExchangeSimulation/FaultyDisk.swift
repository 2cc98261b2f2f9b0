internal import CFaultyDisk
internal import Foundation

/// The disk under one folder, as SQLite sees it: it can fill up, fail, and lose its power at any
/// moment.
///
/// It remembers every write and every flush, so that ``cutPower(at:loss:into:using:)`` can show what
/// a machine would find after any one of them. Files that SQLite does not write are copied as they
/// were when the watch began.
public final class FaultyDisk {
  /// What becomes of the bytes that were written and not flushed when the power goes.
  public enum Loss: CaseIterable, Sendable {
    /// The program was killed; the machine went on and wrote everything down.
    case nothing
    /// All of them are gone.
    case everything
    /// Each write is there, gone, or torn between two sectors.
    case some
    /// The same, and the last write is gone for certain.
    case someAndTheLast
  }

  public let folder: String
  private let beginning: String
  private let disk: OpaquePointer

  /// Watches `folder`, in which no file may be open.
  public init(watching folder: String) throws {
    self.folder = folder
    beginning = folder + ".beginning"
    try Self.copy(folder, to: beginning)
    guard let disk = faulty_disk_watch(folder) else { throw POSIXError(.ENOMEM) }
    self.disk = disk
  }

  deinit {
    faulty_disk_release(disk)
    try? FileManager.default.removeItem(atPath: beginning)
  }

  /// How many things SQLite has done to its files so far.
  public var moment: Int { faulty_disk_operation_count(disk) }

  /// Leaves room for so many more bytes; nothing for any number.
  public func leaveRoom(forBytes count: Int?) {
    faulty_disk_set_room(disk, count.map(Int64.init) ?? -1)
  }

  /// Fails every write and flush after so many more; nothing for never.
  public func fail(afterOperations count: Int?) {
    faulty_disk_set_health(disk, count.map(Int64.init) ?? -1)
  }

  /// Makes the disk say that a write-ahead log is flushed without flushing it, which is what
  /// `synchronous = NORMAL` would come to.
  public func pretendToFlushLogs() { faulty_disk_set_flushes_logs(disk, false) }

  /// Writes into the new folder `target` what is found after the power went at `moment`.
  public func cutPower(
    at moment: Int, loss: Loss, into target: String, using random: inout some RandomNumberGenerator
  ) throws {
    try Self.copy(beginning, to: target)
    var remains = Remains(folder: target, fileCount: Int(faulty_disk_file_count(disk))) { file in
      String(cString: faulty_disk_file_name(self.disk, Int32(file)))
    }
    for index in 0..<moment { try remains.take(faulty_disk_operation_at(disk, index)) }
    try remains.lose(loss, using: &random)
  }

  private static func copy(_ folder: String, to target: String) throws {
    try FileManager.default.copyItem(atPath: folder, toPath: target)
    for name in try FileManager.default.subpathsOfDirectory(atPath: target)
    where name.hasSuffix("-shm") {
      try FileManager.default.removeItem(atPath: "\(target)/\(name)")
    }
  }
}

/// Files as they stand on a disk, and what was written to them since they were last flushed.
private struct Remains {
  private let paths: [String]
  private var pending: [[faulty_disk_operation]]

  private static let sectorBytes = 512

  init(folder: String, fileCount: Int, name: (Int) -> String) {
    paths = (0..<fileCount).map { "\(folder)/\(name($0))" }
    pending = Array(repeating: [], count: fileCount)
  }

  mutating func take(_ operation: faulty_disk_operation) throws {
    let file = Int(operation.file)
    switch operation.kind {
    case FAULTY_DISK_WRITE, FAULTY_DISK_TRUNCATE: pending[file].append(operation)
    case FAULTY_DISK_SYNC: try flush(file)
    default:
      pending[file] = []
      unlink(paths[file])
    }
  }

  mutating func lose(
    _ loss: FaultyDisk.Loss, using random: inout some RandomNumberGenerator
  ) throws {
    for file in pending.indices {
      switch loss {
      case .nothing: break
      case .everything: pending[file] = []
      case .some: pending[file] = pending[file].compactMap { Self.torn($0, using: &random) }
      case .someAndTheLast:
        pending[file] = pending[file].dropLast().compactMap { Self.torn($0, using: &random) }
      }
      try flush(file)
    }
  }

  /// What of one write reached the disk: all, nothing, or its beginning or end.
  private static func torn(
    _ operation: faulty_disk_operation, using random: inout some RandomNumberGenerator
  ) -> faulty_disk_operation? {
    var rest = operation
    let cut =
      Int.random(in: 0...max(1, operation.count / sectorBytes), using: &random) * sectorBytes
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return nil
    case 1 where cut < operation.count && operation.count > 0: rest.count = cut
    case 2 where cut < operation.count && operation.count > 0:
      rest.bytes = operation.bytes?.advanced(by: cut)
      rest.offset += Int64(cut)
      rest.count -= cut
    default: break
    }
    return rest
  }

  private mutating func flush(_ file: Int) throws {
    guard !pending[file].isEmpty else { return }
    let handle = open(paths[file], O_WRONLY | O_CREAT, 0o600)
    guard handle >= 0 else { throw POSIXError(.EIO) }
    defer { close(handle) }
    for operation in pending[file] {
      if operation.kind == FAULTY_DISK_TRUNCATE {
        guard ftruncate(handle, off_t(operation.offset)) == 0 else { throw POSIXError(.EIO) }
      } else if operation.count > 0 {
        let written = pwrite(
          handle, operation.bytes, operation.count, off_t(operation.offset))
        guard written == operation.count else { throw POSIXError(.EIO) }
      }
    }
    pending[file] = []
  }
}
