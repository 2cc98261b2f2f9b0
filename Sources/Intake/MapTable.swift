/// One table of `maps/`: all of its rows are right, or the table is refused.
struct MapTable<Column: TableColumn> {
  private let name: String
  private let file: [UInt8]

  init(_ name: String, _ file: [UInt8]) {
    self.name = name
    self.file = file
  }

  /// What `value` makes of every row, in order.
  func rows<Value>(
    _ value: (TableRow<Column>) throws(Rejection) -> Value
  ) throws(MapTableError) -> [Value] {
    var reader = TableReader<Column>()
    reader.feed(file[...])
    reader.finish()
    var values: [Value] = []
    while let row = try next(&reader) {
      do throws(Rejection) {
        if let defect = row.defect { throw defect }
        values.append(try value(row))
      } catch {
        throw .row(name, error)
      }
    }
    return values
  }

  private func next(_ reader: inout TableReader<Column>) throws(MapTableError) -> TableRow<Column>?
  {
    do throws(DelimitedError) {
      if let row = try reader.next() { return row }
      try reader.checkHeader()
      return nil
    } catch {
      throw .table(name, error)
    }
  }
}
