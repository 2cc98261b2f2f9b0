/// Reads the rows of a delimited file whose first record names the columns, in any order.
///
/// A first column headed `No` counts the rows, as Indonesian lists do, and is ignored.
public struct TableReader<Column: TableColumn>: Sendable {
  /// Headings that no column answers to, in order; their fields are not read.
  public private(set) var ignoredColumns: [String] = []
  private var records = DelimitedReader()
  private var positions: [Int?] = []
  private var width = 0

  public init() {}

  /// Adds bytes to read; call ``next()`` until it returns nothing before adding more.
  public mutating func feed(_ chunk: ArraySlice<UInt8>) { records.feed(chunk) }

  /// Says that no bytes follow.
  public mutating func finish() { records.finish() }

  /// The next row, or nothing until more bytes are fed.
  public mutating func next() throws(DelimitedError) -> TableRow<Column>? {
    if width == 0 {
      guard let header = try records.next() else { return nil }
      try read(header)
    }
    guard let record = try records.next() else { return nil }
    return TableRow(
      record: record, positions: positions, width: width,
      allowsDecimalComma: records.delimiter == .semicolon)
  }

  /// Checks, after the last row, that there was a header at all.
  public func checkHeader() throws(DelimitedError) {
    guard width > 0 else { throw .noHeader }
  }

  private mutating func read(_ header: DelimitedRecord) throws(DelimitedError) {
    let headings = (0..<header.count).map { String(decoding: header[$0], as: UTF8.self) }
    var columns: [String: Column] = [:]
    for column in Column.allCases {
      for name in [column.name] + column.aliases { columns[name] = column }
    }
    positions = Array(repeating: nil, count: Column.allCases.count)
    for (index, heading) in headings.enumerated() {
      let word = normalisedWord(heading)
      let countsRows = index == 0 && word == "no"
      guard !countsRows, let column = columns[word] else {
        if !heading.isEmpty { ignoredColumns.append(shown(heading)) }
        continue
      }
      if let first = positions[column.rawValue] {
        throw .duplicateColumn(column.name, first: shown(headings[first]), second: shown(heading))
      }
      positions[column.rawValue] = index
    }
    let missing = Column.allCases.filter { $0.isRequired && positions[$0.rawValue] == nil }
    guard missing.isEmpty else {
      throw .missingColumns(
        missing.map(\.name), found: headings.map { shown($0) },
        expected: Column.allCases.map(\.name))
    }
    width = header.count
  }
}
