public import Domain

/// A row that was not taken in, and the first rule it breaks.
public struct Rejection: Error, Hashable, Described {
  /// The line of the file on which the row starts, from 1.
  public let row: Int
  /// The column at fault; nothing when the row as a whole is.
  public let column: String?
  /// What stands there, fit for print: numbers of persons masked, shortened, on one line.
  public let value: String
  public let reason: RejectionReason

  public init(row: Int, column: String?, value: String, reason: RejectionReason) {
    self.row = row
    self.column = column
    self.value = value
    self.reason = reason
  }

  /// `line 12, nik "187101******0000": the NIK ends in serial 0000, …`.
  public var phrase: Phrase {
    let place = column.map { column in
      value.isEmpty ? ", \(column)" : ", \(column) \"\(value)\""
    }
    return Phrase(
      id: "baris \(row)\(place ?? ""): \(reason.phrase.indonesian)",
      en: "line \(row)\(place ?? ""): \(reason.phrase.english)")
  }
}

/// Something odd about a row that was taken in all the same.
public struct Warning: Hashable, Described {
  /// The line of the file on which the row starts, from 1.
  public let row: Int
  public let column: String
  public let reason: WarningReason

  public init(row: Int, column: String, reason: WarningReason) {
    self.row = row
    self.column = column
    self.reason = reason
  }

  public var phrase: Phrase {
    Phrase(
      id: "baris \(row), \(column): \(reason.phrase.indonesian)",
      en: "line \(row), \(column): \(reason.phrase.english)")
  }
}

/// What became of one row of a file.
public enum Reading<Row: Sendable>: Sendable {
  case accepted(Row, [Warning])
  case rejected(Rejection)
}
