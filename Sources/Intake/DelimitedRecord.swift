/// One record of a delimited file: the bytes of its fields, quotes and delimiters taken off.
///
/// Shape: the fields one after another in `bytes`, each ending where `ends` says.
public struct DelimitedRecord: Sendable {
  /// The line of the file on which the record starts, from 1.
  public internal(set) var line: Int
  /// Whether something stands between a closing quote and the next delimiter.
  public internal(set) var hasTextAfterQuote = false
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [Int] = []
  private var isASCII = true

  init(line: Int) { self.line = line }

  public var count: Int { ends.count }

  /// The bytes of field `index`, from 0.
  public subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  mutating func append(_ byte: UInt8) {
    bytes.append(byte)
    if byte >= 0x80 { isASCII = false }
  }

  mutating func append(_ run: ArraySlice<UInt8>) {
    bytes.append(contentsOf: run)
    if isASCII, run.contains(where: { $0 >= 0x80 }) { isASCII = false }
  }

  mutating func endField() { ends.append(bytes.count) }

  mutating func reserve(like other: DelimitedRecord) {
    bytes.reserveCapacity(other.bytes.count + other.bytes.count / 2)
    ends.reserveCapacity(other.ends.count)
  }

  /// Whether each field by itself is well-formed UTF-8.
  var isUTF8: Bool {
    isASCII || (0..<count).allSatisfy { String(validating: self[$0], as: UTF8.self) != nil }
  }
}
