import Intake
import Storage

/// The good rows of a card file, one after another; what is wrong with the others is kept.
///
/// The file is read in pieces, so that memory does not grow with it.
struct CardRows {
  private static let pieceBytes = 1 << 18

  let progress = ProgressLine()
  private(set) var rejections: [Rejection] = []
  private(set) var warnings: [Warning] = []
  private let file: String
  private let bytes: [UInt8]
  private var reader: CardImport
  private var position = 0
  private var isFinished = false
  private var pending: ArraySlice<Reading<CardRow>> = []

  init(file: String, bytes: [UInt8], context: CardImportContext) {
    self.file = file
    self.bytes = bytes
    reader = CardImport(context)
  }

  /// The next good row; nothing after the last.
  ///
  /// - Throws: ``Failure`` naming the file if the rest of it is unreadable.
  mutating func next() throws -> NewCard? {
    while true {
      while let reading = pending.popFirst() {
        switch reading {
        case .accepted(let row, let found):
          warnings += found
          return NewCard(row)
        case .rejected(let rejection): rejections.append(rejection)
        }
      }
      guard try readPiece() else { return nil }
    }
  }

  /// Reads on; false at the end of the file.
  private mutating func readPiece() throws -> Bool {
    guard !isFinished else { return false }
    do throws(DelimitedError) {
      if position < bytes.count {
        let end = min(bytes.count, position + Self.pieceBytes)
        pending = try reader.read(bytes[position..<end])[...]
        position = end
        progress.show(say("membaca", "reading") + " \(100 * position / bytes.count) %")
      } else {
        pending = try reader.finish()[...]
        isFinished = true
      }
    } catch {
      throw Failure.inFile(file, error)
    }
    return true
  }
}

extension NewCard {
  fileprivate init(_ row: CardRow) {
    self.init(
      id: row.id, resident: row.resident, request: row.request, urgency: row.urgency,
      requestedOn: row.requestedOn, printedOn: row.printedOn, channel: row.channel,
      location: row.location, sourceRow: row.row)
  }
}
