/// Reads the blocks of a PBF file one after another and unpacks them.
///
/// Source: <https://wiki.openstreetmap.org/wiki/PBF_Format>, messages `BlobHeader` and `Blob`.
struct PBFBlobs {
  enum Kind {
    case header, data
    /// A kind that this version of the format does not know, and readers pass over.
    case other
  }

  private static let largestHeader: UInt64 = 64 << 10
  private static let largestBlock: UInt64 = 32 << 20

  let file: InputFile
  private let inflater: Inflater
  /// The block itself lies in `range` of these bytes.
  private(set) var bytes: [UInt8] = []
  private(set) var range = 0..<0
  /// Where the block begins in the file.
  private(set) var start = 0
  private var packed: [UInt8] = []
  private var growth = GrowthLimit()

  init(_ file: InputFile) throws(OSMError) {
    guard let inflater = Inflater() else {
      throw .unreadable(path: file.path, reason: "zlib does not start")
    }
    self.file = file
    self.inflater = inflater
  }

  /// Reads and unpacks the next block; nothing at the end of the file.
  mutating func next() throws(OSMError) -> Kind? {
    start = file.position
    let lengthBytes = try file.read(4, into: &packed)
    if lengthBytes == 0 { return nil }
    guard lengthBytes == 4 else { throw damage(.cutOff) }
    let length = packed[..<4].reduce(0) { $0 << 8 | UInt64($1) }
    guard length <= Self.largestHeader else {
      throw damage(.tooLarge(.blockHeaderBytes, found: length, limit: Self.largestHeader))
    }
    try fill(Int(length))
    let (kind, size) = try inFile { () throws(OSMFault) in
      try Self.header(packed.span, 0..<Int(length))
    }
    guard size <= Self.largestBlock else {
      throw damage(.tooLarge(.blockBytes, found: size, limit: Self.largestBlock))
    }
    try fill(Int(size))
    if kind != .other { try unpack(Int(size)) }
    return kind
  }

  func damage(_ fault: OSMFault) -> OSMError {
    .damaged(path: file.path, place: .byte(start), fault: fault)
  }

  /// Runs `body` with its faults put into the place of this block.
  func inFile<Result>(_ body: () throws(OSMFault) -> Result) throws(OSMError) -> Result {
    do {
      return try body()
    } catch {
      throw damage(error)
    }
  }

  /// Reads `count` bytes into `packed`, and no memory is taken for bytes that the file lacks.
  private mutating func fill(_ count: Int) throws(OSMError) {
    if let byteCount = file.byteCount, byteCount - file.position < count { throw damage(.cutOff) }
    guard try file.read(count, into: &packed) == count else { throw damage(.cutOff) }
  }

  private static func header(
    _ bytes: Span<UInt8>, _ message: Range<Int>
  ) throws(OSMFault) -> (kind: Kind, size: UInt64) {
    var cursor = MessageCursor(message)
    var kind = Kind.other
    var size: UInt64?
    while !cursor.isAtEnd {
      let field = try cursor.field(bytes)
      switch field.number {
      case 1: kind = try Kind(name: cursor.range(of: field, bytes), bytes)
      case 3: size = try cursor.number(of: field, bytes)
      default: try cursor.skip(field, bytes)
      }
    }
    guard let size else { throw .brokenMessage }
    return (kind, size)
  }

  private mutating func unpack(_ count: Int) throws(OSMError) {
    let blob = try inFile { () throws(OSMFault) in try PBFBlob(packed.span, 0..<count) }
    switch blob.contents {
    case .raw(let raw):
      range = raw
      swap(&bytes, &packed)
    case .zlib(let zlib):
      guard let size = blob.unpackedSize else { throw damage(.brokenMessage) }
      guard size <= Self.largestBlock else {
        throw damage(.tooLarge(.blockBytes, found: size, limit: Self.largestBlock))
      }
      guard growth.allows(Int(size), from: file.position) else {
        throw damage(.unpacksWithoutEnd)
      }
      do {
        try inflater.unpack(&packed, zlib, size: Int(size), into: &bytes)
      } catch {
        throw damage(error)
      }
      range = 0..<Int(size)
    case .unread(let packing):
      throw .unsupportedPacking(path: file.path, atByte: start, packing: packing)
    case .none:
      throw damage(.brokenMessage)
    }
  }
}

extension PBFBlobs.Kind {
  fileprivate init(name: Range<Int>, _ bytes: Span<UInt8>) {
    switch unsafe bytes.extracting(name).withUnsafeBufferPointer({
      unsafe String(decoding: $0, as: UTF8.self)
    }) {
    case "OSMHeader": self = .header
    case "OSMData": self = .data
    default: self = .other
    }
  }
}
