public import Domain

/// The cards that a scanner or a person wrote down, one to a line.
///
/// A line is a card's number: as on the label, as its QR code gives it, or typed in any case and
/// without dashes. Blank lines, spaces around a number and a byte order mark mean nothing.
public struct ScanList: Hashable, Sendable {
  /// A card that was scanned more than once.
  public struct Repetition: Hashable, Sendable {
    public let card: CardID
    /// The line of the file, from 1.
    public let line: Int
    /// The line on which the card stood first.
    public let firstLine: Int

    public init(card: CardID, line: Int, firstLine: Int) {
      self.card = card
      self.line = line
      self.firstLine = firstLine
    }
  }

  /// Each card once, in the order of the first scan.
  public let cards: [CardID]
  /// In the order of the lines; they are in ``cards`` once.
  public let repetitions: [Repetition]
  /// Lines that are no card, in order.
  public let rejections: [Rejection]

  /// The most characters a line may have; a card's number has 22.
  private static let lineLimit = 200

  /// Reads the bytes of a list; whatever they are, some list comes out.
  public init(of bytes: [UInt8]) {
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.dropFirst(bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0)
    var firstLines: [CardID: Int] = [:]
    var cards: [CardID] = []
    var repetitions: [Repetition] = []
    var rejections: [Rejection] = []
    for (index, line) in Self.lines(of: text).enumerated() {
      do throws(Rejection) {
        guard let card = try Self.card(on: line, number: index + 1) else { continue }
        if let first = firstLines[card] {
          repetitions.append(Repetition(card: card, line: index + 1, firstLine: first))
        } else {
          firstLines[card] = index + 1
          cards.append(card)
        }
      } catch {
        rejections.append(error)
      }
    }
    self.cards = cards
    self.repetitions = repetitions
    self.rejections = rejections
  }

  /// The lines between line feeds, carriage returns, or both together.
  private static func lines(of bytes: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var rest = bytes
    while let end = rest.firstIndex(where: { $0 == .lineFeed || $0 == .carriageReturn }) {
      lines.append(rest[..<end])
      let isPair = rest[end...].starts(with: [.carriageReturn, .lineFeed])
      rest = rest[(end + (isPair ? 2 : 1))...]
    }
    return lines + [rest]
  }

  /// The card on a line; nothing on a blank one.
  private static func card(
    on line: ArraySlice<UInt8>, number: Int
  ) throws(Rejection) -> CardID? {
    func rejection(_ reason: RejectionReason, _ value: String = "") -> Rejection {
      Rejection(row: number, column: nil, value: shown(value), reason: reason)
    }
    guard line.count <= lineLimit else { throw rejection(.tooLong(limit: lineLimit)) }
    guard let text = String(validating: line, as: UTF8.self) else { throw rejection(.notText) }
    // Scanners end a code with a tab, spreadsheets put quotes around it.
    let around: Set<Character> = [" ", "\t", "\"", "'", ",", ";", "\u{A0}"]
    let word = text.drop(while: around.contains).reversed().drop(while: around.contains)
    guard !word.isEmpty else { return nil }
    let value = String(word.reversed())
    guard let card = CardID(value) else {
      throw rejection(value.hasPrefix("HANTAR1 ") ? .proofNotCard : .cardID, value)
    }
    return card
  }
}
