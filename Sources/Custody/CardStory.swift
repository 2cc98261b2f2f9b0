public import Domain

/// What happened to one card, told so that its resident understands it.
///
/// It names no other card, no recipient and no other person: couriers by badge, recipients by
/// their relation only.
public enum CardStory {
  /// Tells the events that concern `card`, in the order given.
  public static func lines(of card: CardID, in events: some Sequence<Event>) -> [StoryLine] {
    events.filter { $0.cards.contains(card) }
      .map { StoryLine(time: $0.time, phrase: sentence(about: $0)) }
  }

  private static func sentence(about event: Event) -> Phrase {
    let giver = event.giver.phrase
    let taker = event.taker.phrase
    return switch event.kind {
    case .printed:
      Phrase(id: "kartu dicetak dan disimpan di kantor", en: "card printed, kept at the office")
    case .handedOver:
      Phrase(
        id: "diserahkan kepada \(taker.indonesian)\(note(event.document))",
        en: "handed over to \(taker.english)\(note(event.document))")
    case .delivered:
      Phrase(
        id: "diserahkan oleh \(giver.indonesian)\(recipient(event.recipient, in: .indonesian))",
        en: "delivered by \(giver.english)\(recipient(event.recipient, in: .english))")
    case .failed:
      Phrase(
        id: "\(giver.indonesian) datang, kartu belum dapat diserahkan\(reason(event, .indonesian))",
        en: "\(giver.english) called, the card could not be handed over\(reason(event, .english))")
    case .returned:
      Phrase(
        id: "dikembalikan ke kantor oleh \(giver.indonesian)",
        en: "brought back to the office by \(giver.english)")
    case .held:
      Phrase(
        id: "dititipkan di \(taker.indonesian), silakan diambil di sana",
        en: "left at \(taker.english), to be collected there")
    case .cleared:
      Phrase(
        id: "diperiksa kantor, siap diantar lagi",
        en: "checked by the office, ready to be brought again")
    }
  }

  private static func note(_ document: String?) -> String { document.map { " (\($0))" } ?? "" }

  private static func recipient(_ recipient: Recipient?, in language: Language) -> String {
    guard let text = recipient?.phrase.text(in: language) else { return "" }
    return Phrase(id: ", diterima \(text)", en: ", taken by \(text)").text(in: language)
  }

  private static func reason(_ event: Event, _ language: Language) -> String {
    event.reason.map { ": \($0.phrase.text(in: language))" } ?? ""
  }
}
