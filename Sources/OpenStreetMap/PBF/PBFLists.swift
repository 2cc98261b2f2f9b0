/// What nodes, ways and relations of PBF have in common: where the lists of tags lie.
///
/// Source: <https://wiki.openstreetmap.org/wiki/PBF_Format>, messages `Node`, `Way`, `Relation`
/// and `Info`.
struct PBFLists {
  private(set) var keys: Range<Int> = 0..<0
  private(set) var values: Range<Int> = 0..<0
  private(set) var isDeleted = false

  /// Takes a field that all three have, and steps over any other.
  mutating func take(
    _ field: MessageField, _ cursor: inout MessageCursor, _ bytes: Span<UInt8>
  ) throws(OSMFault) {
    switch field.number {
    case 2: try cursor.list(of: field, bytes, into: &keys)
    case 3: try cursor.list(of: field, bytes, into: &values)
    case 4: isDeleted = try Self.isDeleted(cursor.range(of: field, bytes), bytes)
    default: try cursor.skip(field, bytes)
    }
  }

  /// Whether `Info` says that the thing is not visible.
  private static func isDeleted(
    _ info: Range<Int>, _ bytes: Span<UInt8>
  ) throws(OSMFault) -> Bool {
    var cursor = MessageCursor(info)
    var isDeleted = false
    while !cursor.isAtEnd {
      let field = try cursor.field(bytes)
      if field.number == 6 {
        isDeleted = try cursor.number(of: field, bytes) == 0
      } else {
        try cursor.skip(field, bytes)
      }
    }
    return isDeleted
  }
}

extension MessageCursor {
  /// Where a list lies. Writers give a list in one piece; a second piece is a fault.
  mutating func list(
    of field: MessageField, _ bytes: Span<UInt8>, into list: inout Range<Int>
  ) throws(OSMFault) {
    let range = try range(of: field, bytes)
    guard list.isEmpty else { throw .brokenMessage }
    list = range
  }
}
