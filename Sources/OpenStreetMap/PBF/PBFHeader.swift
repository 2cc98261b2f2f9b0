/// What a file says of itself before its data.
///
/// Source: <https://wiki.openstreetmap.org/wiki/PBF_Format>, message `HeaderBlock`.
enum PBFHeader {
  private static let knownFeatures = ["OsmSchema-V0.6", "DenseNodes"]
  /// Is called optional, but files that have it may leave out the nodes of ways.
  private static let unreadableOption = "LocationsOnWays"

  /// The first feature that a reader must know and this one does not.
  static func unknownFeature(
    _ bytes: Span<UInt8>, _ message: Range<Int>
  ) throws(OSMFault) -> String? {
    var cursor = MessageCursor(message)
    while !cursor.isAtEnd {
      let field = try cursor.field(bytes)
      guard field.number == 4 || field.number == 5 else {
        try cursor.skip(field, bytes)
        continue
      }
      let name = try cursor.range(of: field, bytes)
      let feature = String(shown: bytes.extracting(name))
      let isKnown =
        field.number == 4 ? knownFeatures.contains(feature) : feature != unreadableOption
      if !isKnown { return feature }
    }
    return nil
  }
}
