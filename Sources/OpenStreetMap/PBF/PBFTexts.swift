/// The texts of one block, which its tags and roles name by number.
///
/// Source: <https://wiki.openstreetmap.org/wiki/PBF_Format>, message `StringTable`.
struct PBFTexts {
  let text: OSMText
  private let pieces: [OSMTextPiece]
  private(set) var mended = 0
  /// One string for each role, however many members have it.
  private var roles: [UInt64: String] = [:]

  init(_ bytes: Span<UInt8>, _ message: Range<Int>) throws(OSMFault) {
    var cursor = MessageCursor(message)
    var text: [UInt8] = []
    var pieces: [OSMTextPiece] = []
    text.reserveCapacity(message.count)
    while !cursor.isAtEnd {
      let field = try cursor.field(bytes)
      guard field.number == 1 else {
        try cursor.skip(field, bytes)
        continue
      }
      let range = try cursor.range(of: field, bytes)
      try OSMLimits.textBytes.check(range.count)
      let start = text.count
      mended += text.append(mending: bytes.extracting(range))
      pieces.append(OSMTextPiece(last: text.count - start, of: text.count))
      try OSMLimits.blockTexts.check(pieces.count)
    }
    self.text = OSMText(text)
    self.pieces = pieces
  }

  subscript(index: UInt64) -> OSMTextPiece {
    get throws(OSMFault) {
      guard index < UInt64(pieces.count) else { throw .missingText(index: index) }
      return pieces[Int(index)]
    }
  }

  mutating func role(_ index: UInt64) throws(OSMFault) -> String {
    if let role = roles[index] { return role }
    let role = text.string(try self[index])
    roles[index] = role
    return role
  }

  /// The tags of a way or a relation, from its list of keys and its list of values.
  func tags(
    keys: Range<Int>, values: Range<Int>, _ bytes: Span<UInt8>
  ) throws(OSMFault) -> OSMTags {
    if keys.isEmpty, values.isEmpty { return OSMTags() }
    var keys = MessageCursor(keys)
    var values = MessageCursor(values)
    let count = keys.numbersLeft(bytes)
    guard count == values.numbersLeft(bytes) else { throw .unevenLists }
    try OSMLimits.tags.check(count)
    var tags: [OSMTagPieces] = []
    tags.reserveCapacity(count)
    while !keys.isAtEnd {
      let key = try self[keys.number(bytes)]
      tags.append(OSMTagPieces(key: key, value: try self[values.number(bytes)]))
    }
    return OSMTags(pieces: tags, of: text)
  }
}
