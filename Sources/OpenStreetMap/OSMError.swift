/// Why a file was not read to its end; what it delivered until then must not be used.
public enum OSMError: Error, Hashable, Sendable {
  /// The file cannot be opened or read; `reason` is the system's.
  case unreadable(path: String, reason: String)
  /// The file is whole but no map that is read here.
  case foreign(path: String, found: OSMForeignFile)
  /// The file says that whoever reads it must know something that this reader does not.
  case unsupportedFeature(path: String, feature: String)
  /// A block is packed in a way that is not read.
  case unsupportedPacking(path: String, atByte: Int, packing: OSMPacking)
  case damaged(path: String, place: OSMPlace, fault: OSMFault)
}

/// Where in a file something is wrong.
public enum OSMPlace: Hashable, Sendable {
  /// Bytes from the start of the file as it lies on the disk.
  case byte(Int)
  /// Counted from one, in the unpacked text.
  case line(Int)
}

/// The ways of packing a block of PBF that exist beside the one that is read, zlib.
public enum OSMPacking: String, Hashable, Sendable {
  case lz4, zstd, lzma
  case bzip2
}

/// What a file is instead of a map.
public enum OSMForeignFile: Hashable, Sendable {
  case empty
  case zip, xz, zstd, o5m, json
  case webPage
  /// Changes to a map (`osmChange`), not a map.
  case changes
  /// XML with another root element.
  case xml(root: String)
  case unknown
}
