import OpenStreetMap
import Testing

@Suite struct XMLReadingTests {
  static let text = """
    <?xml version='1.0' encoding='UTF-8'?>
    <!-- made by hand -->
    <osm version="0.6" generator="a hand">
      <note>the note</note>
      <bounds minlat="-5.5" minlon="105.2" maxlat="-5.3" maxlon="105.3"/>
      <node id="1" lat="-5.4000001" lon="105.25" version="1" timestamp="2013-06-20T13:45:07Z"/>
      <node lon="105.2500200" lat="-5.40001" id="5"><tag k="barrier" v="gate"/></node>
      <way id="7">
        <nd ref="5"/><nd ref="1"/><nd ref="5"/>
        <tag k="highway" v="residential"/><tag v="Jl. &quot;Melati&quot; &#65;" k="name"/>
        <unknown><tag k="not" v="ours"/></unknown>
      </way>
      <relation id="9">
        <member type="way" ref="7" role="from"/><member type="node" ref="5" role="via"/>
        <member type="relation" ref="3"/>
        <tag k="type" v="restriction"/>
      </relation>
      <changeset id="2"/>
    </osm>
    """
  static let lines = [
    "node 1 -54000001 1052500000", "node 5 -54000100 1052500200 barrier=gate",
    "way 7: 5 1 5 highway=residential name=Jl. \"Melati\" A",
    "relation 9: way 7 from, node 5 via, relation 3  type=restriction",
  ]

  @Test func everyKindOfThingIsRead() throws {
    let result = try read(Array(Self.text.utf8))
    #expect(result.lines == Self.lines)
    #expect(result.report.nodes == 2)
    #expect(result.report.ways == 1)
    #expect(result.report.relations == 1)
  }

  @Test(arguments: zip([OSMKinds.nodes, .ways, .relations], [0..<2, 2..<3, 3..<4]))
  func onlyTheKindsAskedForAreDelivered(kinds: OSMKinds, expected: Range<Int>) throws {
    #expect(try read(Array(Self.text.utf8), kinds).lines == Array(Self.lines[expected]))
  }

  @Test(arguments: [
    ("0", 0), ("-0.0", 0), ("1", 10_000_000), ("+1.5", 15_000_000), ("-.5", -5_000_000),
    ("12.", 120_000_000), ("0.00000005", 1), ("0.00000004999", 0), ("-0.00000005", -1),
    ("1.0E-5", 100), ("1e1", 100_000_000), ("89.99999999", 900_000_000),
    ("5.4000000000000000000000000001", 54_000_000), ("0.0000000000000000000000001", 0),
    ("00000000000000000000000007.5", 75_000_000), ("1e-999999999999", 0),
  ])
  func degreesAreReadToTheLastDecimal(written: String, degreesE7: Int) throws {
    let text = "<osm><node id='1' lat='\(written)' lon='\(written)'/></osm>"
    #expect(try read(Array(text.utf8)).lines == ["node 1 \(degreesE7) \(degreesE7)"])
  }

  @Test(arguments: ["90.0000001", "-91", "1e30", "99999999999999999999999", "1e999999999999"])
  func nodesOffTheGlobeArePassedOverAndCounted(latitude: String) throws {
    let text = "<osm><node id='1' lat='\(latitude)' lon='0'/><node id='2' lat='0' lon='0'/></osm>"
    let result = try read(Array(text.utf8))
    #expect(result.lines == ["node 2 0 0"])
    #expect(result.report.nodesOffTheGlobe == 1)
  }

  @Test func deletedThingsArePassedOverAndCounted() throws {
    let text = """
      <osm><node id="1" visible="false"/><way id="2" action="delete"><nd ref="1"/></way>
      <relation id="3" visible="false"/><node id="4" visible="true" lat="0" lon="0"/></osm>
      """
    let result = try read(Array(text.utf8))
    #expect(result.lines == ["node 4 0 0"])
    #expect(result.report.deleted == 3)
  }

  @Test func brokenTextIsMendedAndCounted() throws {
    let front = "<osm><way id='1'><tag k='name' v='Jl. "
    let bytes = Array(front.utf8) + [0xE2, 0x82] + Array(" Mawar".utf8) + [0xFF, 0xED, 0xA0, 0x80]
    let result = try read(bytes + Array("'/></way></osm>".utf8))
    #expect(
      result.lines == ["way 1: name=Jl. \u{FFFD} Mawar\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"])
    #expect(result.report.mendedTexts == 5)
  }

  /// Stretches of a file end in the middle of characters and of elements.
  @Test(arguments: [0, 1, 2, 3, 40])
  func whereAStretchOfTheFileEndsDoesNotMatter(shift: Int) throws {
    let name = String(repeating: "日本語😀", count: 20)
    var text = "<osm>" + String(repeating: " ", count: shift)
    var lines: [String] = []
    for id in 1...600 {
      text += "<way id=\"\(id)\"><tag k=\"name\" v=\"\(name)\"/></way>"
      lines.append("way \(id): name=\(name)")
    }
    let result = try read(Array((text + "</osm>").utf8))
    #expect(result.lines == lines)
    #expect(result.report.mendedTexts == 0)
  }

  @Test func otherEncodingsAreRead() throws {
    let front = "<?xml version='1.0' encoding='ISO-8859-1'?><osm><way id='1'><tag k='name' v='"
    let latin = Array(front.utf8) + [0xE9] + Array("'/></way></osm>".utf8)
    #expect(try read(latin).lines == ["way 1: name=é"])

    var wide: [UInt8] = [0xFE, 0xFF]
    for unit in "<osm><way id='1'><tag k='name' v='é'/></way></osm>".utf16 {
      wide += [UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit)]
    }
    #expect(try read(wide).lines == ["way 1: name=é"])
  }

  @Test func whatIsWrittenIsReadBack() throws {
    for isCompressed in [false, true] {
      var writer = OSMWriter(
        generator: "hantar", note: "a <sketch>", isCompressed: isCompressed)
      writer.write(OSMNode(id: .min, latitudeE7: -900_000_000, longitudeE7: 1_800_000_000))
      writer.write(OSMNode(id: .max, latitudeE7: -1, longitudeE7: 9, tags: ["a\n\"&<>'": "😀\t"]))
      writer.write(OSMWay(id: -7, nodes: [.min, .max], tags: ["name": "  Jl. Melati "]))
      writer.write(OSMRelation(id: 9, members: [.init(kind: .node, id: -1, role: "v&a")]))
      #expect(
        try read(writer.finish()).lines == [
          "node \(Int64.min) -900000000 1800000000", "node \(Int64.max) -1 9 a\n\"&<>'=😀\t",
          "way -7: \(Int64.min) \(Int64.max) name=  Jl. Melati ", "relation 9: node -1 v&a",
        ])
    }
  }
}
