/// Walks over nodes that are written as parallel lists of differences.
///
/// Source: <https://wiki.openstreetmap.org/wiki/PBF_Format>, messages `DenseNodes` and `DenseInfo`.
struct PBFDenseNodes {
  private(set) var id: Int64 = 0
  private(set) var latitude: Int64 = 0
  private(set) var longitude: Int64 = 0
  private var ids: MessageCursor
  private var latitudes: MessageCursor
  private var longitudes: MessageCursor
  /// For each node pairs of texts, then a zero; empty if no node has tags.
  private var keysAndValues: MessageCursor
  private let hasTags: Bool
  /// For each node whether it exists; empty if all do.
  private var visibles: MessageCursor
  private let hasVisibles: Bool

  init(_ bytes: Span<UInt8>, _ message: Range<Int>) throws(OSMFault) {
    var (ids, latitudes, longitudes, keysAndValues) = (0..<0, 0..<0, 0..<0, 0..<0)
    var visibles = 0..<0
    var cursor = MessageCursor(message)
    while !cursor.isAtEnd {
      let field = try cursor.field(bytes)
      switch field.number {
      case 1: try cursor.list(of: field, bytes, into: &ids)
      case 5: try Self.readInfo(cursor.range(of: field, bytes), bytes, visibles: &visibles)
      case 8: try cursor.list(of: field, bytes, into: &latitudes)
      case 9: try cursor.list(of: field, bytes, into: &longitudes)
      case 10: try cursor.list(of: field, bytes, into: &keysAndValues)
      default: try cursor.skip(field, bytes)
      }
    }
    self.ids = MessageCursor(ids)
    self.latitudes = MessageCursor(latitudes)
    self.longitudes = MessageCursor(longitudes)
    self.keysAndValues = MessageCursor(keysAndValues)
    hasTags = !keysAndValues.isEmpty
    self.visibles = MessageCursor(visibles)
    hasVisibles = !visibles.isEmpty
  }

  /// Steps to the next node and says whether it is deleted; nothing at the end.
  ///
  /// The tags of each node must be taken before the next step.
  mutating func next(_ bytes: Span<UInt8>) throws(OSMFault) -> Bool? {
    guard !ids.isAtEnd else {
      guard latitudes.isAtEnd, longitudes.isAtEnd, keysAndValues.isAtEnd, visibles.isAtEnd else {
        throw .unevenLists
      }
      return nil
    }
    guard !latitudes.isAtEnd, !longitudes.isAtEnd, !hasVisibles || !visibles.isAtEnd else {
      throw .unevenLists
    }
    id &+= try ids.signedNumber(bytes)
    latitude &+= try latitudes.signedNumber(bytes)
    longitude &+= try longitudes.signedNumber(bytes)
    guard hasVisibles else { return false }
    return try visibles.number(bytes) == 0
  }

  /// The tags of the node that the last step came to.
  mutating func tags(_ texts: PBFTexts, _ bytes: Span<UInt8>) throws(OSMFault) -> OSMTags {
    guard hasTags else { return OSMTags() }
    var tags: [OSMTagPieces] = []
    while true {
      if keysAndValues.isAtEnd { throw .unevenLists }
      let key = try keysAndValues.number(bytes)
      if key == 0 { break }
      if keysAndValues.isAtEnd { throw .unevenLists }
      let value = try keysAndValues.number(bytes)
      tags.append(try OSMTagPieces(key: texts[key], value: texts[value]))
      try OSMLimits.tags.check(tags.count)
    }
    return tags.isEmpty ? OSMTags() : OSMTags(pieces: tags, of: texts.text)
  }

  private static func readInfo(
    _ info: Range<Int>, _ bytes: Span<UInt8>, visibles: inout Range<Int>
  ) throws(OSMFault) {
    var cursor = MessageCursor(info)
    while !cursor.isAtEnd {
      let field = try cursor.field(bytes)
      if field.number == 6 {
        try cursor.list(of: field, bytes, into: &visibles)
      } else {
        try cursor.skip(field, bytes)
      }
    }
  }
}
