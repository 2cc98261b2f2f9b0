import Glibc

/// A file that is read from its start to its end.
final class InputFile {
  let path: String
  /// Nothing where it cannot be known, as with a pipe.
  let byteCount: Int?
  /// Bytes read so far.
  private(set) var position = 0
  private let descriptor: Int32

  init(path: String) throws(OSMError) {
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    self.path = path
    guard descriptor >= 0 else { throw .unreadable(path: path, reason: Self.lastReason()) }
    var status = stat()
    let isKnown = unsafe fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    byteCount = isKnown ? Int(status.st_size) : nil
  }

  deinit { close(descriptor) }

  /// The part of the file that has been read, from 0 to 1; 0 where its size is unknown.
  var fraction: Double {
    guard let byteCount, byteCount > 0 else { return 0 }
    return min(1, Double(position) / Double(byteCount))
  }

  /// Fills the front of `buffer` with the next bytes; fewer than `count` only at the end.
  func read(_ count: Int, into buffer: inout [UInt8]) throws(OSMError) -> Int {
    buffer.makeRoom(count)
    var filled = 0
    while filled < count {
      let step = unsafe buffer.withUnsafeMutableBytes { bytes in
        unsafe Glibc.read(descriptor, bytes.baseAddress.map { unsafe $0 + filled }, count - filled)
      }
      if step < 0, errno == EINTR { continue }
      guard step >= 0 else { throw .unreadable(path: path, reason: Self.lastReason()) }
      if step == 0 { break }
      filled += step
      position += step
    }
    return filled
  }

  private static func lastReason() -> String {
    unsafe strerror(errno).map { unsafe String(cString: $0) } ?? "error \(errno)"
  }
}
