public import Custody
public import Domain

/// What happened to one card, on one page that its resident can take home: who had it and when, what
/// comes next, and where to ask. It names no resident and no address.
public struct CardStoryPage: Hashable, Sendable {
  public let card: CardID
  public let status: CardCustody.Status
  /// Whoever has the card now, as people call them.
  public let holder: String
  /// From the first to the last.
  public let lines: [StoryLine]
  public let office: String
  /// Where a resident can go or call: a line each.
  public let contact: [String]
  public let printedAt: Instant
  public let zone: TimeZoneOffset
  /// The last event's entry in the log.
  public let proof: ProofReference?

  public init(
    card: CardID, status: CardCustody.Status, holder: String, lines: [StoryLine], office: String,
    contact: [String], printedAt: Instant, zone: TimeZoneOffset, proof: ProofReference? = nil
  ) {
    self.card = card
    self.status = status
    self.holder = holder
    self.lines = lines
    self.office = office
    self.contact = contact
    self.printedAt = printedAt
    self.zone = zone
    self.proof = proof
  }

  public func html(in language: Language) -> String {
    let title = Phrase(id: "Perjalanan kartu", en: "The story of a card").text(in: language)
    let body: HTMLText = """
      <main>
      <header><div><h1>\(title)</h1><p class="code">\(card)</p><p>\(office)</p></div>\
      \(.optional(proof) { ProofMark.html($0, in: language) })</header>
      <section class="now"><h2>\(say(id: "Sekarang", en: "Now", language))</h2>\
      <p><b>\(status.phrase.text(in: language))</b> · \(holder)</p>\
      <p>\(status.nextStep.text(in: language))</p></section>
      <h2>\(say(id: "Yang sudah terjadi", en: "What has happened", language))</h2>
      <ol>\(.each(lines, separator: "\n") { "<li>\(row($0, language))</li>" })</ol>
      <section class="ask"><h2>\(say(id: "Bertanya", en: "Where to ask", language))</h2>\
      \(.each(contact) { "<p>\($0)</p>" })<p>\(question(language))</p></section>
      <p class="fee">\(FeeGuard.residentNotice.text(in: language))</p>
      </main>
      """
    return HTMLPage.text(
      title: "\(title) \(card)", language: language, style: Self.style, body: body)
  }

  private func row(_ line: StoryLine, _ language: Language) -> HTMLText {
    let text = line.text(in: language, zone: zone)
    let when = text.dropLast(line.phrase.text(in: language).count + 2)
    return "<time>\(when)</time><span>\(line.phrase.text(in: language))</span>"
  }

  private func question(_ language: Language) -> String {
    let day = printedAt.date(in: zone).text(in: language)
    return say(
      id: "Sebutkan nomor kartu di atas; NIK tidak perlu disebut. Dicetak \(day).",
      en: "Give the card's number above; nobody needs your NIK for it. Printed \(day).", language)
  }

  private func say(id: String, en: String, _ language: Language) -> String {
    Phrase(id: id, en: en).text(in: language)
  }

  private static let style: HTMLText =
    """
    @page { size: A4 portrait; margin: 16mm 18mm; }
    * { box-sizing: border-box; margin: 0; padding: 0; }
    html { background: #fff; color: #15181c; -webkit-text-size-adjust: 100%; }
    body { font: 11pt/1.45 "Helvetica Neue", Arial, "Liberation Sans", "DejaVu Sans", sans-serif; }
    main { max-width: 174mm; margin: 0 auto; padding: 24px 16px; }
    header { display: flex; justify-content: space-between; gap: 8mm; }
    h1 { font-size: 20pt; line-height: 1.2; }
    h2 { margin-top: 7mm; font-size: 12pt; }
    .code { font: 13pt/1.6 "Liberation Mono", "DejaVu Sans Mono", monospace; }
    .now { margin-top: 6mm; padding: 4mm 5mm; border: .5mm solid #15181c; }
    .now h2 { margin: 0; font-size: 9pt; }
    .now b { font-size: 14pt; }
    ol { list-style: none; margin-top: 2mm; border-top: .3mm solid #15181c; }
    li { display: grid; grid-template-columns: 44mm 1fr; padding: 1.6mm 0;
      border-bottom: .2mm solid #bbb; break-inside: avoid; }
    time { color: #444; font-variant-numeric: tabular-nums; }
    .fee { margin-top: 7mm; font-size: 9pt; }
    @media print { main { padding: 0; max-width: none; } }
    @media screen and (max-width: 640px) { li { grid-template-columns: 1fr; } }

    """ + ProofMark.style
}

extension CardCustody.Status {
  /// What a resident can expect or do next.
  fileprivate var nextStep: Phrase {
    switch self {
    case .atOffice:
      Phrase(
        id: "Kartu menunggu dijadwalkan untuk diantar; boleh juga diambil di kantor.",
        en: "The card waits for its delivery day; it may be collected at the office as well.")
    case .withOrganisation:
      Phrase(
        id: "Instansi pengantar akan membawanya ke alamat Anda.",
        en: "The courier organisation will bring it to your address.")
    case .outForDelivery:
      Phrase(
        id: "Petugas sedang di jalan. Siapkan KTP lama bila ada; petugas menariknya.",
        en: "A courier is on the way. Keep the old card ready if there is one; it is taken.")
    case .attemptFailed:
      Phrase(
        id: "Kartu masih dibawa petugas dan kembali ke kantor hari ini.",
        en: "The courier still has the card and brings it back to the office today.")
    case .held:
      Phrase(
        id: "Ambil sendiri dengan membawa kartu keluarga dan KTP lama.",
        en: "Collect it in person with the family card and the old card.")
    case .needsClerk:
      Phrase(
        id: "Hubungi kantor: alamat atau data perlu dibetulkan sebelum kartu diantar lagi.",
        en: "Contact the office: the address or the data must be corrected before another attempt.")
    case .delivered:
      Phrase(
        id: "Selesai. Bila Anda belum menerimanya, segera lapor ke kantor.",
        en: "Done. If you have not received it, tell the office at once.")
    case .missing:
      Phrase(
        id: "Kartu sedang dicari. Kantor akan menghubungi Anda atau mencetak yang baru.",
        en: "The card is being looked for. The office will contact you or print a new one.")
    case .withdrawn:
      Phrase(
        id: "KTP lama ini tidak berlaku dan akan dimusnahkan di hadapan saksi.",
        en: "This old card is no longer valid and will be destroyed before witnesses.")
    case .destroyed:
      Phrase(
        id: "Selesai: kartu sudah tidak ada.", en: "Done: the card no longer exists.")
    }
  }
}
