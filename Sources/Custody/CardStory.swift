public import Domain

/// What happened to one card, told so that its resident understands it.
///
/// It names no other card and no person: couriers by badge, recipients by their relation, clerks
/// only as the office.
public enum CardStory {
  /// Tells the events that concern `card`, in the order given.
  ///
  /// - Parameter events: Those that the ledger accepted; others say nothing true of the card.
  public static func lines(of card: CardID, in events: some Sequence<Event>) -> [StoryLine] {
    events.compactMap { event in
      if event.exchanged.contains(card) {
        return StoryLine(time: event.time, phrase: exchange(in: event))
      }
      guard event.cards.contains(card) else { return nil }
      return StoryLine(time: event.time, phrase: sentence(about: event))
    }
  }

  /// What happened to an old card that was given up for a new one.
  private static func exchange(in event: Event) -> Phrase {
    let giver = event.giver.phrase
    return Phrase(
      id: "KTP lama ditukar dengan kartu baru dan dibawa \(giver.indonesian)",
      en: "old card given up for the new one and taken by \(giver.english)")
  }

  private static func sentence(about event: Event) -> Phrase {
    let giver = event.giver.phrase
    let taker = event.taker.phrase
    switch event.kind {
    case .printed:
      return Phrase(
        id: "kartu dicetak dan disimpan di kantor", en: "card printed, kept at the office")
    case .packed:
      return Phrase(
        id: "disiapkan di tas antaran, masih di kantor",
        en: "put into the bag of a delivery run, still at the office")
    case .handedOver: return handover(event)
    case .scannedOut:
      return Phrase(
        id: "\(giver.indonesian) memeriksa isi tas dan berangkat membawa kartu",
        en: "\(giver.english) checked the bag and set out with the card")
    case .delivered: return delivery(event)
    case .failed: return failure(event)
    case .reattempted:
      return Phrase(
        id: "\(giver.indonesian) akan datang sekali lagi", en: "\(giver.english) will call again")
    case .returned:
      return Phrase(
        id: "dikembalikan ke kantor oleh \(giver.indonesian)",
        en: "brought back to the office by \(giver.english)")
    case .held:
      return Phrase(
        id: "dititipkan di \(taker.indonesian), silakan diambil di sana",
        en: "left at \(taker.english), to be collected there")
    case .cleared:
      return Phrase(
        id: "diperiksa kantor, siap diantar lagi",
        en: "checked by the office, ready to be brought again")
    default: return exception(event)
    }
  }

  /// What happens to a card outside its way from the office to the resident.
  private static func exception(_ event: Event) -> Phrase {
    let giver = event.giver.phrase
    let taker = event.taker.phrase
    return switch event.kind {
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
        id: "catatan dibetulkan kantor: kartu ada di \(taker.indonesian)",
        en: "record corrected by the office: the card is with \(taker.english)")
    case .erased:
      Phrase(id: "data pribadi dihapus sesuai hukum", en: "personal data erased as the law asks")
    case .feeReported: fee(event)
    default: event.kind.phrase
    }
  }

  private static func handover(_ event: Event) -> Phrase {
    let taker = event.taker.phrase
    let note = note(event.document)
    let item = event.item.map { number in
      Phrase(id: ", nomor kiriman \(number)", en: ", item number \(number)")
    }
    if case .villageOffice = event.taker {
      return Phrase(
        id: "dikirim ke \(taker.indonesian)\(note), silakan diambil di sana",
        en: "sent to \(taker.english)\(note), to be collected there")
    }
    return Phrase(
      id: "diserahkan kepada \(taker.indonesian) untuk diantar\(note)\(item?.indonesian ?? "")",
      en: "handed to \(taker.english) to be delivered\(note)\(item?.english ?? "")")
  }

  private static func delivery(_ event: Event) -> Phrase {
    let giver = event.giver.phrase
    let recipient = event.recipient.map { recipient in
      Phrase(
        id: ", diterima \(recipient.phrase.indonesian)",
        en: ", taken by \(recipient.phrase.english)")
    }
    let exchange =
      event.exchanged.isEmpty ? nil : Phrase(id: ", KTP lama ditarik", en: ", old card taken back")
    return Phrase(
      id: "diserahkan oleh \(giver.indonesian)\(recipient?.indonesian ?? "")"
        + (exchange?.indonesian ?? ""),
      en: "delivered by \(giver.english)\(recipient?.english ?? "")\(exchange?.english ?? "")")
  }

  private static func failure(_ event: Event) -> Phrase {
    let giver = event.giver.phrase
    let reason = event.reason?.phrase
    let action = (event.action ?? event.reason?.action)?.phrase
    return Phrase(
      id: "\(giver.indonesian) datang, kartu belum dapat diserahkan"
        + told(reason?.indonesian, ": ") + told(action?.indonesian, "; selanjutnya: "),
      en: "\(giver.english) called, the card could not be handed over"
        + told(reason?.english, ": ") + told(action?.english, "; next: "))
  }

  private static func fee(_ event: Event) -> Phrase {
    let sum = event.fee ?? 0
    return Phrase(
      id: "permintaan uang Rp\(grouped(sum, "."))"
        + " dilaporkan; kartu ini gratis, jangan membayar siapa pun",
      en: "a demand of Rp\(grouped(sum, ",")) was reported; the card is free, pay nobody")
  }

  /// `50.000`: the digits in groups of three.
  private static func grouped(_ number: Int, _ separator: Character) -> String {
    var text = ""
    for (index, digit) in String(number).reversed().enumerated() {
      if index > 0, index.isMultiple(of: 3) { text.append(separator) }
      text.append(digit)
    }
    return String(text.reversed())
  }

  private static func told(_ text: String?, _ opening: String) -> String {
    text.map { opening + $0 } ?? ""
  }

  private static func note(_ document: String?) -> String { document.map { " (\($0))" } ?? "" }
}
