import Custody

extension Workspace {
  /// Copies everything but the keys to a new folder, as it is at one moment.
  ///
  /// With `keys/office.key` put back into it, the folder is a workspace.
  ///
  /// - Throws: ``StorageError/alreadyExists(path:)`` if something is there already.
  public func backup(to path: String) throws {
    let target = WorkspaceFolder(path)
    guard target.isVacant else { throw StorageError.alreadyExists(path: target.path) }
    let draft = try target.makeSibling()
    do {
      // The anchor first: the copy of the ledger then reaches at least as far.
      let anchor = store.anchor
      try OwnerOnlyFile.write(Array(anchor.text(of: try anchor.read()).utf8), to: draft.anchor)
      try store.file.copy(to: draft.database)
      try target.take(draft)
    } catch {
      draft.remove()
      throw error
    }
  }
}
