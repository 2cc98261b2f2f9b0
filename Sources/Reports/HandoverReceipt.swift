public import Custody
public import Domain

/// A receipt (tanda terima) for a resident: which cards were handed over, when, by whom and to whom,
/// what shows it, and which old cards were taken. Names and addresses stay out of it.
public struct HandoverReceipt: Hashable, Sendable {
  public let office: String
  /// Where the office is, as it stands before a date.
  public let town: String
  public let cards: [CardID]
  public let recipient: Recipient
  /// The badge or the office of whoever handed the cards over.
  public let giver: Holder
  public let time: Instant
  public let zone: TimeZoneOffset
  /// In the order given.
  public let proofs: [Proof.Kind]
  public let oldCards: [CardID]
  public let proof: ProofReference?

  /// - Throws: ``HandoverReceiptError`` if no card was handed over.
  public init(
    office: String, town: String, cards: [CardID], recipient: Recipient, giver: Holder,
    time: Instant, zone: TimeZoneOffset, proofs: [Proof.Kind], oldCards: [CardID] = [],
    proof: ProofReference? = nil
  ) throws(HandoverReceiptError) {
    guard !cards.isEmpty else { throw .noCards }
    self.office = office
    self.town = town
    self.cards = cards
    self.recipient = recipient
    self.giver = giver
    self.time = time
    self.zone = zone
    self.proofs = proofs
    self.oldCards = oldCards
    self.proof = proof
  }

  /// Two copies on a sheet of A4: one for the resident, one for the office.
  public func html(in language: Language) -> String {
    let copies = [
      Phrase(id: "untuk penduduk", en: "for the resident"),
      Phrase(id: "untuk kantor", en: "for the office"),
    ]
    let body: HTMLText = """
      <main>\(.each(copies) { copy($0.text(in: language), in: language) })</main>
      """
    return HTMLPage.text(
      title: "\(Self.title.text(in: language)) \(cards[0])", language: language,
      style: Self.style, body: body)
  }

  private static let title = Phrase(id: "Tanda terima KTP-el", en: "Receipt for a KTP-el card")

  private func copy(_ purpose: String, in language: Language) -> HTMLText {
    """
    <section class="copy">
    <header><div><h1>\(Self.title.text(in: language))</h1><p>\(office) · \(purpose)</p></div>\
    \(.optional(proof) { ProofMark.html($0, in: language) })</header>
    <dl>\(.each(lines(in: language)) { "<div><dt>\($0.name)</dt><dd>\($0.value)</dd></div>" })</dl>
    <div class="signatures"><div><span>\(Phrase(
      id: "Yang menerima", en: "Received by").text(in: language))</span><b></b></div>\
    <div><span>\(Phrase(
      id: "Yang menyerahkan", en: "Handed over by").text(in: language))</span><b></b></div></div>
    <p class="fee">\(FeeGuard.residentNotice.text(in: language))</p>
    </section>
    """
  }

  private func lines(in language: Language) -> [(name: String, value: HTMLText)] {
    let day = time.date(in: zone).text(in: language)
    let clock = "\(time.epcisText(offset: zone).dropFirst(11).prefix(5)) \(zone.rawValue)"
    let evidence = proofs.map { $0.phrase.text(in: language) }.joined(separator: ", ")
    let none = Phrase(id: "tidak ada", en: "none").text(in: language)
    let lines: [(Phrase, HTMLText)] = [
      (Phrase(id: "Kartu", en: "Card"), Self.list(cards)),
      (Phrase(id: "Diterima oleh", en: "Received by"), "\(recipient.phrase.text(in: language))"),
      (Phrase(id: "Waktu", en: "When"), "\(town), \(day), \(clock)"),
      (Phrase(id: "Diserahkan oleh", en: "Handed over by"), "\(giver.phrase.text(in: language))"),
      (Phrase(id: "Bukti", en: "Evidence"), "\(evidence.isEmpty ? none : evidence)"),
      (
        Phrase(id: "KTP lama ditarik", en: "Old card taken"),
        oldCards.isEmpty ? "\(none)" : Self.list(oldCards)
      ),
    ]
    return lines.map { ($0.0.text(in: language), $0.1) }
  }

  private static func list(_ cards: [CardID]) -> HTMLText {
    .each(cards, separator: " ") { "<span class=\"code\">\($0)</span>" }
  }

  private static let style: HTMLText =
    """
    @page { size: A4 portrait; margin: 0; }
    * { box-sizing: border-box; margin: 0; padding: 0; }
    html { background: #d9dbde; -webkit-text-size-adjust: 100%; }
    body { font: 10pt/1.35 "Helvetica Neue", Arial, "Liberation Sans", "DejaVu Sans", sans-serif;
      color: #000; }
    main { width: 210mm; margin: 6mm auto; background: #fff; }
    .copy { height: 148mm; padding: 12mm 16mm 10mm; display: flex; flex-direction: column;
      break-inside: avoid; }
    .copy + .copy { border-top: .2mm dashed #777; }
    header { display: flex; justify-content: space-between; gap: 8mm; }
    h1 { font-size: 16pt; line-height: 1.2; }
    header p { margin-top: 1mm; }
    dl { margin-top: 3mm; border-top: .3mm solid #000; }
    dl div { display: grid; grid-template-columns: 38mm 1fr; padding: .9mm 0;
      border-bottom: .2mm solid #bbb; }
    .code { font-family: "Liberation Mono", "DejaVu Sans Mono", monospace; white-space: nowrap; }
    .signatures { display: grid; grid-template-columns: 1fr 1fr; gap: 16mm; margin-top: auto; }
    .signatures b { display: block; height: 15mm; border-bottom: .2mm solid #000; }
    .fee { margin-top: 4mm; font-size: 8.5pt; }
    @media print { html { background: none; } main { margin: 0; } }
    @media screen and (max-width: 800px) { main { width: auto; margin: 0; }
      .copy { height: auto; padding: 16px; } .signatures { margin-top: 24px; gap: 24px; }
      dl div { grid-template-columns: 1fr; } }

    """ + ProofMark.style
}

/// Why there is no receipt to print.
public enum HandoverReceiptError: Error, Hashable, Described {
  case noCards

  public var phrase: Phrase {
    Phrase(
      id: "tidak ada kartu pada serah terima ini; pilih serah terima yang lain",
      en: "this handover holds no card; choose another one")
  }
}
