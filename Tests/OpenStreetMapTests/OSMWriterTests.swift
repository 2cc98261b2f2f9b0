import OpenStreetMap
import Testing

@Suite struct OSMWriterTests {
  private static let box = OSMBounds(
    southE7: -55_000_000, westE7: 1_052_000_000, northE7: -53_000_000, eastE7: 1_053_000_000)

  @Test func aMapIsWrittenInTheOrderOfItsThings() {
    var writer = OSMWriter(generator: "hantar", bounds: Self.box, note: "A sketch & no survey")
    writer.write(OSMNode(id: 1, latitudeE7: -54_000_001, longitudeE7: 1_052_500_000))
    writer.write(
      OSMNode(id: -2, latitudeE7: -1, longitudeE7: 0, tags: ["barrier": "gate"]))
    writer.write(OSMWay(id: 3, nodes: [1, -2], tags: ["name": "Jl. \"Melati\" <3>"]))
    writer.write(
      OSMRelation(
        id: 4, members: [.init(kind: .way, id: 3, role: "from")], tags: ["type": "restriction"]))

    #expect(
      String(decoding: writer.finish(), as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <osm version="0.6" generator="hantar">
          <note>A sketch &amp; no survey</note>
          <bounds minlat="-5.5000000" minlon="105.2000000" maxlat="-5.3000000" \
        maxlon="105.3000000"/>
          <node id="1" version="1" lat="-5.4000001" lon="105.2500000"/>
          <node id="-2" lat="-0.0000001" lon="0.0000000">
            <tag k="barrier" v="gate"/>
          </node>
          <way id="3" version="1">
            <nd ref="1"/>
            <nd ref="-2"/>
            <tag k="name" v="Jl. &quot;Melati&quot; &lt;3&gt;"/>
          </way>
          <relation id="4" version="1">
            <member type="way" ref="3" role="from"/>
            <tag k="type" v="restriction"/>
          </relation>
        </osm>

        """)
  }

  @Test func whatXMLCannotHoldIsReplaced() {
    var writer = OSMWriter(generator: "a\u{1}b\u{FFFF}\n")
    writer.write(OSMNode(id: 1, latitudeE7: 0, longitudeE7: 0, tags: ["jalan 😀": "\t\r"]))
    let text = String(decoding: writer.finish(), as: UTF8.self)
    #expect(text.contains("generator=\"a\u{FFFD}b\u{FFFD}&#10;\""))
    #expect(text.contains("k=\"jalan 😀\" v=\"&#9;&#13;\""))
  }

  @Test(arguments: [false, true])
  func takingBytesEarlyChangesNone(isCompressed: Bool) {
    var whole = OSMWriter(generator: "hantar", isCompressed: isCompressed)
    var pieces = OSMWriter(generator: "hantar", isCompressed: isCompressed)
    var taken: [UInt8] = []
    for id in 1...5_000 {
      let node = OSMNode(id: Int64(id), latitudeE7: Int32(id), longitudeE7: -Int32(id))
      whole.write(node)
      pieces.write(node)
      if id.isMultiple(of: 7) { taken += pieces.takeBytes() }
    }
    let bytes = whole.finish()
    #expect(taken + pieces.finish() == bytes)
    #expect(isCompressed == bytes.starts(with: [0x1F, 0x8B]))
  }
}
