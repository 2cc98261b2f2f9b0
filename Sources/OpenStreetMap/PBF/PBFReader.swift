/// Reads a map in the format PBF.
///
/// Source: <https://wiki.openstreetmap.org/wiki/PBF_Format>.
struct PBFReader {
  private let kinds: OSMKinds
  private var blobs: PBFBlobs

  init(_ file: InputFile, kinds: OSMKinds) throws(OSMError) {
    self.kinds = kinds
    blobs = try PBFBlobs(file)
  }

  mutating func read(
    into sink: inout some OSMSink, progress: ((Double) -> Void)?
  ) throws(OSMError) -> OSMReadReport {
    var blocks = PBFBlockReader(kinds: kinds)
    var hasHeader = false
    while let kind = try blobs.next() {
      switch kind {
      case .header:
        try checkHeader()
        hasHeader = true
      case .data:
        guard hasHeader else { throw blobs.damage(.missingHeader) }
        do {
          try blocks.read(blobs.bytes.span, blobs.range, into: &sink)
        } catch {
          throw blobs.damage(error)
        }
      case .other: break
      }
      progress?(blobs.file.fraction)
    }
    guard hasHeader else { throw blobs.damage(.missingHeader) }
    return blocks.report
  }

  private func checkHeader() throws(OSMError) {
    let unknown = try blobs.inFile { () throws(OSMFault) in
      try PBFHeader.unknownFeature(blobs.bytes.span, blobs.range)
    }
    if let unknown { throw .unsupportedFeature(path: blobs.file.path, feature: unknown) }
  }
}
