import OpenStreetMap
import Testing

/// Where the first block after the header begins.
private let headerBytes = PBFMap().bytes.count

@Suite struct PBFRefusalTests {
  struct Refusal: CustomTestStringConvertible {
    let sentence: String
    let bytes: [UInt8]
    var testDescription: String { sentence }

    init(_ sentence: String, _ bytes: [UInt8]) {
      self.sentence = sentence
      self.bytes = bytes
    }

    /// A file whose one block is wrong.
    init(_ fault: String, block: (inout PBFMapBlock) -> Void) {
      var contents = PBFMapBlock()
      block(&contents)
      var map = PBFMap()
      map.add(contents)
      self.init("FILE, byte \(headerBytes): \(fault); fetch the file again", map.bytes)
    }

    /// A file with something wrong after its header.
    init(after fault: String, _ add: (inout PBFMap) -> Void) {
      var map = PBFMap()
      add(&map)
      self.init("FILE, byte \(headerBytes): \(fault); fetch the file again", map.bytes)
    }
  }

  private static let brokenMessage = "a field is broken off, repeated or of the wrong type"
  private static let unevenLists = "lists that belong together differ in length"

  private static let files: [Refusal] = [
    Refusal(
      "FILE needs \"HistoricalInformation\", which is not read here; take an ordinary extract, "
        + "without history and with all nodes",
      PBFMap(required: ["OsmSchema-V0.6", "HistoricalInformation"]).bytes),
    Refusal(
      "FILE needs \"LocationsOnWays\", which is not read here; take an ordinary extract, "
        + "without history and with all nodes",
      PBFMap(optional: ["LocationsOnWays"]).bytes),
    Refusal(
      "FILE needs \"a\u{FFFD}b\", which is not read here; take an ordinary extract, "
        + "without history and with all nodes", PBFMap(required: ["a\nb"]).bytes),
    Refusal(after: "the file ends too early") { $0.add("OSMData", blob: [], announcing: 5) },
    Refusal(
      after: "the bytes of a block come to 33554433, and no map has more than 33554432"
    ) { $0.add("OSMData", blob: [], announcing: 32 << 20 + 1) },
    Refusal(
      "FILE, byte \(headerBytes): the bytes of a block's header come to 65537, and no map has more than "
        + "65536; fetch the file again", PBFMap().bytes + [0, 1, 0, 1]),
    Refusal(
      "FILE, byte \(headerBytes): the file ends too early; fetch the file again",
      PBFMap().bytes + [0, 0]),
    Refusal(
      after: "the bytes of a block come to 33554433, and no map has more than 33554432"
    ) { map in
      var blob = ProtobufMessage()
      blob.add(2, number: 32 << 20 + 1)
      blob.add(3, bytes: StoredPacking.zlib([]))
      map.add("OSMData", blob: blob.bytes)
    },
    Refusal(after: "a block does not unpack to the announced 4 bytes") { map in
      var blob = ProtobufMessage()
      blob.add(2, number: 4)
      blob.add(3, bytes: StoredPacking.zlib([1, 2, 3]))
      map.add("OSMData", blob: blob.bytes)
    },
    Refusal(after: "a block does not unpack to the announced 2 bytes") { map in
      var blob = ProtobufMessage()
      blob.add(2, number: 2)
      blob.add(3, bytes: StoredPacking.zlib([1, 2, 3]))
      map.add("OSMData", blob: blob.bytes)
    },
    Refusal(after: "what is packed here is broken") { map in
      var blob = ProtobufMessage()
      blob.add(2, number: 3)
      blob.add(3, bytes: [0xFF, 1, 2, 3])
      map.add("OSMData", blob: blob.bytes)
    },
    Refusal(after: "the file unpacks to hundreds of times its size, as no map does") { map in
      var blob = ProtobufMessage()
      blob.add(2, number: 32 << 20)
      blob.add(3, bytes: StoredPacking.zlib([1, 2, 3]))
      map.add("OSMData", blob: blob.bytes)
    },
    Refusal(after: "what is packed here is broken") { map in
      var blob = ProtobufMessage()
      blob.add(2, number: 1 << 20)
      blob.add(3, bytes: StoredPacking.zlib([1, 2, 3]))
      map.add("OSMData", blob: blob.bytes)
    },
    Refusal(after: "the texts of a block come to 1000001, and no map has more than 1000000") {
      let texts = [UInt8](repeating: 0, count: 2_000_002).indices.map {
        UInt8($0 % 2 == 0 ? 10 : 0)
      }
      var block = ProtobufMessage()
      block.add(1, bytes: texts)
      block.add(2, bytes: [0x1A, 0])
      $0.add("OSMData", block.bytes)
    },
    Refusal(after: brokenMessage) { $0.add("OSMData", blob: []) },
    Refusal(after: brokenMessage) { $0.add("OSMData", [0x0A, 5, 1]) },
    Refusal(after: brokenMessage) { $0.add("OSMData", [0x0B]) },
    Refusal(after: brokenMessage) { $0.add("OSMData", [UInt8](repeating: 0xFF, count: 11)) },
    Refusal(after: brokenMessage) { $0.add("OSMData", [0x0A, 0, 0x0A, 0]) },
    Refusal(after: brokenMessage) { $0.add("OSMData", [0x09, 1, 2, 3]) },
  ]

