import Foundation

/// Files and folders that only their owner may read, written whole or not at all.
enum OwnerOnlyFile {
  static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw StorageError.file(path: path, detail: error.localizedDescription)
    }
  }

  /// Writes `bytes` beside `path`, makes them durable, and renames them into place.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let draft = "\(path).\(getpid()).new"
    let file = open(draft, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard file >= 0 else { throw StorageError.file(failedAt: path) }
    let isWritten = Foundation.write(file, bytes, bytes.count) == bytes.count && fsync(file) == 0
    let failure = StorageError.file(failedAt: path)
    close(file)
    guard isWritten else {
      unlink(draft)
      throw failure
    }
    guard rename(draft, path) == 0 else { throw StorageError.file(failedAt: path) }
    try syncFolder(URL(filePath: path).deletingLastPathComponent().path)
  }

  /// Reads a key; nothing if there is no such file.
  ///
  /// - Throws: ``StorageError/keyReadableByOthers(path:)`` if anyone but its owner may touch it.
  static func read(_ path: String) throws -> [UInt8]? {
    let file = open(path, O_RDONLY)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw StorageError.file(failedAt: path)
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw StorageError.file(failedAt: path) }
    guard status.st_mode & 0o077 == 0 else { throw StorageError.keyReadableByOthers(path: path) }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    guard Foundation.read(file, &bytes, bytes.count) == bytes.count else {
      throw StorageError.file(failedAt: path)
    }
    return bytes
  }

  /// Makes a rename inside `folder` survive a power cut.
  static func syncFolder(_ folder: String) throws {
    let handle = open(folder, O_RDONLY)
    guard handle >= 0 else { throw StorageError.file(failedAt: folder) }
    defer { close(handle) }
    guard fsync(handle) == 0 else { throw StorageError.file(failedAt: folder) }
  }
}
