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
    case .packed:
      Phrase(id: "dimasukkan ke tas antaran", en: "put into the bag of a delivery run")
    case .scannedOut:
      Phrase(
        id: "\(giver.indonesian) memeriksa isi tas dan berangkat",
        en: "\(giver.english) checked the bag and set out")
    case .reattempted:
      Phrase(
        id: "\(giver.indonesian) akan datang sekali lagi", en: "\(giver.english) will call again")
    case .withdrawn:
      Phrase(
        id: "KTP lama diserahkan kepada \(taker.indonesian)",
        en: "old card given up to \(taker.english)")
    case .missing:
      Phrase(
        id: "tidak ditemukan saat dihitung di \(giver.indonesian), sedang dicari",
        en: "not found when \(giver.english) counted, being looked for")
    case .found:
      Phrase(id: "ditemukan kembali di \(taker.indonesian)", en: "found again at \(taker.english)")
    case .counted:
      Phrase(id: "dihitung, ada di \(giver.indonesian)", en: "counted, present at \(giver.english)")
    case .destroyed:
      Phrase(
        id: "dimusnahkan di hadapan saksi\(note(event.document))",
        en: "destroyed before witnesses\(note(event.document))")
    case .corrected:
      Phrase(
        id: "catatan dibetulkan oleh \(event.actor): kartu ada di \(taker.indonesian)",
        en: "record corrected by \(event.actor): the card is with \(taker.english)")
    case .erased:
      Phrase(id: "data pribadi dihapus sesuai hukum", en: "personal data erased as the law asks")
    case .feeReported:
      Phrase(id: "permintaan uang dilaporkan", en: "a demand of money was reported")
    case .enrolled, .revoked: event.kind.phrase
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
