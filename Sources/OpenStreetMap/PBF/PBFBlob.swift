/// Where the contents of a block lie, and how they are packed.
struct PBFBlob {
  enum Contents {
    case raw(Range<Int>)
    case zlib(Range<Int>)
    case unread(OSMPacking)
  }

  private(set) var contents: Contents?
  private(set) var unpackedSize: UInt64?

  init(_ bytes: Span<UInt8>, _ message: Range<Int>) throws(OSMFault) {
    var cursor = MessageCursor(message)
    while !cursor.isAtEnd {
      let field = try cursor.field(bytes)
      switch field.number {
      case 1: contents = try .raw(cursor.range(of: field, bytes))
      case 2: unpackedSize = try cursor.number(of: field, bytes)
      case 3: contents = try .zlib(cursor.range(of: field, bytes))
      default:
        if let packing = OSMPacking(pbfField: field.number) { contents = .unread(packing) }
        try cursor.skip(field, bytes)
      }
    }
  }
}

extension OSMPacking {
  fileprivate init?(pbfField: UInt64) {
    switch pbfField {
    case 4: self = .lzma
    case 5: self = .bzip2
    case 6: self = .lz4
    case 7: self = .zstd
    default: return nil
    }
  }
}
