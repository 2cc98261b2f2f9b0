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
