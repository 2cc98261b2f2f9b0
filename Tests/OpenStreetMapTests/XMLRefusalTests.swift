import OpenStreetMap
import Testing

@Suite struct XMLRefusalTests {
  struct Refusal: CustomTestStringConvertible {
    let text: String
    let sentence: String
    var testDescription: String { sentence }

    init(_ text: String, _ sentence: String) {
      self.text = text
      self.sentence = sentence
    }
  }

  private static let entities = """
    <?xml version="1.0"?>
    <!DOCTYPE osm [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
    <osm><way id="1"><tag k="name" v="&b;"/></way></osm>
    """
  private static let outside = """
    <!DOCTYPE osm [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
    <osm>&secret;</osm>
    """

  static let refusals = [
    Refusal(entities, "line 2: the text declares a document type, as no map does"),
    Refusal(outside, "line 1: the text declares a document type, as no map does"),
    Refusal("<osm>\n&a;</osm>", "line 2: this is not well-formed XML (undefined entity)"),
    Refusal(
      "<osm>\n<node</osm>", "line 2: this is not well-formed XML (not well-formed (invalid token))"),
    Refusal("<osm>\n</way>", "line 2: this is not well-formed XML (mismatched tag)"),
    Refusal("<osm>\n<way id='1'>", "line 2: the file ends too early"),
    Refusal("<osm>\n<way id='1", "line 2: the file ends too early"),
    Refusal("<?xml version='1.0'?>\n", "line 2: the file ends too early"),
    Refusal(
      "<osm>\n\u{1}</osm>", "line 2: this is not well-formed XML (not well-formed (invalid token))"),
    Refusal(
      "<?xml version='1.0' encoding='EBCDIC'?>\n<osm/>",
      "line 1: this is not well-formed XML (unknown encoding)"),
    Refusal("<osm>\n<node lat='1' lon='1'/></osm>", "line 2: <node> has no id"),
    Refusal("<osm>\n<node id='1' lon='1'/></osm>", "line 2: <node> has no lat"),
    Refusal("<osm>\n<node id='1' lat='1'/></osm>", "line 2: <node> has no lon"),
    Refusal("<osm><way/></osm>", "line 1: <way> has no id"),
    Refusal("<osm><relation/></osm>", "line 1: <relation> has no id"),
    Refusal("<osm><way id='1'><nd/></way></osm>", "line 1: <nd> has no ref"),
    Refusal("<osm><way id='1'><tag v='a'/></way></osm>", "line 1: <tag> has no k"),
    Refusal("<osm><way id='1'><tag k='a'/></way></osm>", "line 1: <tag> has no v"),
    Refusal("<osm><way id='1'><nd ref='b'/></way></osm>", "line 1: the ref of <nd> is no number"),
    Refusal(
      "<osm><relation id='1'><member ref='2'/></relation></osm>", "line 1: <member> has no type"),
    Refusal(
      "<osm><relation id='1'><member type='way'/></relation></osm>",
      "line 1: the ref of <member> is no number"),
    Refusal(
      "<osm><relation id='1'><member type='area' ref='2'/></relation></osm>",
      "line 1: a relation has a member of the unknown kind area"),
    Refusal(
      "<osm><way id='1'><tag k='a' v='\(String(repeating: "b", count: 65_537))'/></way></osm>",
      "line 1: the bytes of a text come to 65537, and no map has more than 65536"),
    Refusal(
      "<osm>" + String(repeating: "<a>", count: 40),
      "line 1: elements lie in each other deeper than in any map"),
    Refusal(
      "<osm><way id='1'>"
        + String(repeating: "<tag k='a' v='\(String(repeating: "b", count: 65_000))'/>", count: 65),
      "line 1: the bytes of a text come to 4225065, and no map has more than 4194304"),
  ]

  @Test(arguments: refusals)
  func aWrongTextIsRefusedWithItsLine(_ wrong: Refusal) throws {
    #expect(
      try refusal(of: Array(wrong.text.utf8)) == "FILE, \(wrong.sentence); fetch the file again")
  }

  @Test(arguments: [
    "", "-", "+", ".", "1.2.3", "--1", "1-", "e5", "1e", "1e+", "1 ", " 1", "0x10", "1,5", "NaN",
  ])
  func whatIsNoNumberIsRefused(written: String) throws {
    let text = "<osm>\n<node id='1' lat='\(written)' lon='0'/></osm>"
    #expect(
      try refusal(of: Array(text.utf8))
        == "FILE, line 2: the lat of <node> is no number; fetch the file again")
  }

  @Test(arguments: ["", "-", "9223372036854775808", "-9223372036854775809", "1.0", "+1", "1a"])
  func whatIsNoIdentifierIsRefused(written: String) throws {
    let text = "<osm><way id='\(written)'/></osm>"
    #expect(
      try refusal(of: Array(text.utf8))
        == "FILE, line 1: the id of <way> is no number; fetch the file again")
  }

  @Test func anElementWithoutEndIsRefusedBeforeItFillsMemory() throws {
    let text = "<osm><way id='1' name='" + String(repeating: "a", count: 3 << 20)
    let sentence = try #require(try refusal(of: Array(text.utf8)))
    #expect(sentence.hasPrefix("FILE, line 1: the bytes of one element come to "))
    #expect(sentence.hasSuffix(", and no map has more than 1048576; fetch the file again"))
  }

  @Test func everNewNamesAreRefusedBeforeTheyFillMemory() throws {
    let elements = (0..<1_200).map { "<a b\($0)='1'/>" }.joined(separator: "\n")
    #expect(
      try refusal(of: Array("<osm>\(elements)</osm>".utf8))
        == "FILE, line 1000: the kinds of elements come to 1001, and no map has more than 1000; "
        + "fetch the file again")
    let attributes = (0..<101).map { " b\($0)='1'" }.joined()
    #expect(
      try refusal(of: Array("<osm><a\(attributes)/></osm>".utf8))
        == "FILE, line 1: the attributes of one element come to 101, and no map has more than 100; "
        + "fetch the file again")
  }

  @Test func aFileCutOffAnywhereIsRefused() throws {
    let bytes = Array(XMLReadingTests.text.utf8)
    for count in 0..<bytes.count {
      #expect(try refusal(of: Array(bytes[..<count])) != nil)
    }
  }
}
