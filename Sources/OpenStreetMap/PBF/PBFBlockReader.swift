/// Delivers the things of one block after another.
struct PBFBlockReader {
  let kinds: OSMKinds
  private(set) var report = OSMReadReport()
  private var place = PBFPlace()

  init(kinds: OSMKinds) {
    self.kinds = kinds
  }

  mutating func read(
    _ bytes: Span<UInt8>, _ message: Range<Int>, into sink: inout some OSMSink
  ) throws(OSMFault) {
    let block = try PBFBlock(bytes, message)
    guard !block.kinds.isDisjoint(with: kinds) else { return }
    place = block.place
    var texts = try PBFTexts(bytes, block.texts)
    report.mendedTexts += texts.mended

    var cursor = MessageCursor(message)
    while !cursor.isAtEnd {
      let field = try cursor.field(bytes)
      if field.number == 2 {
        try readGroup(bytes, cursor.range(of: field, bytes), &texts, into: &sink)
      } else {
        try cursor.skip(field, bytes)
      }
    }
  }

  private mutating func readGroup(
    _ bytes: Span<UInt8>, _ group: Range<Int>, _ texts: inout PBFTexts,
    into sink: inout some OSMSink
  ) throws(OSMFault) {
    var cursor = MessageCursor(group)
    while !cursor.isAtEnd {
      let field = try cursor.field(bytes)
      guard let thing = PBFGroupField(rawValue: field.number), kinds.contains(thing.kinds) else {
        try cursor.skip(field, bytes)
        continue
      }
      let message = try cursor.range(of: field, bytes)
      switch thing {
      case .node: try readNode(bytes, message, texts, into: &sink)
      case .denseNodes: try readDenseNodes(bytes, message, texts, into: &sink)
      case .way: try readWay(bytes, message, texts, into: &sink)
      case .relation: try readRelation(bytes, message, &texts, into: &sink)
      }
    }
  }

  private mutating func deliver(
    id: Int64, latitude: Int64, longitude: Int64, tags: OSMTags, to sink: inout some OSMSink
  ) {
    guard let latitudeE7 = place.latitudeE7(latitude),
      let longitudeE7 = place.longitudeE7(longitude)
    else {
      report.nodesOffTheGlobe += 1
      return
    }
    report.nodes += 1
    sink.take(OSMNode(id: id, latitudeE7: latitudeE7, longitudeE7: longitudeE7, tags: tags))
  }
}

/// Nodes, one by one or dense.
extension PBFBlockReader {
  private mutating func readNode(
    _ bytes: Span<UInt8>, _ message: Range<Int>, _ texts: PBFTexts,
    into sink: inout some OSMSink
  ) throws(OSMFault) {
    var lists = PBFLists()
    var (id, latitude, longitude): (Int64, Int64, Int64) = (0, 0, 0)
    var cursor = MessageCursor(message)
    while !cursor.isAtEnd {
      let field = try cursor.field(bytes)
      switch field.number {
      case 1: id = try cursor.signedNumber(of: field, bytes)
      case 8: latitude = try cursor.signedNumber(of: field, bytes)
      case 9: longitude = try cursor.signedNumber(of: field, bytes)
      default: try lists.take(field, &cursor, bytes)
      }
    }
    let tags = try texts.tags(keys: lists.keys, values: lists.values, bytes)
    if lists.isDeleted {
      report.deleted += 1
    } else {
      deliver(id: id, latitude: latitude, longitude: longitude, tags: tags, to: &sink)
    }
  }

  private mutating func readDenseNodes(
    _ bytes: Span<UInt8>, _ message: Range<Int>, _ texts: PBFTexts,
    into sink: inout some OSMSink
  ) throws(OSMFault) {
    var nodes = try PBFDenseNodes(bytes, message)
    while let isDeleted = try nodes.next(bytes) {
      let tags = try nodes.tags(texts, bytes)
      if isDeleted {
        report.deleted += 1
      } else {
        deliver(
          id: nodes.id, latitude: nodes.latitude, longitude: nodes.longitude, tags: tags, to: &sink)
      }
    }
  }
}

