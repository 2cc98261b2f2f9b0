/// A map of OpenStreetMap on disk: PBF, or XML as it is or packed by gzip or bzip2.
///
/// Can be read any number of times. Reading holds one block of the file in memory, never the map.
public struct OSMFile: Sendable {
  public let path: String
  public let format: OSMFormat

  /// Recognises the file by what it contains, whatever it is called.
  public init(path: String) throws(OSMError) {
    self.path = path
    format = try OSMFormat(recognising: path)
  }

  /// Delivers the things of `kinds` to `sink`, in file order.
  ///
  /// - Parameter progress: Called from time to time with the part of the file's bytes read, 0 to 1.
  public func read(
    _ kinds: OSMKinds, into sink: inout some OSMSink, progress: ((Double) -> Void)? = nil
  ) throws(OSMError) -> OSMReadReport {
    let file = try InputFile(path: path)
    switch format {
    case .pbf:
      var reader = try PBFReader(file, kinds: kinds)
      return try reader.read(into: &sink, progress: progress)
    case .xml, .xmlGzip, .xmlBZip2:
      var reader = try XMLReader(UnpackedFile(file, format: format), kinds: kinds)
      return try reader.read(into: &sink, progress: progress)
    }
  }
}
