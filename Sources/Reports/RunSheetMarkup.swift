internal import Custody
internal import Domain

/// The pages of one run as markup.
struct RunSheetMarkup {
  let sheet: RunSheet
  let language: Language

  private var run: Run { sheet.run }

  var html: HTMLText {
    let pages = RunSheetPages(sheet: sheet, language: language).pages
    return .each(Array(pages.enumerated()), separator: "\n") { index, rows in
      """
      <section class="page">
      \(heading(page: index + 1, of: pages.count))
      \(index == 0 ? summary : .empty)\
      \(rows.isEmpty ? .empty : table(rows))
      \(index == pages.count - 1 ? declaration : .empty)\
      \(footer)
      </section>
      """
    }
  }

  private func heading(page: Int, of pages: Int) -> HTMLText {
    let title = say(id: "Lembar antar KTP-el", en: "KTP-el run sheet")
    return """
      <header>
      <div class="what"><b>\(title)</b><span>\(sheet.office)</span></div>
      <div class="who"><b>\(sheet.courier.name)</b><span>\(sheet.courier.id) · \
      \(sheet.courier.organisation)</span></div>
      <div class="which"><b>\(run.id)</b><span>\(say(id: "halaman", en: "page")) \(page) \
      \(say(id: "dari", en: "of")) \(pages)</span></div>
      </header>
      """
  }

  private var summary: HTMLText {
    let kecamatan = run.kecamatan.map(sheet.gazetteer.name) ?? sheet.gazetteer.regency.name
    let figures: [(String, String)] = [
      (say(id: "perhentian", en: "stops"), language.figure(run.stops.count)),
      (say(id: "kartu", en: "cards"), language.figure(run.cardCount)),
      (say(id: "jarak", en: "distance"), language.distance(run.distance)),
      (say(id: "berangkat", en: "leave"), run.leaves.description),
      (say(id: "istirahat", en: "break"), run.restStarts?.description ?? "–"),
      run.overnightUntil.map {
        (say(id: "menginap sampai", en: "overnight until"), $0.text(in: language))
      } ?? (say(id: "kembali", en: "return"), run.returns.description),
    ]
    return """
      <div class="summary">
      <p class="day">\(run.id.plan.date.text(in: language)) · \(kecamatan) · \
      \(sheet.courier.vehicle.phrase.text(in: language))</p>
      <dl>\(.each(figures) { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" })</dl>
      </div>

      """
  }

  private func table(_ rows: [RunSheetPages.Row]) -> HTMLText {
    """
    <table>
    <thead><tr><th class="number">\(say(id: "No.", en: "No."))</th>\
    <th class="address">\(say(id: "Alamat", en: "Address"))</th>\
    <th class="resident">\(say(id: "Penduduk dan kartu", en: "Resident and card"))</th>\
    <th class="result">\(say(id: "Hasil", en: "Result"))</th>\
    <th class="signature">\(say(id: "Nama, tanda tangan", en: "Name, signature"))</th></tr>\
    </thead>
    \(.each(rows, separator: "\n", self.row))
    </table>
    """
  }

  private func row(_ row: RunSheetPages.Row) -> HTMLText {
    switch row {
    case .stop(let stop, let cards, let isContinued):
      return stopRows(stop, cards, isContinued: isContinued)
    case .crossing(let crossing):
      return crossingRow(crossing)
    case .rest(let start):
      let minutes = sheet.courier.shift.rest?.minutes
      let length = minutes.map { " (\($0) \(say(id: "menit", en: "minutes")))" } ?? ""
      return """
        <tbody class="rest"><tr><td colspan="5"><b>\(start)</b> \
        \(say(id: "Istirahat", en: "Break"))\(length)</td></tr></tbody>
        """
    }
  }

  private func crossingRow(_ crossing: Crossing) -> HTMLText {
    let line = CrossingLine(crossing, on: run.id.plan.date, language: language)
    return """
      <tbody class="crossing"><tr><td colspan="5"><b>\(line.times)</b> <b>\(line.way)</b> \
      \(line.boat)\(.optional(line.note) { "<span>\($0)</span>" })</td></tr></tbody>
      """
  }

  private func stopRows(_ stop: Stop, _ cards: [Card], isContinued: Bool) -> HTMLText {
    guard let first = cards.first else { return .empty }
    let stopCells: HTMLText = """
      <td class="number" rowspan="\(cards.count)"><b>\(stop.number)</b>\
      <span>\(stop.arrives)</span>\(cardCount(of: stop))</td>\
      <td class="address" rowspan="\(cards.count)">\(address(of: stop, first, isContinued))</td>
      """
    return """
      <tbody>\(.each(Array(cards.enumerated())) { index, card in
        "<tr>\(index == 0 ? stopCells : .empty)\(cardCells(card))</tr>"
      })</tbody>
      """
  }

