internal import Domain

/// The rows of a run sheet, dealt onto pages of A4 so that no row is ever split.
///
/// Sizes are millimetres and agree with the style sheet in ``RunSheetMarkup``.
struct RunSheetPages {
  enum Row {
    /// Some or all cards of a stop; `continued` when the stop began on the page before.
    case stop(Stop, cards: [Card], continued: Bool)
    case rest(TimeOfDay)
  }

  private static let pageHeight = 278.0
  private static let addressWidth = 45.0
  private static let residentWidth = 60.0
  private static let lineHeight = 3.8
  private static let nameHeight = 4.4
  private static let boxHeight = 4.55
  private static let padding = 3.3

  private static let firstPageRows = otherPageRows - 25
  private static let otherPageRows = pageHeight - 12 - 8 - 24
  private static let declarationHeight = 46.0
  private static let restHeight = 8.0
  private static let safety = 0.5

  /// One list of rows a page; at least one page, and the last has room for the declaration.
  private(set) var pages: [[Row]] = [[]]
  private var remaining = Self.firstPageRows
  private let gazetteer: Gazetteer
  private let language: Language

  init(sheet: RunSheet, language: Language) {
    gazetteer = sheet.gazetteer
    self.language = language
    for row in Self.rows(of: sheet) {
      switch row {
      case .rest: place(row, height: Self.restHeight)
      case .stop(let stop, let cards, _): place(stop, cards)
      }
    }
    if remaining < Self.declarationHeight { turnPage() }
  }

  /// The stops in order, with the break before the first stop reached after it.
  private static func rows(of sheet: RunSheet) -> [Row] {
    var rows: [Row] = []
    var rest = sheet.run.restStarts
    for stop in sheet.run.stops {
      if let start = rest, stop.arrives >= start {
        rows.append(.rest(start))
        rest = nil
      }
      rows.append(.stop(stop, cards: sheet.cards(of: stop), continued: false))
    }
    return rows + (rest.map { [.rest($0)] } ?? [])
  }

  /// Puts a stop on one page if any page can hold it, and otherwise fills page after page.
  private mutating func place(_ stop: Stop, _ cards: [Card]) {
    let heights = cards.map(height)
    let address = cards.first.map { addressHeight(of: stop, $0) } ?? 0
    let whole = max(address, heights.reduce(0, +)) + Self.safety
    if whole <= Self.otherPageRows {
      place(.stop(stop, cards: cards, continued: false), height: whole)
      return
    }
    var waiting = cards[...]
    var isContinued = false
    while !waiting.isEmpty {
      var height = 0.0
      let fitting = waiting.prefix { card in
        height += self.height(of: card)
        return height + Self.safety <= remaining
      }
      if fitting.isEmpty {
        turnPage()
        continue
      }
      place(.stop(stop, cards: Array(fitting), continued: isContinued), height: remaining)
      waiting = waiting.dropFirst(fitting.count)
      isContinued = true
    }
  }

  private mutating func place(_ row: Row, height: Double) {
    if height > remaining { turnPage() }
    pages[pages.count - 1].append(row)
    remaining -= height
  }

  private mutating func turnPage() {
    pages.append([])
    remaining = Self.otherPageRows
  }

  private func addressHeight(of stop: Stop, _ card: Card) -> Double {
    let lines = RunSheetLines(stop: stop, card: card, gazetteer: gazetteer, language: language)
    let text = TextMeasure(columnMillimetres: Self.addressWidth - 4, points: 8.5)
    let texts = [lines.house, lines.neighbourhood, lines.landmark, lines.uncertainty]
    let count = texts.compactMap(\.self).reduce(0) { $0 + text.lineCount(of: $1) }
    return Self.padding + Double(count) * Self.lineHeight
  }

  private func height(of card: Card) -> Double {
    let lines = RunSheetLines(card: card, language: language)
    let name = TextMeasure(columnMillimetres: Self.residentWidth - 4, points: 10.5)
    let text = TextMeasure(columnMillimetres: Self.residentWidth - 4, points: 8.5)
    let urgent = card.urgency == .urgent ? card.urgency.phrase.text(in: language) + "xxx " : ""
    let last = urgent + lines.request + (lines.phone.map { " · " + $0 } ?? "")
    let resident =
      Double(name.lineCount(of: lines.name)) * Self.nameHeight
      + Double(2 + text.lineCount(of: last)) * Self.lineHeight
    let boxes = Double(card.request.surrendersOldCard ? 4 : 3) * Self.boxHeight
    return Self.padding + max(resident, boxes)
  }
}
