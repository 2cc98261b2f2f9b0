import Custody
import Foundation
import Synchronization

/// The office's secrets as this process has them, and the file they come from.
///
/// A class because a rotation replaces them under every copy of the store.
final class KeyRing: Sendable {
  let path: String
  private let current: Mutex<OfficeKeys>

  init(path: String, keys: OfficeKeys) {
    self.path = path
    current = Mutex(keys)
  }

  var keys: OfficeKeys { current.withLock { $0 } }

  /// Makes `keys` durable, then uses them.
  func replace(with keys: OfficeKeys) throws {
    try OwnerOnlyFile.write(keys.fileBytes, to: path)
    current.withLock { $0 = keys }
  }

  /// Takes the keys from their file if another process has replaced them.
  ///
  /// - Parameter number: Of the key for personal data that the store was last sealed with.
  /// - Throws: ``StorageError/oldKeys(path:)`` if the file has no such key.
  func refresh(toReach number: Int) throws {
    guard keys.personalDataKeyNumber < number else { return }
    let stored = try Self.read(path)
    guard stored.personalDataKeyNumber >= number else { throw StorageError.oldKeys(path: path) }
    current.withLock { $0 = stored }
  }

  /// Reads the keys from their file.
  ///
  /// - Throws: ``StorageError`` if the file is gone, readable by others or damaged.
  static func read(_ path: String) throws -> OfficeKeys {
    guard let bytes = try OwnerOnlyFile.read(path) else {
      throw StorageError.missingKey(path: path)
    }
    do { return try OfficeKeys(fileBytes: bytes) } catch {
      throw StorageError.badKey(path: path, error)
    }
  }
}
