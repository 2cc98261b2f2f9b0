import Foundation

/// What the disk alone can do: append a number of bytes to a file and wait until they are on it.
final class RawDisk {
  private let handle: Int32
  private let path: String
  private let bytes: [UInt8]

  /// - Parameter byteCount: Of one append.
  init(in folder: String, byteCount: Int) throws {
    path = folder + "/raw"
    bytes = (0..<byteCount).map { UInt8(truncatingIfNeeded: $0) }
    handle = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    guard handle >= 0 else { throw POSIXError(.EIO) }
  }

  deinit {
    close(handle)
    unlink(path)
  }

  /// Seconds for so many appends, each flushed by itself.
  func seconds(forAppends count: Int) throws -> Double {
    let begin = TimeSpent.now
    for _ in 0..<count {
      guard write(handle, bytes, bytes.count) == bytes.count, fdatasync(handle) == 0 else {
        throw POSIXError(.EIO)
      }
    }
    return TimeSpent.since(begin).wallSeconds
  }
}
