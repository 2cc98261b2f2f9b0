public import Domain

/// The paper a courier carries: one run, stop by stop, with room to tick, write and sign.
///
/// It shows what is needed at the door and no more: names and addresses, but a NIK only masked.
/// Invariant: every card of the run is known and stands on the sheet exactly once.
public struct RunSheet: Sendable {
  public let run: Run
  public let courier: Courier
  /// The office that answers for the cards.
  public let office: String
  /// Whose map the places come from, as its licence asks.
  public let attribution: String
  /// The way along the roads; nothing where none are known.
  public let way: RunWay?
  let cards: [CardID: Card]
  let gazetteer: Gazetteer

  /// - Parameter cards: At least the cards of `run`; others are not looked at.
  /// - Throws: ``RunSheetError`` if a card is unknown or listed twice, or the run is another's.
  public init(
    run: Run, courier: Courier, cards: [CardID: Card], gazetteer: Gazetteer, office: String,
    attribution: String, way: RunWay? = nil
  ) throws(RunSheetError) {
    guard run.courier == courier.id else {
      throw .otherCourier(run.id, planned: run.courier, given: courier.id)
    }
    var known: [CardID: Card] = [:]
    for id in run.cards {
      guard let card = cards[id] else { throw .unknownCard(id, run.id) }
      guard known.updateValue(card, forKey: id) == nil else { throw .repeatedCard(id, run.id) }
    }
    self.run = run
    self.courier = courier
    self.office = office
    self.attribution = attribution
    self.way = way
    self.cards = known
    self.gazetteer = gazetteer
  }

  /// A printable page of one run.
  public func html(in language: Language) -> String { Self.html(of: [self], in: language) }

  /// One printable file of many runs, each starting on a new page.
  ///
  /// - Parameter showsDirections: Whether each run is followed by its way, turn by turn.
  public static func html(
    of sheets: [RunSheet], in language: Language, showsDirections: Bool = false
  ) -> String {
    let title = Phrase(id: "Lembar antar KTP-el", en: "KTP-el run sheets").text(in: language)
    return HTMLPage.text(
      title: sheets.count == 1 ? "\(title) \(sheets[0].run.id)" : title, language: language,
      style: RunSheetMarkup.style,
      body: .each(sheets, separator: "\n") { sheet in
        let markup = RunSheetMarkup(sheet: sheet, language: language)
        return "\(markup.html)\(showsDirections ? markup.directions : .empty)"
      })
  }

  /// The cards of one stop in the order in which they are handed over.
  func cards(of stop: Stop) -> [Card] { stop.cards.compactMap { cards[$0] } }
}

/// Why a run cannot be put on paper.
public enum RunSheetError: Error, Equatable, Described {
  case otherCourier(RunID, planned: CourierID, given: CourierID)
  case unknownCard(CardID, RunID)
  case repeatedCard(CardID, RunID)

  public var phrase: Phrase {
    switch self {
    case .otherCourier(let run, let planned, let given):
      Phrase(
        id: "rute \(run) milik petugas \(planned), bukan \(given); pilih petugas yang benar",
        en: "run \(run) is planned for courier \(planned), not \(given); take the right courier")
    case .unknownCard(let card, let run):
      Phrase(
        id: "kartu \(card) pada rute \(run) tidak terdaftar; impor kartunya lalu rencanakan ulang",
        en: "card \(card) of run \(run) is not registered; import it and plan again")
    case .repeatedCard(let card, let run):
      Phrase(
        id: "kartu \(card) tercantum dua kali pada rute \(run); rencanakan ulang harinya",
        en: "card \(card) is on run \(run) twice; plan the day again")
    }
  }
}
