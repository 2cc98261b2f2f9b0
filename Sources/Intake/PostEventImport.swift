public import Custody
public import Domain

/// What the post reports about one item.
public struct PostEventRow: Hashable, Sendable {
  /// What only some codes carry.
  public enum Outcome: Hashable, Sendable {
    case none
    /// With EMH, which the post must not send without both.
    case failed(FailureReason, ActionCode)
    /// With EMI.
    case delivered(to: Recipient)
  }

  /// The line of the file on which the row starts, from 1.
  public let row: Int
  public let item: PostItem
  public let code: PostEventCode
  public let time: Instant
  public let outcome: Outcome

  public init(row: Int, item: PostItem, code: PostEventCode, time: Instant, outcome: Outcome) {
    self.row = row
    self.item = item
    self.code = code
    self.time = time
    self.outcome = outcome
  }
}

/// Reads the post's report (columns: ``PostEventColumn``).
public enum PostEventImport {
  /// What became of each row of `file`, in order.
  ///
  /// A row with a code of customs or a border office is taken in with a warning: it changes nothing.
  ///
  /// - Parameter zone: The clocks that a time without an offset was read from.
  /// - Throws: ``DelimitedError`` for what makes the file unreadable.
  public static func readings(
    of file: [UInt8], zone: TimeZoneOffset
  ) throws(DelimitedError) -> [Reading<PostEventRow>] {
    var rows = TableReader<PostEventColumn>()
    rows.feed(file[...])
    rows.finish()
    var firstRows: [Report: Int] = [:]
    var readings: [Reading<PostEventRow>] = []
    while let row = try rows.next() {
      do throws(Rejection) {
        let event = try postEventRow(row, zone)
        let report = Report(item: event.item, code: event.code, time: event.time)
        if let first = firstRows[report] { throw row.rejection(.item, .duplicate(firstRow: first)) }
        firstRows[report] = row.line
        let isForeign = event.code.meaning == .foreign
        readings.append(
          .accepted(event, isForeign ? [row.warning(.code, .foreignPostEvent)] : []))
      } catch {
        readings.append(.rejected(error))
      }
    }
    try rows.checkHeader()
    return readings
  }

  /// What makes two rows the same report.
  private struct Report: Hashable {
    let item: PostItem
    let code: PostEventCode
    let time: Instant
  }

  private static func postEventRow(
    _ row: TableRow<PostEventColumn>, _ zone: TimeZoneOffset
  ) throws(Rejection) -> PostEventRow {
    if let defect = row.defect { throw defect }
    guard let item = PostItem(try row.required(.item)) else {
      throw row.rejection(.item, .postItem)
    }
    guard let code = PostEventCode(try row.required(.code)) else {
      throw row.rejection(
        .code, .unknownWord(expected: PostEventCode.allCases.map(\.rawValue).sorted()))
    }
    guard let time = Instant(written: try row.required(.time), zone: zone) else {
      throw row.rejection(.time, .notAMoment)
    }
    return PostEventRow(
      row: row.line, item: item, code: code, time: time, outcome: try outcome(of: code, row))
  }

  private static func outcome(
    of code: PostEventCode, _ row: TableRow<PostEventColumn>
  ) throws(Rejection) -> PostEventRow.Outcome {
    let isFailure = code.meaning == .attemptFailed
    let isDelivery = code.meaning == .delivered
    for column in [PostEventColumn.reason, .action]
    where !isFailure && row.optional(column) != nil {
      throw row.rejection(column, .notWithPostEvent(code))
    }
    if !isDelivery, row.optional(.recipient) != nil {
      throw row.rejection(.recipient, .notWithPostEvent(code))
    }
    if isFailure {
      guard let reason = try row.word(.reason, in: .failures) else {
        throw row.rejection(.reason, .empty)
      }
      guard let action = try row.word(.action, in: .actions) else {
        throw row.rejection(.action, .empty)
      }
      return .failed(reason, action)
    }
    guard isDelivery else { return .none }
    guard let recipient = try row.word(.recipient, in: .recipients) else {
      throw row.rejection(.recipient, .empty)
    }
    return .delivered(to: recipient)
  }
}

extension Vocabulary<ActionCode> {
  fileprivate static let actions = Vocabulary(
    ActionCode.allCases.map { ($0, [$0.rawValue, $0.phrase.indonesian]) })
}

extension Instant {
  /// Reads `2017-07-27 09:14`, with `T` for the space, seconds, and an offset where there is one.
  ///
  /// - Parameter zone: The clocks that a time without an offset was read from.
  init?(written text: String, zone: TimeZoneOffset) {
    guard let divider = text.firstIndex(where: { $0 == " " || $0 == "T" }),
      let date = CalendarDate(text[..<divider])
    else { return nil }
    var clock = text[text.index(after: divider)...]
    var zone = zone
    if let sign = clock.firstIndex(of: "+") {
      guard let named = TimeZoneOffset.allCases.first(where: { $0.description == clock[sign...] })
      else { return nil }
      zone = named
      clock = clock[..<sign]
    }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    var seconds: Int64 = 0
    if parts.count == 3 {
      guard parts[2].utf8.count == 2, parts[2].utf8.allSatisfy(isASCIIDigit),
        let written = Int64(parts[2]), written < 60
      else { return nil }
      seconds = written
      clock = clock.dropLast(3)
    }
    guard let time = TimeOfDay(clock), time.seconds < 86_400 else { return nil }
    self.init(
      milliseconds: Instant(date, at: time, in: zone).milliseconds + seconds * 1000)
  }
}