  private static let packingFields: [(UInt64, String)] = [
    (4, "lzma"), (5, "bzip2"), (6, "lz4"), (7, "zstd"),
  ]
  private static let packings: [Refusal] = packingFields.map { field, name in
    var map = PBFMap()
    map.add("OSMData", [1, 2, 3], .field(field))
    return Refusal(
      "FILE, byte \(headerBytes): the block is packed with \(name), and only zlib is read; write the file "
        + "anew with: osmium cat -f pbf,pbf_compression=zlib", map.bytes)
  }

  private static let blocks: [Refusal] = [
    Refusal("the unit of coordinates is 0, not positive") { $0.granularity = 0 },
    Refusal("the unit of coordinates is -1, not positive") { $0.granularity = .max },
    Refusal("text number 9 is named but missing") {
      $0.addDenseNodes([(1, 0, 0)], keysAndValues: [9, 0, 0])
    },
    Refusal("text number 18446744073709551615 is named but missing") {
      $0.addDenseNodes([(1, 0, 0)], keysAndValues: [.max, 0, 0])
    },
    Refusal(unevenLists) { $0.addDenseNodes([(1, 0, 0), (2, 0, 0)], keysAndValues: [0]) },
    Refusal(unevenLists) { $0.addDenseNodes([(1, 0, 0)], keysAndValues: [0, 0]) },
    Refusal(unevenLists) {
      let text = $0.text("a")
      $0.addDenseNodes([(1, 0, 0)], keysAndValues: [text])
    },
    Refusal(unevenLists) { $0.addDenseNodes([(1, 0, 0)], visibles: [1, 1]) },
    Refusal(unevenLists) { $0.addDenseNodes([(1, 0, 0), (2, 0, 0)], visibles: [1]) },
    Refusal(unevenLists) { block in
      var nodes = ProtobufMessage()
      nodes.add(1, differencesOf: [1, 2])
      nodes.add(8, differencesOf: [0])
      nodes.add(9, differencesOf: [0, 0])
      block.add(2, nodes)
    },
    Refusal(unevenLists) { block in
      var nodes = ProtobufMessage()
      nodes.add(8, differencesOf: [0])
      block.add(2, nodes)
    },
    Refusal(unevenLists) { block in
      var way = ProtobufMessage()
      way.add(2, numbers: [0, 0])
      way.add(3, numbers: [0])
      block.add(3, way)
    },
    Refusal(unevenLists) { block in
      var relation = ProtobufMessage()
      relation.add(9, differencesOf: [1])
      relation.add(10, numbers: [1])
      block.add(4, relation)
    },
    Refusal("a relation has a member of the unknown kind 3") {
      $0.addRelation(1, [(3, 1, "")])
    },
    Refusal("a relation has a member of the unknown kind 256") {
      $0.addRelation(1, [(256, 1, "")])
    },
    Refusal(brokenMessage) { block in
      var way = ProtobufMessage()
      way.add(8, differencesOf: [1])
      way.add(8, differencesOf: [2])
      block.add(3, way)
    },
    Refusal(brokenMessage) { block in
      var way = ProtobufMessage()
      way.add(8, bytes: [0x80])
      block.add(3, way)
    },
    Refusal(brokenMessage) { block in
      var way = ProtobufMessage()
      way.add(8, number: 1)
      block.add(3, way)
    },
    Refusal("the nodes of a way come to 1000001, and no map has more than 1000000") { block in
      var way = ProtobufMessage()
      way.add(8, bytes: [UInt8](repeating: 0, count: 1_000_001))
      block.add(3, way)
    },
    Refusal("the bytes of a text come to 65537, and no map has more than 65536") {
      _ = $0.text(String(repeating: "a", count: 65_537))
      $0.addWay(1, [])
    },
    Refusal("the tags of one thing come to 65537, and no map has more than 65536") {
      $0.addWay(1, [], [(String, String)](repeating: ("", ""), count: 65_537))
    },
  ]

  @Test(arguments: files + packings + blocks)
  func aWrongFileIsRefusedWithItsPlace(_ wrong: Refusal) throws {
    #expect(try refusal(of: wrong.bytes) == wrong.sentence)
  }

  @Test func dataBeforeAHeaderIsRefused() throws {
    let header = PBFMap().bytes
    var map = PBFMap()
    map.add(PBFMapBlock())
    let data = map.bytes.dropFirst(header.count)
    #expect(
      try refusal(of: data + header)
        == "FILE, byte 0: the file does not begin with its header; fetch the file again")
  }

  /// Where a file ends, a reader either says so or has read whole blocks.
  @Test func aFileCutOffAnywhereIsRefusedOrEndsWithABlock() throws {
    let bytes = PBFReadingTests.smallMap().bytes
    for count in 1..<bytes.count {
      let sentence = try refusal(of: Array(bytes[..<count]))
      if count == headerBytes {
        #expect(sentence == nil)
      } else if count > headerBytes {
        #expect(
          sentence == "FILE, byte \(headerBytes): the file ends too early; fetch the file again")
      } else {
        #expect(sentence != nil)
      }
    }
  }
}
