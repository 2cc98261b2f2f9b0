/// Where in a file something is wrong.
public enum OSMPlace: Hashable, Sendable {
  /// Bytes from the start of the file as it lies on the disk.
  case byte(Int)
  /// Counted from one, in the unpacked text.
  case line(Int)
}
