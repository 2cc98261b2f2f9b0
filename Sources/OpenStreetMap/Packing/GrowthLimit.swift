/// Stops the reading of a file that unpacks to hundreds of times its size.
///
/// Maps pack ten- to twentyfold; what packs far better is made to fill memory and hours.
struct GrowthLimit {
  private static let largestGrowth = 200
  private static let freeBytes = 16 << 20

  private var unpackedBytes = 0

  /// Counts `unpacked` more bytes; false if they are too many for `position` bytes of the file.
  mutating func allows(_ unpacked: Int, from position: Int) -> Bool {
    unpackedBytes += unpacked
    return unpackedBytes <= max(Self.freeBytes, Self.largestGrowth * position)
  }
}
