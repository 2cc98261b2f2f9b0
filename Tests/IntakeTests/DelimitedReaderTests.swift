import Domain
import Intake
import Testing

@Suite struct DelimitedReaderTests {
  struct Sample: CustomTestStringConvertible {
    var text: String
    var lines: [Int]
    var records: [[String]]
    var testDescription: String { text.debugDescription }
  }

  static let samples = [
    Sample(text: "a,b\n1,2\n", lines: [1, 2], records: [["a", "b"], ["1", "2"]]),
    Sample(text: "a;b\r\n1;2", lines: [1, 2], records: [["a", "b"], ["1", "2"]]),
    Sample(text: "a\tb\r1\t2\r", lines: [1, 2], records: [["a", "b"], ["1", "2"]]),
    Sample(text: "\u{FEFF}a,b\n", lines: [1], records: [["a", "b"]]),
    Sample(text: "a,b;c,d", lines: [1], records: [["a", "b;c", "d"]]),
    Sample(text: "\"a,x\";b\n", lines: [1], records: [["a,x", "b"]]),
    Sample(text: "\"a;b;c\",b\n", lines: [1], records: [["a;b;c", "b"]]),
    Sample(
      text: "a,b\n\"x\"\"y\",\"1\r\n2\n3\r4\"\nz,\n", lines: [1, 2, 6],
      records: [["a", "b"], ["x\"y", "1\r\n2\n3\r4"], ["z", ""]]),
    Sample(text: "a,b\n\n\r\n,\n1,2\n", lines: [1, 5], records: [["a", "b"], ["1", "2"]]),
    Sample(text: "\r\n\r\na\r\n1\r\n", lines: [3, 4], records: [["a"], ["1"]]),
    Sample(
      text: "a,b\n5\" pipe,\"\"\n", lines: [1, 2], records: [["a", "b"], ["5\" pipe", ""]]),
    Sample(
      text: "nama,b\nNūr Ḥasan,ñ\n", lines: [1, 2], records: [["nama", "b"], ["Nūr Ḥasan", "ñ"]]),
    Sample(text: "", lines: [], records: []),
    Sample(text: "\n\n", lines: [], records: []),
  ]

  @Test(arguments: samples)
  func readsRecordsWithTheirFirstLine(_ sample: Sample) throws {
    let read = try records(of: Array(sample.text.utf8))
    #expect(read.map(\.fields) == sample.records)
    #expect(read.map(\.line) == sample.lines)
  }

  @Test(arguments: samples)
  func readsTheSameInPiecesOfAnySize(_ sample: Sample) throws {
    for size in 1...7 {
      let read = try records(of: Array(sample.text.utf8), pieces: size)
      #expect(read.map(\.fields) == sample.records)
      #expect(read.map(\.line) == sample.lines)
    }
  }

  struct Refusal: CustomTestStringConvertible {
    var bytes: [UInt8]
    var error: DelimitedError
    var testDescription: String { error.phrase.english }
  }

  static let refusals = [
    Refusal(bytes: Array("a,b\n1,\"2\n3".utf8), error: .unterminatedQuote(line: 2)),
    Refusal(bytes: Array("a,\"b".utf8), error: .unterminatedQuote(line: 1)),
    Refusal(
      bytes: Array("a\n\"".utf8) + Array(repeating: 65, count: 70_000),
      error: .unterminatedQuote(line: 2)),
    Refusal(
      bytes: Array("a\n\n".utf8) + Array(repeating: 65, count: 65_537),
      error: .recordTooLong(line: 3)),
    Refusal(bytes: Array(repeating: 65, count: 65_537), error: .recordTooLong(line: 1)),
    Refusal(bytes: Array("a,b\n1,".utf8) + [0xFF, 10], error: .notUTF8(line: 2)),
    Refusal(bytes: Array("a,b\n".utf8) + [0xC3, 44, 0xA9, 10], error: .notUTF8(line: 2)),
    Refusal(bytes: [0xFF, 0xFE, 65, 0, 44, 0], error: .zeroByte(line: 1)),
    Refusal(bytes: Array("a,b\n1,\0\n".utf8), error: .zeroByte(line: 2)),
    Refusal(bytes: Array("a,b\n\"1\n\0\"\n".utf8), error: .zeroByte(line: 3)),
  ]

  @Test(arguments: refusals)
  func refusesAFileThatCannotBeRead(_ refusal: Refusal) {
    #expect(throws: refusal.error) { try records(of: refusal.bytes) }
    #expect(throws: refusal.error) { try records(of: refusal.bytes, pieces: 3) }
  }

  @Test func takesARecordOfExactlyTheLimit() throws {
    let field = Array(repeating: UInt8(ascii: "A"), count: DelimitedReader.recordLimit)
    #expect(try records(of: Array("a\n".utf8) + field).last?.fields.first?.utf8.count == 65_536)
  }

  private func records(
    of bytes: [UInt8], pieces size: Int = .max
  ) throws -> [(line: Int, fields: [String])] {
    var reader = DelimitedReader()
    var read: [(line: Int, fields: [String])] = []
    func take() throws {
      while let record = try reader.next() {
        let fields = (0..<record.count).map { String(decoding: record[$0], as: UTF8.self) }
        read.append((record.line, fields))
      }
    }
    var rest = bytes[...]
    while !rest.isEmpty {
      reader.feed(rest.prefix(size))
      rest = rest.dropFirst(size)
      try take()
    }
    reader.finish()
    try take()
    return read
  }
}