  /// Says of a door with several cards how many, so that none is forgotten on the next page.
  private func cardCount(of stop: Stop) -> HTMLText {
    guard stop.cards.count > 1 else { return .empty }
    let cards = say(id: "kartu", en: "cards")
    return "<span class=\"several\">\(stop.cards.count) \(cards)</span>"
  }

  private func address(of stop: Stop, _ card: Card, _ isContinued: Bool) -> HTMLText {
    let lines = RunSheetLines(
      stop: stop, card: card, of: sheet, language: language)
    return """
      <b>\(lines.house)</b>\
      \(.optional(isContinued ? say(id: "lanjutan", en: "continued") : nil) {
        "<i>(\($0))</i>"
      })\
      <span>\(lines.neighbourhood)</span>\
      \(.optional(lines.landmark) { "<i>\($0)</i>" })\
      \(.optional(lines.uncertainty) { "<span class=\"uncertain\">\($0)</span>" })\
      \(.optional(isContinued ? nil : lines.approach) { "<span class=\"approach\">\($0)</span>" })
      """
  }

  private func cardCells(_ card: Card) -> HTMLText {
    let urgent = card.urgency == .urgent ? card.urgency.phrase.text(in: language) : nil
    let lines = RunSheetLines(card: card, language: language)
    return """
      <td class="resident"><b><bdi>\(lines.name)</bdi></b>\
      <span class="code">\(card.id)</span>\
      <span class="code">NIK \(card.resident.nik.masked)</span>\
      <span>\(.optional(urgent) { "<em>\($0)</em> " })\(lines.request)\
      \(.optional(lines.phone) { " <span class=\"phone\">\($0)</span>" })</span></td>\
      <td class="result">\(boxes(surrenders: card.request.surrendersOldCard))</td>\
      <td class="signature"></td>
      """
  }

  private func boxes(surrenders: Bool) -> HTMLText {
    let oldCard = surrenders ? say(id: "ambil KTP lama", en: "take old card") : nil
    return """
      <span><i class="box"></i>\(say(id: "diterima sendiri", en: "resident"))</span>\
      <span><i class="box"></i>\(say(id: "keluarga", en: "family"))</span>\
      <span><i class="box"></i>\(say(id: "gagal, kode", en: "failed, code")) \
      <i class="letter"></i></span>\
      \(.optional(oldCard) { "<span class=\"old\"><i class=\"box\"></i>\($0)</span>" })
      """
  }

  private var declaration: HTMLText {
    let cards = language.figure(run.cardCount)
    let text = say(
      id: "Saya telah menghitung dan menerima \(cards) kartu pada lembar ini dalam keadaan baik. "
        + "Kartu saya serahkan hanya kepada yang berhak; kartu yang tidak terantar saya kembalikan "
        + "hari ini juga.",
      en: "I have counted and received the \(cards) \(run.cardCount == 1 ? "card" : "cards") on "
        + "this sheet in good condition. I hand a card only to those entitled to it, and bring back "
        + "today every card not delivered.")
    let tally = [
      say(id: "dibawa", en: "carried"), say(id: "terantar", en: "delivered"),
      say(id: "gagal", en: "failed"), say(id: "dikembalikan", en: "returned"),
    ]
    return """
      <div class="declaration">
      <div class="tally">\(.each(Array(tally.enumerated())) { index, label in
        "<div><span>\(label)</span><b>\(index == 0 ? cards : "")</b></div>"
      })</div>
      <p>\(text)</p>
      <div class="signatures">
      <div><span>\(say(id: "Petugas pengantar", en: "Courier"))</span>\
      <b>\(sheet.courier.name)</b></div>
      <div><span>\(say(id: "Penerima kembali di kantor", en: "Received back at the office"))</span>\
      <b> </b></div>
      </div>
      <p class="source">\(sheet.attribution)</p>
      </div>

      """
  }

  private var footer: HTMLText {
    let secrecy = say(
      id: "Memuat data pribadi. Jangan difoto atau ditinggal; kembalikan ke kantor.",
      en: "Holds personal data. Do not photograph or leave behind; return it to the office.")
    return """
      <footer>
      <ol>\(.each(FailureLegend.entries) { entry in
        "<li><b>\(String(entry.letter))</b> \(entry.reason.phrase.text(in: language))</li>"
      })</ol>
      <p>\(secrecy)</p>
      </footer>
      """
  }

  func say(id: String, en: String) -> String { Phrase(id: id, en: en).text(in: language) }
}
