@preconcurrency import Glibc

/// What `print` writes to.
enum StandardOutput {
  /// Writes out what is still held back; false if anything printed so far was lost.
  static func flush() -> Bool { fflush(stdout) == 0 && ferror(stdout) == 0 }
}
