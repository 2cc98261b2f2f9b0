internal import Domain

/// A destruction record as markup: the letter, then the annex with every card.
struct DestructionMarkup {
  let document: DestructionDocument
  let language: Language

  var title: String {
    say(id: "Berita acara pemusnahan KTP-el", en: "Record of destruction of KTP-el cards")
  }

  var html: HTMLText {
    """
    <main>
    <h1>\(title)</h1>
    <p class="number">\(say(id: "Nomor", en: "Number")): \(document.number)</p>
    \(opening)
    \(table)
    <p>\(say(
      id: "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana "
        + "mestinya.",
      en: "This record is true and is made for whoever needs it."))</p>
    \(signatures)
    </main>
    \(annex)
    """
  }

  private var opening: HTMLText {
    let count = document.entries.count
    let figure = "\(language.figure(count)) (\(language.words(for: count)))"
    let official = document.official
    return """
      <p>\(say(
        id: "Pada hari ini \(document.date.formalText(in: language)), bertempat di "
          + "\(document.place), saya:",
        en: "On this day, \(document.date.formalText(in: language)), at \(document.place), I:"))</p>
      \(.optional(document.proof) { ProofMark.html($0, in: language) })<div class="parties"><dl><dt>\(say(id: "Nama", en: "Name"))</dt><dd><b>\(official.name)</b></dd>\
      <dt>NIP</dt><dd>\(serviceNumber(of: official))</dd>\
      <dt>\(say(id: "Jabatan", en: "Position"))</dt><dd>\(official.position)</dd>\
      <dt>\(say(id: "Instansi", en: "Office"))</dt><dd>\(official.office)</dd></dl></div>
      <p>\(say(
        id: "dengan disaksikan para saksi di bawah ini telah memusnahkan KTP-el yang rusak atau "
          + "tidak berlaku sebanyak", en: "before the witnesses below destroyed")) \
      <b>\(figure) \(say(id: "keping", en: count == 1 ? "card" : "cards"))</b> \
      \(say(
        id: "dengan cara dipotong lalu dibakar sampai habis, sesuai Surat Edaran Menteri Dalam "
          + "Negeri Nomor 470.13/11176/SJ tanggal 13 Desember 2018.",
        en: "that were damaged or no longer valid, by cutting and burning them completely, as the "
          + "circular of the Minister of Home Affairs 470.13/11176/SJ of 13 December 2018 asks."))</p>
      """
  }

  private var table: HTMLText {
    let causes = DestructionDocument.Cause.allCases.map { cause in
      (cause, document.entries.count { $0.cause == cause })
    }
    return """
      <table><thead><tr><th>\(say(id: "Sebab", en: "Cause"))</th>\
      <th class="count">\(say(id: "keping", en: "cards"))</th></tr></thead>
      <tbody>\(.each(causes.filter { $0.1 > 0 }) { cause, count in
        """
        <tr><td>\(cause.phrase.text(in: language))</td><td class="count">\(language.figure(count))\
        </td></tr>
        """
      })</tbody>
      <tfoot><tr><th>\(say(id: "Jumlah", en: "Total"))</th>\
      <td class="count">\(language.figure(document.entries.count))</td></tr></tfoot></table>
      """
  }

  private var signatures: HTMLText {
    """
    <div class="signatures"><div></div>\
    \(signature(say(id: "Yang memusnahkan", en: "Destroyed by"), document.official))</div>
    <p class="witnesses">\(say(id: "Saksi-saksi", en: "Witnesses"))</p>
    <div class="signatures">
    \(.each(Array(document.witnesses.enumerated()), separator: "\n") { index, party in
      signature("\(index + 1). \(party.position)", party)
    })
    </div>
    """
  }

  private func signature(_ role: String, _ party: HandoverDocument.Party) -> HTMLText {
    """
    <div><span>\(role)</span><span>\(party.office)</span><b>\(party.name)</b>\
    <span>NIP \(serviceNumber(of: party))</span></div>
    """
  }

  private func serviceNumber(of party: HandoverDocument.Party) -> HTMLText {
    if let number = party.serviceNumber { return "\(number)" }
    return "<i class=\"blank\"></i>"
  }

  private var annex: HTMLText {
    let groups = DestructionDocument.Cause.allCases.map { cause in
      (cause, document.entries.filter { $0.cause == cause })
    }
    return """
      <section class="annex">
      <h2>\(say(id: "Lampiran: daftar kartu", en: "Annex: list of cards"))</h2>
      <p class="number">\(title) \(document.number), \(document.date.text(in: language))</p>
      \(.each(groups.filter { !$0.1.isEmpty }, separator: "\n") { cause, entries in
        """
        <section class="run"><h3>\(cause.phrase.text(in: language)) · \
        \(language.figure(entries.count))</h3><ol>\(.each(entries) { "<li>\($0.card)</li>" })</ol>\
        </section>
        """
      })
      </section>
      """
  }

  private func say(id: String, en: String) -> String { Phrase(id: id, en: en).text(in: language) }
}
