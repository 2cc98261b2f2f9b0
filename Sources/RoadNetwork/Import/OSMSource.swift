public import OpenStreetMap

/// Where the things of a map come from, as often as they are asked for.
public protocol OSMSource {
  associatedtype Failure: Error

  /// Delivers the things of `kinds` to `sink`, the same ones in the same order every time.
  func read(
    _ kinds: OSMKinds, into sink: inout some OSMSink, progress: ((Double) -> Void)?
  ) throws(Failure) -> OSMReadReport
}

extension OSMFile: OSMSource {}
