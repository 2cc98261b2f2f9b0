internal import Domain

/// A handover document as markup: the letter, then the annex with every card's identifier.
struct HandoverMarkup {
  let document: HandoverDocument
  let language: Language

  static func title(in language: Language) -> String {
    Phrase(id: "Berita acara serah terima KTP-el", en: "KTP-el handover record").text(in: language)
  }

  var html: HTMLText {
    """
    <main>
    \(heading)
    \(parties)
    \(statements)
    \(signatures)
    </main>
    \(annex)
    """
  }

  private var heading: HTMLText {
    let opening = say(
      id: "Pada hari ini \(document.date.formalText(in: language)), bertempat di "
        + "\(document.place), kami yang bertanda tangan di bawah ini:",
      en: "On this day, \(document.date.formalText(in: language)), at \(document.place), we the "
        + "undersigned:")
    return """
      <h1>\(Self.title(in: language))</h1>
      <p class="number">\(say(id: "Nomor", en: "Number")): \(document.number)</p>
      <p>\(opening)</p>
      """
  }

  private var parties: HTMLText {
    """
    \(.optional(document.proof) { ProofMark.html($0, in: language) })<ol class="parties">
    <li>\(details(of: document.giver))<p>\(say(
      id: "selanjutnya disebut", en: "hereafter the")) <b>\(first)</b>;</p></li>
    <li>\(details(of: document.taker))<p>\(say(
      id: "selanjutnya disebut", en: "hereafter the")) <b>\(second)</b>.</p></li>
    </ol>
    """
  }

  private func details(of party: HandoverDocument.Party) -> HTMLText {
    """
    <dl><dt>\(say(id: "Nama", en: "Name"))</dt><dd><b>\(party.name)</b></dd>\
    <dt>NIP</dt><dd>\(serviceNumber(of: party))</dd>\
    <dt>\(say(id: "Jabatan", en: "Position"))</dt><dd>\(party.position)</dd>\
    <dt>\(say(id: "Instansi", en: "Office"))</dt><dd>\(party.office)</dd></dl>
    """
  }

  /// A service number has 18 digits; without one a line is left to write it on.
  private func serviceNumber(of party: HandoverDocument.Party) -> HTMLText {
    if let number = party.serviceNumber { return "\(number)" }
    return "<i class=\"blank\"></i>"
  }

  private var statements: HTMLText {
    """
    <p>\(say(
      id: "menyatakan dengan sebenarnya hal-hal berikut.", en: "truthfully state the following."))</p>
    <ol class="statements">
    <li>\(handedOver)</li>
    <li>\(say(
      id: "Kartu telah dihitung bersama satu per satu menurut daftar pada lampiran, dalam keadaan "
        + "baik dan tidak rusak, kecuali yang dicatat di bawah ini:",
      en: "The cards were counted together one by one against the list in the annex, in good "
        + "condition and undamaged, except as noted here:"))<i class="note"></i></li>
    <li>\(duty)</li>
    </ol>
    \(table)
    <p>\(say(
      id: "Demikian berita acara ini dibuat dalam rangkap dua untuk dipergunakan sebagaimana "
        + "mestinya.",
      en: "This record is made in two copies, one for each party."))</p>
    """
  }

  private var handedOver: HTMLText {
    let count = "\(language.figure(document.total)) (\(language.words(for: document.total)))"
    switch language {
    case .indonesian:
      return """
        <b>\(first)</b> menyerahkan kepada <b>\(second)</b>, dan <b>\(second)</b> menerima dari \
        <b>\(first)</b>, KTP-el yang telah dicetak sebanyak <b>\(count) keping</b>.
        """
    case .english:
      return """
        The <b>\(first)</b> hands over to the <b>\(second)</b>, and the <b>\(second)</b> receives \
        from the <b>\(first)</b>, <b>\(count)</b> printed KTP-el \
        \(document.total == 1 ? "card" : "cards").
        """
    }
  }

  private var duty: String {
    switch document.step {
    case .toOrganisation, .toCourier:
      say(
        id: "Sejak ditandatangani, kartu menjadi tanggung jawab \(second) sampai diterima oleh "
          + "yang berhak. Kartu yang tidak terantar dikembalikan kepada \(first) dengan berita "
          + "acara pula.",
        en: "From this signature the cards are in the charge of the \(second) until those "
          + "entitled to them receive them. Cards not delivered go back to the \(first) by a "
          + "record like this one.")
    case .toVillage:
      say(
        id: "Sejak ditandatangani, kartu disimpan oleh \(second) untuk diambil sendiri oleh "
          + "pemiliknya. Kartu yang tidak diambil dikembalikan kepada \(first) dengan berita acara "
          + "pula.",
        en: "From this signature the \(second) keeps the cards for their owners to collect in "
          + "person. Cards that are not collected go back to the \(first) by a record like this one."
      )
    case .toOffice:
      say(
        id: "Kartu tersebut tidak terantar; alasannya tercatat per kartu pada buku serah terima. "
          + "Sejak ditandatangani, kartu menjadi tanggung jawab \(second).",
        en: "These cards were not delivered; the ledger holds the reason for each. From this "
          + "signature they are in the charge of the \(second).")
    }
  }

  private var first: String { say(id: "PIHAK PERTAMA", en: "FIRST PARTY") }
  private var second: String { say(id: "PIHAK KEDUA", en: "SECOND PARTY") }

  private var signatures: HTMLText {
    let named = document.witnesses.prefix(2).map { HandoverDocument.Party?.some($0) }
    let witnesses = named + Array(repeating: nil, count: 2 - named.count)
    return """
      \(signingNote)<div class="signatures">
      \(signature(second, document.taker))
      \(signature(first, document.giver))
      </div>
      <p class="witnesses">\(say(id: "Saksi-saksi", en: "Witnesses"))</p>
      <div class="signatures">
      \(.each(Array(witnesses.enumerated()), separator: "\n") { index, party in
        signature("\(index + 1).", party)
      })
      </div>
      """
  }

  /// When both parties signed, so that a copy printed later says so itself.
  private var signingNote: HTMLText {
    guard let signing = document.signing else { return .empty }
    let date = signing.time.date(in: signing.zone).text(in: language)
    let clock = signing.time.epcisText(offset: signing.zone).dropFirst(11).prefix(5)
    let text = say(
      id: "Ditandatangani kedua pihak pada \(date) pukul \(clock) \(signing.zone.rawValue) dan "
        + "dicatat dalam buku serah terima.",
      en: "Signed by both parties on \(date) at \(clock) \(signing.zone.rawValue) and recorded in "
        + "the ledger.")
    return "<p class=\"signed\">\(text)</p>\n"
  }

  private func signature(_ role: String, _ party: HandoverDocument.Party?) -> HTMLText {
    """
    <div><span>\(role)</span><span>\(party?.office ?? "")</span>\
    <b>\(party.map { "\($0.name)" as HTMLText } ?? "<i class=\"blank\"></i>")</b>\
    <span>NIP \(party.map(serviceNumber) ?? "<i class=\"blank\"></i>")</span></div>
    """
  }

  func say(id: String, en: String) -> String { Phrase(id: id, en: en).text(in: language) }
}
