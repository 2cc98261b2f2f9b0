/// Reads delimited text (RFC 4180) record by record from bytes that arrive in pieces.
///
/// Comma, semicolon or tab, whichever the first line uses most; a byte order mark, any of the three
/// line endings, quoted fields with doubled quotes and line breaks. Lines without any content are
/// skipped. One pass; only the record at hand is kept.
///
/// ```swift
/// reader.feed(chunk)
/// while let record = try reader.next() { … }
/// reader.finish()
/// while let record = try reader.next() { … }
/// ```
public struct DelimitedReader: Sendable {
  /// The most bytes one record may have.
  public static let recordLimit = 65_536

  /// The byte between fields; nothing before the first line is complete.
  public private(set) var delimiter: UInt8?
  private var firstLine = FirstLine()
  private var pending: ArraySlice<UInt8> = []
  private var position = 0
  private var isFinished = false
  private var state = State.fieldStart
  private var record = DelimitedRecord(line: 1)
  /// The line the next byte stands on, from 1.
  private var line = 1
  private var followsCarriageReturn = false

  private enum State { case fieldStart, unquoted, quoted, quoteInQuoted }

  public init() {}

  /// Adds bytes to read; call ``next()`` until it returns nothing before adding more.
  public mutating func feed(_ chunk: ArraySlice<UInt8>) {
    pending = position < pending.endIndex ? pending[position...] + chunk : chunk
    position = pending.startIndex
  }

  /// Says that no bytes follow, so that a last line without an ending is a record too.
  public mutating func finish() { isFinished = true }

  /// The next complete record, or nothing until more bytes are fed.
  ///
  /// - Throws: ``DelimitedError`` for what makes the rest of the file unreadable.
  public mutating func next() throws(DelimitedError) -> DelimitedRecord? {
    guard let delimiter = try knownDelimiter() else { return nil }
    while position < pending.endIndex {
      guard record.bytes.count <= Self.recordLimit else { throw tooLong }
      let endsRecord =
        state == .quoted
        ? try readQuoted() : try readOutsideQuotes(delimiter: delimiter)
      if endsRecord, let complete = try takeRecord() { return complete }
    }
    guard isFinished else { return nil }
    if state == .quoted { throw .unterminatedQuote(line: record.line) }
    guard state != .fieldStart || !record.ends.isEmpty else { return nil }
    record.endField()
    return try takeRecord()
  }

  /// Reads up to the next quote or line break of a quoted field.
  private mutating func readQuoted() throws(DelimitedError) -> Bool {
    let run = pending[position...].prefix { $0 != .quote && $0 > .carriageReturn }
    if run.isEmpty {
      let byte = pending[position]
      position += 1
      guard byte != 0 else { throw .zeroByte(line: line) }
      if byte == .quote { state = .quoteInQuoted } else { record.append(byte) }
      countLine(at: byte)
    } else {
      take(run)
    }
    return false
  }

  /// Reads a run of plain bytes, or one byte that means something; true at the end of a record.
  private mutating func readOutsideQuotes(delimiter: UInt8) throws(DelimitedError) -> Bool {
    let byte = pending[position]
    if byte == .lineFeed, followsCarriageReturn {
      followsCarriageReturn = false
      position += 1
      record.line = line
      return false
    }
    followsCarriageReturn = false
    switch byte {
    case 0: throw .zeroByte(line: line)
    case delimiter:
      position += 1
      record.endField()
      state = .fieldStart
    case .lineFeed, .carriageReturn:
      position += 1
      record.endField()
      countLine(at: byte)
      return true
    case .quote where state == .fieldStart:
      position += 1
      state = .quoted
    case .quote where state == .quoteInQuoted:
      position += 1
      record.append(byte)
      state = .quoted
    default:
      if state == .quoteInQuoted { record.hasTextAfterQuote = true }
      state = .unquoted
      position += 1
      record.append(byte)
      take(
        pending[position...].prefix {
          $0 > .carriageReturn && $0 != delimiter && $0 != .quote
        })
    }
    return false
  }

  private mutating func take(_ run: ArraySlice<UInt8>) {
    record.append(run)
    position = run.endIndex
    followsCarriageReturn = false
  }

  /// Counts a line feed, a carriage return, or both together, once.
  private mutating func countLine(at byte: UInt8) {
    if byte == .carriageReturn || (byte == .lineFeed && !followsCarriageReturn) { line += 1 }
    followsCarriageReturn = byte == .carriageReturn
  }

  /// Hands over the record at hand and starts the next; nothing if it has no content.
  private mutating func takeRecord() throws(DelimitedError) -> DelimitedRecord? {
    guard record.bytes.count <= Self.recordLimit else { throw tooLong }
    guard record.isUTF8 else { throw .notUTF8(line: record.line) }
    let complete = record
    record = DelimitedRecord(line: line)
    record.reserve(like: complete)
    state = .fieldStart
    return complete.bytes.isEmpty ? nil : complete
  }

  private var tooLong: DelimitedError {
    state == .quoted
      ? .unterminatedQuote(line: record.line)
      : .recordTooLong(line: record.line)
  }

  /// The delimiter; nothing before a whole first line is here to count it in.
  private mutating func knownDelimiter() throws(DelimitedError) -> UInt8? {
    if let delimiter { return delimiter }
    let fresh = pending.dropFirst(firstLine.byteCount)
    guard firstLine.isCompleted(by: fresh) || isFinished else {
      if firstLine.byteCount > Self.recordLimit { throw .recordTooLong(line: 1) }
      return nil
    }
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    position = pending.startIndex + (pending.starts(with: byteOrderMark) ? 3 : 0)
    delimiter = firstLine.delimiter
    return delimiter
  }
}

extension UInt8 {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let quote = UInt8(ascii: "\"")
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
}
