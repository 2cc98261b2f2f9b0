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

/// The fields of a `PrimitiveGroup` that hold things of the map.
enum PBFGroupField: UInt64 {
  case node = 1
  case denseNodes = 2
  case way = 3
  case relation = 4

  var kinds: OSMKinds {
    switch self {
    case .node, .denseNodes: .nodes
    case .way: .ways
    case .relation: .relations
    }
  }
}

/// How the whole numbers of a block become places.
struct PBFPlace {
  /// In 1e-9 degrees.
  var granularity: Int64 = 100
  var latitudeOffset: Int64 = 0
  var longitudeOffset: Int64 = 0

  /// In whole 1e-7 degrees; nothing for what is not on the globe.
  func latitudeE7(_ latitude: Int64) -> Int32? {
    degreesE7(latitude, offset: latitudeOffset, limitE7: 900_000_000)
  }

  /// In whole 1e-7 degrees; nothing for what is not on the globe.
  func longitudeE7(_ longitude: Int64) -> Int32? {
    degreesE7(longitude, offset: longitudeOffset, limitE7: 1_800_000_000)
  }

  @inline(__always)
  private func degreesE7(_ value: Int64, offset: Int64, limitE7: Int64) -> Int32? {
    if granularity == 100, offset == 0 {
      return (-limitE7...limitE7).contains(value) ? Int32(truncatingIfNeeded: value) : nil
    }
    let (scaled, isBeyond) = value.multipliedReportingOverflow(by: granularity)
    let (degreesE9, isFurtherBeyond) = scaled.addingReportingOverflow(offset)
    guard !isBeyond, !isFurtherBeyond, degreesE9.magnitude <= limitE7.magnitude * 100 else {
      return nil
    }
    return Int32(truncatingIfNeeded: (degreesE9 + (degreesE9 < 0 ? -50 : 50)) / 100)
  }
}
