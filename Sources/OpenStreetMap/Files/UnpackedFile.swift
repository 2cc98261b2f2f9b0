/// The bytes of a file, unpacked where it is packed.
enum UnpackedFile {
  case plain(InputFile)
  case gzip(GzipReader)
  case bzip2(BZip2Reader)

  init(_ file: InputFile, format: OSMFormat) throws(OSMError) {
    switch format {
    case .pbf, .xml: self = .plain(file)
    case .xmlGzip: self = try .gzip(GzipReader(file))
    case .xmlBZip2: self = try .bzip2(BZip2Reader(file))
    }
  }

  var file: InputFile {
    switch self {
    case .plain(let file): file
    case .gzip(let reader): reader.file
    case .bzip2(let reader): reader.file
    }
  }

  /// Fills the front of `buffer` with the next bytes; fewer than `count` only at the end.
  func read(_ count: Int, into buffer: inout [UInt8]) throws(OSMError) -> Int {
    switch self {
    case .plain(let file): try file.read(count, into: &buffer)
    case .gzip(let reader): try reader.read(count, into: &buffer)
    case .bzip2(let reader): try reader.read(count, into: &buffer)
    }
  }
}
