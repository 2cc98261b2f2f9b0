import OpenStreetMap
import Testing

@Suite struct PBFReadingTests {
  /// A map with one thing of each kind, as most writers make it.
  static func smallMap(_ packing: PBFMap.Packing = .zlib) -> PBFMap {
    var block = PBFMapBlock()
    let barrier = block.text("barrier")
    let gate = block.text("gate")
    block.addDenseNodes(
      [(1, -54_000_001, 1_052_500_000), (5, -54_000_100, 1_052_500_200)],
      keysAndValues: [0, barrier, gate, 0])
    block.addWay(7, [5, 1, 5], [("highway", "residential"), ("name", "Jl. Melati")])
    block.addRelation(
      9, [(1, 7, "from"), (0, 5, "via"), (2, 3, "")], [("type", "restriction")])
    var map = PBFMap()
    map.add(block, packing)
    return map
  }

  static let smallMapLines = [
    "node 1 -54000001 1052500000", "node 5 -54000100 1052500200 barrier=gate",
    "way 7: 5 1 5 highway=residential name=Jl. Melati",
    "relation 9: way 7 from, node 5 via, relation 3  type=restriction",
  ]

  @Test(arguments: [true, false])
  func everyKindOfThingIsReadFromPackedAndFromPlainBlocks(isPacked: Bool) throws {
    let result = try read(Self.smallMap(isPacked ? .zlib : .raw).bytes)
    #expect(result.lines == Self.smallMapLines)
    #expect(result.report.nodes == 2)
    #expect(result.report.ways == 1)
    #expect(result.report.relations == 1)
  }

  @Test(arguments: zip([OSMKinds.nodes, .ways, .relations], [0..<2, 2..<3, 3..<4]))
  func onlyTheKindsAskedForAreDelivered(kinds: OSMKinds, expected: Range<Int>) throws {
    #expect(try read(Self.smallMap().bytes, kinds).lines == Array(Self.smallMapLines[expected]))
  }

  @Test func aFileIsReadManyTimesWithTheSameResult() throws {
    let scratch = try ScratchFile(Self.smallMap().bytes)
    let file = try OSMFile(path: scratch.path)
    #expect(file.format == .pbf)
    for _ in 0..<2 {
      var lines = Lines()
      _ = try file.read(.nodes, into: &lines)
      #expect(lines.lines == Array(Self.smallMapLines[..<2]))
    }
  }

  @Test func progressGoesUpToTheWhole() throws {
    let scratch = try ScratchFile(Self.smallMap().bytes)
    var fractions: [Double] = []
    var lines = Lines()
    _ = try OSMFile(path: scratch.path).read(.ways, into: &lines) { fractions.append($0) }
    #expect(fractions == fractions.sorted())
    #expect(fractions.last == 1)
  }

  @Test func nodesThatAreNotDenseAreRead() throws {
    var block = PBFMapBlock()
    block.addNode(-3, -1, 1, [("highway", "crossing")])
    var map = PBFMap(required: ["OsmSchema-V0.6"])
    map.add(block)
    #expect(try read(map.bytes).lines == ["node -3 -1 1 highway=crossing"])
  }

  @Test func unitAndOffsetMovePlaces() throws {
    var block = PBFMapBlock()
    block.granularity = 1_000
    block.latitudeOffset = UInt64(bitPattern: -5_000_000_049)
    block.longitudeOffset = 50
    block.addDenseNodes([(1, 3, -2)])
    var map = PBFMap()
    map.add(block)
    #expect(try read(map.bytes).lines == ["node 1 -49999970 -20"])
  }

  @Test func nodesOffTheGlobeArePassedOverAndCounted() throws {
    var block = PBFMapBlock()
    block.addDenseNodes([
      (1, 900_000_000, 1_800_000_000), (2, 900_000_001, 0), (3, 0, -1_800_000_001),
      (4, .max, .min), (5, -900_000_000, -1_800_000_000),
    ])
    var map = PBFMap()
    map.add(block)
    let result = try read(map.bytes)
    #expect(
      result.lines == ["node 1 900000000 1800000000", "node 5 -900000000 -1800000000"])
    #expect(result.report.nodesOffTheGlobe == 3)
    #expect(result.report.nodes == 2)
  }

  @Test(arguments: [1, UInt64(Int32.max), UInt64(Int64.max)])
  func hugeUnitsAndOffsetsLeadOffTheGlobe(granularity: UInt64) throws {
    var block = PBFMapBlock()
    block.granularity = granularity
    block.latitudeOffset = UInt64(Int64.max)
    block.addDenseNodes([(.max, .max, .min), (.min, .min, .max)])
    var map = PBFMap()
    map.add(block)
    #expect(try read(map.bytes).report.nodesOffTheGlobe == 2)
  }

  @Test func deletedThingsArePassedOverAndCounted() throws {
    var block = PBFMapBlock()
    block.addDenseNodes([(1, 0, 0), (2, 0, 0)], visibles: [0, 1])
    block.addNode(3, 0, 0, isVisible: false)
    block.addWay(4, [1], isVisible: false)
    block.addWay(5, [2], isVisible: true)
    block.addRelation(6, [], isVisible: false)
    var map = PBFMap()
    map.add(block)
    let result = try read(map.bytes)
    #expect(result.lines == ["node 2 0 0", "way 5: 2"])
    #expect(result.report.deleted == 4)
  }

  @Test func brokenTextIsMendedAndCounted() throws {
    var block = PBFMapBlock()
    let key = block.text("name")
    let value = block.text(Array("Jl. ".utf8) + [0xE2, 0x82] + Array(" Mawar".utf8) + [0xFF])
    block.addDenseNodes([(1, 0, 0)], keysAndValues: [key, value, 0])
    var map = PBFMap()
    map.add(block)
    let result = try read(map.bytes)
    #expect(result.lines == ["node 1 0 0 name=Jl. \u{FFFD} Mawar\u{FFFD}"])
    #expect(result.report.mendedTexts == 2)
  }

  @Test func unknownFieldsAndBlocksArePassedOver() throws {
    var way = ProtobufMessage()
    way.add(1, number: 4)
    way.add(8, differencesOf: [2, 3])
    way.add(9, bytes: [1, 2, 3])
    way.add(100, number: .max)
    var block = PBFMapBlock()
    block.add(3, way)
    block.add(5, ProtobufMessage())
    var map = PBFMap()
    map.add("OSMIndex", [0xFF, 0xFF])
    map.add(block)
    #expect(try read(map.bytes).lines == ["way 4: 2 3"])
  }

  @Test func aFileOfNothingButAHeaderIsAnEmptyMap() throws {
    #expect(try read(PBFMap().bytes).lines.isEmpty)
  }

  @Test func featuresThatAskNothingOfTheReaderAreIgnored() throws {
    #expect(try read(PBFMap(optional: ["Sort.Type_then_ID"]).bytes).lines.isEmpty)
  }
}
