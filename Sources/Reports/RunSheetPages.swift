internal import Domain

/// The rows of a run sheet, dealt onto pages of A4 so that no card is ever split.
///
/// A stop stays whole unless that would leave more than a fifth of a page empty.
///
/// Sizes are millimetres and agree with the style sheet in ``RunSheetMarkup``.
struct RunSheetPages {
  enum Row {
    /// Some or all cards of a stop; `continued` when the stop began on the page before.
    case stop(Stop, cards: [Card], continued: Bool)
    case rest(TimeOfDay)
    case crossing(Crossing)
  }

  private static let pageHeight = 278.0
  private static let addressWidth = 41.0 - 3.2
  private static let residentWidth = 58.0 - 3.2
  private static let lineHeight = 3.6
  private static let nameHeight = 4.4
  private static let boxHeight = 4.0
  private static let padding = 2.3

  private static let firstPageRows = otherPageRows - 20
  private static let otherPageRows = pageHeight - 11 - 6.5 - 19
  private static let declarationHeight = 49.0
  private static let restHeight = 7.2
  private static let crossingPadding = 3.6
  private static let tableWidth = 190.0 - 3.2
  private static let safety = 0.3
  /// The most that may stay empty for the sake of a whole stop.
  private static let idleHeight = otherPageRows / 5

  /// One list of rows a page; at least one page, and the last has room for the declaration.
  private(set) var pages: [[Row]] = [[]]
  private var remaining = Self.firstPageRows
  private let sheet: RunSheet
  private let language: Language

  init(sheet: RunSheet, language: Language) {
    self.sheet = sheet
    self.language = language
    for row in Self.rows(of: sheet) {
      switch row {
      case .rest: place(row, height: Self.restHeight)
      case .crossing(let crossing): place(row, height: height(of: crossing))
      case .stop(let stop, let cards, _): place(stop, cards)
      }
    }
    if remaining < Self.declarationHeight { turnPage() }
  }

  /// The stops in order, each crossing before the stop it leads to, and the break before the first
  /// of either that comes after it.
  private static func rows(of sheet: RunSheet) -> [Row] {
    let run = sheet.run
    var rows: [Row] = []
    var rest = run.restStarts
    func add(_ row: Row, at time: TimeOfDay) {
      if let start = rest, time >= start {
        rows.append(.rest(start))
        rest = nil
      }
      rows.append(row)
    }
    for number in 1...(run.stops.count + 1) {
      for crossing in run.crossings where crossing.beforeStop == number {
        add(.crossing(crossing), at: crossing.daysLater > 0 ? run.returns : crossing.departs)
      }
      guard number <= run.stops.count else { break }
      let stop = run.stops[number - 1]
      add(.stop(stop, cards: sheet.cards(of: stop), continued: false), at: stop.arrives)
    }
    return rows + (rest.map { [.rest($0)] } ?? [])
  }

  /// Puts a stop on this page, or whole on the next, or from here on page after page.
  private mutating func place(_ stop: Stop, _ cards: [Card]) {
    var waiting = cards[...]
    var isContinued = false
    while !waiting.isEmpty {
      let whole = height(of: stop, waiting, isContinued: isContinued)
      guard whole > remaining, whole > Self.otherPageRows || remaining > Self.idleHeight else {
        place(.stop(stop, cards: Array(waiting), continued: isContinued), height: whole)
        return
      }
      let part = fittingCards(of: stop, waiting, isContinued: isContinued)
      if !part.isEmpty {
        place(.stop(stop, cards: Array(part), continued: isContinued), height: remaining)
        waiting = waiting.dropFirst(part.count)
        isContinued = true
      }
      turnPage()
    }
  }

  /// As many of the first cards as this page still holds; at least one where the page is fresh.
  private func fittingCards(
    of stop: Stop, _ cards: ArraySlice<Card>, isContinued: Bool
  ) -> ArraySlice<Card> {
    let count = cards.indices.prefix { last in
      height(of: stop, cards[...last], isContinued: isContinued) <= remaining
    }.count
    let isFresh = pages.last?.isEmpty ?? true
    return cards.prefix(max(count, isFresh ? 1 : 0))
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

  private func height(of stop: Stop, _ cards: ArraySlice<Card>, isContinued: Bool) -> Double {
    let address = cards.first.map { addressHeight(of: stop, $0, isContinued: isContinued) } ?? 0
    return max(address, cards.reduce(0) { $0 + height(of: $1) }) + Self.safety
  }

  private func addressHeight(of stop: Stop, _ card: Card, isContinued: Bool) -> Double {
    let lines = RunSheetLines(stop: stop, card: card, of: sheet, language: language)
    let text = TextMeasure(columnMillimetres: Self.addressWidth, points: 8)
    let bold = TextMeasure(columnMillimetres: Self.addressWidth, points: 8, isBold: true)
    let house = TextMeasure(columnMillimetres: Self.addressWidth, points: 9, isBold: true)
    let count =
      house.lineCount(of: lines.house) + text.lineCount(of: lines.neighbourhood)
      + (lines.landmark.map(text.lineCount) ?? 0) + (lines.uncertainty.map(bold.lineCount) ?? 0)
      + (isContinued ? 1 : (lines.approach.map(text.lineCount) ?? 0))
    return Self.padding + Double(count) * Self.lineHeight
  }

  private func height(of crossing: Crossing) -> Double {
    let line = CrossingLine(crossing, on: sheet.run.id.plan.date, language: language)
    let text = TextMeasure(columnMillimetres: Self.tableWidth, points: 9, isBold: true)
    return Self.crossingPadding
      + Double(text.lineCount(of: "\(line.times) \(line.way) \(line.boat)")) * Self.lineHeight
      + Double(line.note.map(text.lineCount) ?? 0) * Self.lineHeight
  }

  private func height(of card: Card) -> Double {
    let lines = RunSheetLines(card: card, language: language)
    let name = TextMeasure(columnMillimetres: Self.residentWidth, points: 10, isBold: true)
    let text = TextMeasure(columnMillimetres: Self.residentWidth, points: 8)
    let urgent = card.urgency == .urgent ? card.urgency.phrase.text(in: language) + "xxx " : ""
    let last = urgent + lines.request + (lines.phone.map { " " + $0 } ?? "")
    let resident =
      Double(name.lineCount(of: lines.name)) * Self.nameHeight
      + Double(2 + text.lineCount(of: last)) * Self.lineHeight
    let boxes = Double(card.request.surrendersOldCard ? 4 : 3) * Self.boxHeight
    return Self.padding + max(resident, boxes)
  }
}
