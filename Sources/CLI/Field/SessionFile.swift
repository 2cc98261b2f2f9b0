import Custody
import Foundation

/// Where the key of an unlocked pocket lies for the rest of a shift.
///
/// In memory where the machine has a place for that (`$XDG_RUNTIME_DIR`, `/dev/shm`), else in the
/// temporary folder; for its owner only. What is in it ends with the shift.
struct SessionFile {
  let path: String

  /// - Parameter pocket: The path of the pocket that the session opens.
  init(pocket: String) {
    let name = URL(filePath: pocket).resolvingSymlinksInPath().standardizedFileURL
      .path(percentEncoded: false)
    let digest = Fingerprint(sha256Of: Array(name.utf8)).description.prefix(24)
    path = Self.folder + "/hantar-\(geteuid())-\(digest).session"
  }

  /// The bytes of the session; nothing if there is none, or another user may have made or read it.
  func read() -> [UInt8]? {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      status.st_uid == geteuid(), status.st_mode & 0o077 == 0, status.st_size <= 65_536
    else { return nil }
    var bytes = [UInt8](repeating: 0, count: Int(status.st_size))
    guard Glibc.read(file, &bytes, bytes.count) == bytes.count else { return nil }
    return bytes
  }

  /// Keeps a session, in place of an older one.
  func write(_ bytes: [UInt8]) throws {
    remove()
    // A link that someone else put there is refused, not followed.
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw cannotWrite }
    defer { close(file) }
    guard Glibc.write(file, bytes, bytes.count) == bytes.count else {
      remove()
      throw cannotWrite
    }
  }

  func remove() { unlink(path) }

  private var cannotWrite: Failure {
    let reason = String(cString: strerror(errno))
    return Failure(
      .cannotWrite, id: "sesi tidak bisa disimpan di \(path): \(reason)",
      en: "the session cannot be kept in \(path): \(reason)")
  }

  private static var folder: String {
    let named = ProcessInfo.processInfo.environment["XDG_RUNTIME_DIR"] ?? ""
    let candidates = [named, "/dev/shm"].filter { !$0.isEmpty }
    return candidates.first { access($0, W_OK | X_OK) == 0 }
      ?? FileManager.default.temporaryDirectory.path(percentEncoded: false)
  }
}
