/// One unpacked block of a PBF: where its parts lie, and the numbers that hold for all of it.
///
/// Source: <https://wiki.openstreetmap.org/wiki/PBF_Format>, message `PrimitiveBlock`.
struct PBFBlock {
  private(set) var kinds: OSMKinds = []
  private(set) var texts: Range<Int> = 0..<0
  private(set) var place = PBFPlace()
  private var hasTexts = false

  init(_ bytes: Span<UInt8>, _ message: Range<Int>) throws(OSMFault) {
    var cursor = MessageCursor(message)
    while !cursor.isAtEnd {
      let field = try cursor.field(bytes)
      switch field.number {
      case 1:
        if hasTexts { throw .brokenMessage }
        texts = try cursor.range(of: field, bytes)
        hasTexts = true
      case 2: try kinds.formUnion(Self.kinds(of: cursor.range(of: field, bytes), bytes))
      case 17: place.granularity = Int64(bitPattern: try cursor.number(of: field, bytes))
      case 19: place.latitudeOffset = Int64(bitPattern: try cursor.number(of: field, bytes))
      case 20: place.longitudeOffset = Int64(bitPattern: try cursor.number(of: field, bytes))
      default: try cursor.skip(field, bytes)
      }
    }
    if place.granularity <= 0 { throw .granularity(place.granularity) }
  }

  private static func kinds(
    of group: Range<Int>, _ bytes: Span<UInt8>
  ) throws(OSMFault) -> OSMKinds {
    var cursor = MessageCursor(group)
    var kinds: OSMKinds = []
    while !cursor.isAtEnd {
      let field = try cursor.field(bytes)
      kinds.formUnion(PBFGroupField(rawValue: field.number)?.kinds ?? [])
      try cursor.skip(field, bytes)
    }
    return kinds
  }
}
