import CZlib

/// Makes what is sent smaller, and back again without ever filling the memory.
///
/// Shape: the unpacked size in four bytes, big-endian, then zlib data (RFC 1950).
enum Packing {
  /// No piece of an exchange is larger unpacked.
  static let largestUnpacked = 16 << 20
  /// Zlib packs at most so many to one; what claims more is made to fill memory.
  private static let largestGrowth = 1_032

  /// - Throws: ``BundleError/tooLarge(byteCount:limit:)``.
  static func pack(_ bytes: [UInt8]) throws(BundleError) -> [UInt8] {
    guard bytes.count <= largestUnpacked else {
      throw .tooLarge(byteCount: bytes.count, limit: largestUnpacked)
    }
    var packed = [UInt8](repeating: 0, count: Int(compressBound(uLong(bytes.count))))
    var count = uLong(packed.count)
    guard compress2(&packed, &count, bytes, uLong(bytes.count), Z_DEFAULT_COMPRESSION) == Z_OK
    else { throw .badPacking }
    return UInt32(bytes.count).bigEndianBytes + packed.prefix(Int(count))
  }

  /// - Throws: ``BundleError/badPacking`` or ``BundleError/tooLarge(byteCount:limit:)``.
  static func unpack(_ packed: [UInt8]) throws(BundleError) -> [UInt8] {
    guard let size = UInt32(bigEndianBytes: packed.prefix(4)) else { throw .badPacking }
    let data = Array(packed.dropFirst(4))
    guard Int(size) <= largestUnpacked, Int(size) <= largestGrowth * (data.count + 1) else {
      throw .tooLarge(byteCount: Int(size), limit: largestUnpacked)
    }
    // Never empty: zlib refuses to write nothing to nowhere.
    var bytes = [UInt8](repeating: 0, count: Int(size) + 1)
    var count = uLong(size)
    guard uncompress(&bytes, &count, data, uLong(data.count)) == Z_OK, count == uLong(size)
    else { throw .badPacking }
    bytes.removeLast()
    return bytes
  }
}

extension UInt32 {
  var bigEndianBytes: [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: self >> $0) }
  }

  /// Reads four bytes; nothing for any other number.
  init?(bigEndianBytes bytes: some Collection<UInt8>) {
    guard bytes.count == 4 else { return nil }
    self = bytes.reduce(0) { $0 << 8 | UInt32($1) }
  }
}