/// Ways and relations.
extension PBFBlockReader {
  private mutating func readWay(
    _ bytes: Span<UInt8>, _ message: Range<Int>, _ texts: PBFTexts,
    into sink: inout some OSMSink
  ) throws(OSMFault) {
    var lists = PBFLists()
    var id: Int64 = 0
    var references = 0..<0
    var cursor = MessageCursor(message)
    while !cursor.isAtEnd {
      let field = try cursor.field(bytes)
      switch field.number {
      case 1: id = Int64(bitPattern: try cursor.number(of: field, bytes))
      case 8: try cursor.list(of: field, bytes, into: &references)
      default: try lists.take(field, &cursor, bytes)
      }
    }
    let nodes = try Self.identifiers(references, bytes, limit: .wayNodes)
    let tags = try texts.tags(keys: lists.keys, values: lists.values, bytes)
    if lists.isDeleted {
      report.deleted += 1
    } else {
      report.ways += 1
      sink.take(OSMWay(id: id, nodes: nodes, tags: tags))
    }
  }

  private mutating func readRelation(
    _ bytes: Span<UInt8>, _ message: Range<Int>, _ texts: inout PBFTexts,
    into sink: inout some OSMSink
  ) throws(OSMFault) {
    var lists = PBFLists()
    var id: Int64 = 0
    var (roles, references, kinds) = (0..<0, 0..<0, 0..<0)
    var cursor = MessageCursor(message)
    while !cursor.isAtEnd {
      let field = try cursor.field(bytes)
      switch field.number {
      case 1: id = Int64(bitPattern: try cursor.number(of: field, bytes))
      case 8: try cursor.list(of: field, bytes, into: &roles)
      case 9: try cursor.list(of: field, bytes, into: &references)
      case 10: try cursor.list(of: field, bytes, into: &kinds)
      default: try lists.take(field, &cursor, bytes)
      }
    }
    let ids = try Self.identifiers(references, bytes, limit: .relationMembers)
    let members = try Self.members(
      ids, roles: MessageCursor(roles), kinds: MessageCursor(kinds), &texts, bytes)
    let tags = try texts.tags(keys: lists.keys, values: lists.values, bytes)
    if lists.isDeleted {
      report.deleted += 1
    } else {
      report.relations += 1
      sink.take(OSMRelation(id: id, members: members, tags: tags))
    }
  }

  /// Identifiers that are each given as the difference from the one before.
  private static func identifiers(
    _ list: Range<Int>, _ bytes: Span<UInt8>, limit: OSMLimits
  ) throws(OSMFault) -> [Int64] {
    var cursor = MessageCursor(list)
    let count = cursor.numbersLeft(bytes)
    try limit.check(count)
    var identifiers: [Int64] = []
    identifiers.reserveCapacity(count)
    var id: Int64 = 0
    while !cursor.isAtEnd {
      id &+= try cursor.signedNumber(bytes)
      identifiers.append(id)
    }
    return identifiers
  }

  private static func members(
    _ ids: [Int64], roles: MessageCursor, kinds: MessageCursor, _ texts: inout PBFTexts,
    _ bytes: Span<UInt8>
  ) throws(OSMFault) -> [OSMRelation.Member] {
    var roles = roles
    var kinds = kinds
    guard roles.numbersLeft(bytes) == ids.count, kinds.numbersLeft(bytes) == ids.count else {
      throw .unevenLists
    }
    var members: [OSMRelation.Member] = []
    members.reserveCapacity(ids.count)
    for id in ids {
      let role = try texts.role(roles.number(bytes))
      let number = try kinds.number(bytes)
      guard let kind = UInt8(exactly: number).flatMap(OSMRelation.Kind.init) else {
        throw .memberKind("\(number)")
      }
      members.append(OSMRelation.Member(kind: kind, id: id, role: role))
    }
    return members
  }
}
