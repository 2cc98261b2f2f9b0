import Foundation

/// Where everything in a workspace lies.
struct WorkspaceFolder: Sendable {
  let path: String

  var database: String { path + "/hantar.sqlite" }
  var anchor: String { path + "/ledger.anchor" }
  var keys: String { path + "/keys" }
  var officeKey: String { keys + "/office.key" }
  var outputs: String { path + "/outputs" }

  init(_ path: String) {
    let trimmed = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    self.path = trimmed.isEmpty ? "." : trimmed
  }

  /// Whether nothing is there yet, or only an empty folder.
  var isVacant: Bool {
    guard FileManager.default.fileExists(atPath: path) else { return true }
    let contents = try? FileManager.default.contentsOfDirectory(atPath: path)
    return contents?.isEmpty ?? false
  }

  /// A folder beside this one, for its owner only, in which it can be built unseen.
  func makeSibling() throws -> WorkspaceFolder {
    let place = URL(filePath: path).standardizedFileURL
    let parent = place.deletingLastPathComponent().path(percentEncoded: false)
    let name = ".\(place.lastPathComponent).\(UUID().uuidString.prefix(8))"
    let sibling = WorkspaceFolder(parent + (parent.hasSuffix("/") ? "" : "/") + name)
    try OwnerOnlyFile.makeFolder(sibling.path)
    try OwnerOnlyFile.makeFolder(sibling.keys)
    try OwnerOnlyFile.makeFolder(sibling.outputs)
    return sibling
  }

  /// Gives a finished folder its place in one step.
  func take(_ finished: WorkspaceFolder) throws {
    guard rename(finished.path, path) == 0 else {
      throw errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR
        ? StorageError.folderNotEmpty(path: path) : StorageError.file(failedAt: path)
    }
    try OwnerOnlyFile.syncFolder(URL(filePath: path).deletingLastPathComponent().path)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}

extension StorageError {
  /// The error of the system call that just failed.
  static func file(failedAt path: String) -> StorageError {
    errno == ENOSPC
      ? .diskFull(path: path) : .file(path: path, detail: String(cString: strerror(errno)))
  }
}
