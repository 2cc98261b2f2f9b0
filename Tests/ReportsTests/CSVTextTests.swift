import Reports
import TestSupport
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
    Field(value: "=1+1", written: "\"'=1+1\""),
    Field(value: "+62812", written: "\"'+62812\""),
    Field(value: "@SUM(A1)", written: "\"'@SUM(A1)\""),
    Field(value: "-2+3", written: "\"'-2+3\""),
    Field(value: "-", written: "\"'-\""),
    Field(value: "-5.38", written: "-5.38"),
    Field(value: "-7", written: "-7"),
    Field(
      value: "=HYPERLINK(\"http://x\",\"y\")",
      written: "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
    Field(value: "\t=1", written: "\"'\t=1\""),
  ]

  @Test(arguments: fields)
  func aFieldIsQuotedAndDisarmedWhereNeeded(_ field: Field) {
    let text = CSVText(header: ["h"], rows: [[field.value]]).text()
    #expect(text == "h\r\n\(field.written)\r\n")
  }

  /// What a spreadsheet does: quotes off, doubled quotes single, and an apostrophe in front means text.
  private func read(_ text: String, separator: Character = ",") -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var isQuoted = false
    var rest = Array(text.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\"" where isQuoted && rest.first == "\"":
        rest.removeFirst()
        field.unicodeScalars.append(scalar)
      case "\"": isQuoted.toggle()
      case _ where isQuoted: field.unicodeScalars.append(scalar)
      case _ where Character(scalar) == separator:
        row.append(field)
        field = ""
      case "\r":
        rest.removeFirst()
        rows.append(row + [field])
        (row, field) = ([], "")
      default: field.unicodeScalars.append(scalar)
      }
    }
    return rows
  }

  @Test(arguments: UInt64(0)..<20)
  func noFieldCanBeAFormulaAndEveryFieldCanBeReadBack(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let rows = (0..<60).map { _ in
      (0..<5).map { _ in random.hostileText(length: Int.random(in: 0...4, using: &random)) }
    }
    let written = read(CSVText(header: ["a", "b", "c", "d", "e"], rows: rows).text())
    let starts: Set<Unicode.Scalar> = ["=", "+", "@", "\t", "\r", "\n", "\0", "-"]
    try #require(written.count == rows.count + 1)
    for (field, original) in zip(written.dropFirst().joined(), rows.joined()) {
      let isNumber = original.wholeMatch(of: #/-[0-9]+(\.[0-9]+)?/#) != nil
      let isArmed = original.unicodeScalars.first.map(starts.contains) == true && !isNumber
      #expect(field.unicodeScalars.elementsEqual(((isArmed ? "'" : "") + original).unicodeScalars))
    }
  }

  @Test func anotherSeparatorIsQuotedInstead() {
    let text = CSVText(header: ["a", "b"], rows: [["1,5", "x;y"]]).text(separator: ";")
    #expect(text == "a;b\r\n1,5;\"x;y\"\r\n")
  }
}
