/// The ways of packing a block of PBF that exist beside the one that is read, zlib.
public enum OSMPacking: String, Hashable, Sendable {
  case lz4, zstd, lzma
  case bzip2
}
