/// A PBF file as it is written, right or wrong.
struct PBFMap {
  enum Packing {
    case raw, zlib
    /// The bytes under a field of another way of packing.
    case field(UInt64)
  }

  private(set) var bytes: [UInt8] = []

  init(required: [String] = ["OsmSchema-V0.6", "DenseNodes"], optional: [String] = []) {
    var header = ProtobufMessage()
    for feature in required { header.add(4, bytes: Array(feature.utf8)) }
    for feature in optional { header.add(5, bytes: Array(feature.utf8)) }
    add("OSMHeader", header.bytes)
  }

  mutating func add(_ block: PBFMapBlock, _ packing: Packing = .zlib) {
    add("OSMData", block.bytes, packing)
  }

  mutating func add(_ kind: String, _ content: [UInt8], _ packing: Packing = .raw) {
    var blob = ProtobufMessage()
    switch packing {
    case .raw: blob.add(1, bytes: content)
    case .zlib:
      blob.add(2, number: UInt64(content.count))
      blob.add(3, bytes: StoredPacking.zlib(content))
    case .field(let field):
      blob.add(2, number: UInt64(content.count))
      blob.add(field, bytes: content)
    }
    add(kind, blob: blob.bytes)
  }

  mutating func add(_ kind: String, blob: [UInt8], announcing size: UInt64? = nil) {
    var header = ProtobufMessage()
    header.add(1, bytes: Array(kind.utf8))
    header.add(3, number: size ?? UInt64(blob.count))
    let length = UInt32(header.bytes.count)
    bytes += [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) } + header.bytes + blob
  }
}

/// A block of things as it is written.
struct PBFMapBlock {
  var granularity: UInt64?
  var latitudeOffset: UInt64?
  var longitudeOffset: UInt64?
  private var texts = [""].map { Array($0.utf8) }
  private var groups: [ProtobufMessage] = []

  /// The number of a text, which is written once.
  mutating func text(_ text: String) -> UInt64 { self.text(Array(text.utf8)) }

  mutating func text(_ bytes: [UInt8]) -> UInt64 {
    if let index = texts.firstIndex(of: bytes) { return UInt64(index) }
    texts.append(bytes)
    return UInt64(texts.count - 1)
  }

  /// A group of one field.
  mutating func add(_ field: UInt64, _ thing: ProtobufMessage) {
    var group = ProtobufMessage()
    group.add(field, thing)
    groups.append(group)
  }

  mutating func addNode(
    _ id: Int64, _ latitude: Int64, _ longitude: Int64, _ tags: [(String, String)] = [],
    isVisible: Bool? = nil
  ) {
    var node = ProtobufMessage()
    node.add(1, signed: id)
    addTags(tags, isVisible, to: &node)
    node.add(8, signed: latitude)
    node.add(9, signed: longitude)
    add(1, node)
  }

  /// Nodes of the places `id`, `latitude`, `longitude`.
  mutating func addDenseNodes(
    _ nodes: [(Int64, Int64, Int64)], keysAndValues: [UInt64] = [], visibles: [UInt64] = []
  ) {
    var dense = ProtobufMessage()
    dense.add(1, differencesOf: nodes.map(\.0))
    if !visibles.isEmpty {
      var info = ProtobufMessage()
      info.add(6, numbers: visibles)
      dense.add(5, info)
    }
    dense.add(8, differencesOf: nodes.map(\.1))
    dense.add(9, differencesOf: nodes.map(\.2))
    if !keysAndValues.isEmpty { dense.add(10, numbers: keysAndValues) }
    add(2, dense)
  }

  mutating func addWay(
    _ id: Int64, _ nodes: [Int64], _ tags: [(String, String)] = [], isVisible: Bool? = nil
  ) {
    var way = ProtobufMessage()
    way.add(1, number: UInt64(bitPattern: id))
    addTags(tags, isVisible, to: &way)
    way.add(8, differencesOf: nodes)
    add(3, way)
  }

  mutating func addRelation(
    _ id: Int64, _ members: [(kind: UInt64, id: Int64, role: String)],
    _ tags: [(String, String)] = [], isVisible: Bool? = nil
  ) {
    var relation = ProtobufMessage()
    relation.add(1, number: UInt64(bitPattern: id))
    addTags(tags, isVisible, to: &relation)
    relation.add(8, numbers: members.map { text($0.role) })
    relation.add(9, differencesOf: members.map(\.id))
    relation.add(10, numbers: members.map(\.kind))
    add(4, relation)
  }

  var bytes: [UInt8] {
    var table = ProtobufMessage()
    for text in texts { table.add(1, bytes: text) }
    var block = ProtobufMessage()
    block.add(1, table)
    for group in groups { block.add(2, group) }
    if let granularity { block.add(17, number: granularity) }
    if let latitudeOffset { block.add(19, number: latitudeOffset) }
    if let longitudeOffset { block.add(20, number: longitudeOffset) }
    return block.bytes
  }

  private mutating func addTags(
    _ tags: [(String, String)], _ isVisible: Bool?, to thing: inout ProtobufMessage
  ) {
    if !tags.isEmpty {
      thing.add(2, numbers: tags.map { text($0.0) })
      thing.add(3, numbers: tags.map { text($0.1) })
    }
    if let isVisible {
      var info = ProtobufMessage()
      info.add(6, number: isVisible ? 1 : 0)
      thing.add(4, info)
    }
  }
}
