import Reports
import Testing

@Suite struct CSVTextTests {
  struct Field: CustomTestStringConvertible {
    var value: String
    var written: String
    var testDescription: String { "\(value.debugDescription) is written \(written)" }
  }

  static let fields = [
    Field(value: "Kedaton", written: "Kedaton"),
    Field(value: "", written: ""),
    Field(value: "Siti, S.Pd.", written: "\"Siti, S.Pd.\""),
    Field(value: "kata \"orang\"", written: "\"kata \"\"orang\"\"\""),
    Field(value: "dua\nbaris", written: "\"dua\nbaris\""),
    Field(value: "dua\r\nbaris", written: "\"dua\r\nbaris\""),
    Field(value: "=1+1", written: "'=1+1"),
    Field(value: "+62812", written: "'+62812"),
    Field(value: "@SUM(A1)", written: "'@SUM(A1)"),
    Field(value: "-2+3", written: "'-2+3"),
    Field(value: "-", written: "'-"),
    Field(value: "-5.38", written: "-5.38"),
    Field(value: "-7", written: "-7"),
    Field(
      value: "=HYPERLINK(\"http://x\",\"y\")",
      written: "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
    Field(value: "\t=1", written: "'\t=1"),
  ]

  @Test(arguments: fields)
  func aFieldIsQuotedAndDisarmedWhereNeeded(_ field: Field) {
    let text = CSVText(header: ["h"], rows: [[field.value]]).text()
    #expect(text == "h\r\n\(field.written)\r\n")
  }

  @Test func anotherSeparatorIsQuotedInstead() {
    let text = CSVText(header: ["a", "b"], rows: [["1,5", "x;y"]]).text(separator: ";")
    #expect(text == "a;b\r\n1,5;\"x;y\"\r\n")
  }
}
