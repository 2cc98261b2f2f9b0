import Domain
import Intake

/// The good rows of a card file, one after another; what is wrong with the others is kept.
///
/// The file is read in pieces, so that memory does not grow with it, and on a thread of its own a
/// little ahead, so that rows are read while those before them are stored.
struct CardRows {
  private static let pieceBytes = 1 << 18
  private static let piecesAhead = 4

  let progress: ProgressLine
  private(set) var rejections: [Rejection] = []
  private(set) var warnings: [Warning] = []
  private let pieces: ReadAhead<[Reading<NewCard>]>
  private var pending: ArraySlice<Reading<NewCard>> = []

  /// Begins to read.
  ///
  /// - Parameter context: Called on the thread that reads, since a map belongs to one thread.
  init(
    file: String, bytes: [UInt8], context: @escaping @Sendable () throws -> CardImportContext
  ) {
    let progress = ProgressLine()
    self.progress = progress
    pieces = ReadAhead(limit: Self.piecesAhead) { hand in
      var reader = CardImport(try context())
      do {
        for start in stride(from: 0, to: bytes.count, by: Self.pieceBytes) {
          let end = min(bytes.count, start + Self.pieceBytes)
          try hand(try reader.read(bytes[start..<end]))
          progress.show(say("membaca", "reading") + " \(100 * end / bytes.count) %")
        }
        try hand(try reader.finish())
      } catch let error as DelimitedError {
        throw Failure.inFile(file, error)
      }
    }
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
          return row
        case .rejected(let rejection): rejections.append(rejection)
        }
      }
      guard let piece = try pieces.next() else { return nil }
      pending = piece[...]
    }
  }

  /// Stops reading, and waits until nothing is read any more.
  func stop() { pieces.stop() }
}
