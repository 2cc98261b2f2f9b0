import Custody
import Foundation

/// The end of the ledger, written down outside the database.
///
/// It is replaced after each commit and so may be behind, never ahead: a ledger that ends before
/// its anchor was cut.
struct AnchorFile: Sendable {
  let path: String
  let key: LedgerKey

  /// The bytes of the file as found; nothing if there is none.
  var bytes: [UInt8]? { FileManager.default.contents(atPath: path).map(Array.init) }

  /// Reads the anchor.
  ///
  /// - Throws: ``StorageError/unsoundLedger(_:)`` if it is gone, changed or not this office's.
  func read() throws -> LedgerAnchor {
    guard let bytes else { throw StorageError.unsoundLedger(.anchorMissing) }
    let anchor: LedgerAnchor
    do { anchor = try LedgerAnchor(fileBytes: bytes) } catch {
      throw StorageError.unsoundLedger(.anchorUnreadable(error))
    }
    guard anchor.isAuthentic(under: key) else { throw StorageError.unsoundLedger(.anchorForged) }
    return anchor
  }

  /// Writes the very first anchor of a workspace.
  func create(at head: ChainHead) throws {
    try OwnerOnlyFile.write(LedgerAnchor(head: head, sealedWith: key).fileBytes, to: path)
  }

  /// Moves the anchor on to `head`, unless another process has moved it further already.
  func advance(to head: ChainHead) throws {
    let folder = open(URL(filePath: path).deletingLastPathComponent().path, O_RDONLY)
    guard folder >= 0 else { throw StorageError.file(failedAt: path) }
    defer { close(folder) }  // and with it the lock
    guard flock(folder, LOCK_EX) == 0 else { throw StorageError.file(failedAt: path) }
    guard try read().head.count < head.count else { return }
    try OwnerOnlyFile.write(LedgerAnchor(head: head, sealedWith: key).fileBytes, to: path)
  }
}
