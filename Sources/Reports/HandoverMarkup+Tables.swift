internal import Domain

extension HandoverMarkup {
  /// Counts a run, in the order given, under a heading for each kecamatan that has the sum of its
  /// runs where there are several.
  var table: HTMLText {
    let groups = kecamatanGroups
    var columns = [
      say(id: "seharusnya", en: "expected"), say(id: "tidak ada", en: "missing"),
      say(id: "diserahkan", en: "handed over"),
    ]
    if hasExtra { columns.append(say(id: "lebih", en: "extra")) }
    return """
      <table>
      <thead><tr><th class="id">\(say(id: "Rute", en: "Run"))</th>\
      <th>\(say(id: "Petugas", en: "Courier"))</th>\
      \(.each(columns) { "<th class=\"count\">\($0)</th>" })</tr></thead>
      \(.each(groups, separator: "\n", self.group))
      <tfoot><tr><th colspan="2">\(say(id: "Jumlah seluruhnya", en: "Total"))</th>\
      \(counts(document.entries))</tr></tfoot>
      </table>
      """
  }

  private func group(_ entries: [HandoverDocument.Entry]) -> HTMLText {
    let kecamatan = entries.first?.kecamatan ?? ""
    let heading: HTMLText =
      entries.count > 1
      ? "<th colspan=\"2\">\(kecamatan)</th>\(counts(entries))"
      : "<th colspan=\"\(hasExtra ? 6 : 5)\">\(kecamatan)</th>"
    return """
      <tbody><tr class="kecamatan">\(heading)</tr>\(.each(entries) { entry in
        """
        <tr><td class="code">\(entry.run?.description ?? "–")</td>\
        <td>\(entry.courierName)\(.optional(entry.courier) {
          ", <span class=\"badge\">\($0)</span>"
        })</td>\(counts([entry]))</tr>
        """
      })</tbody>
      """
  }

  private func counts(_ entries: [HandoverDocument.Entry]) -> HTMLText {
    let sums = entries.reduce(into: [0, 0, 0, 0]) { sums, entry in
      sums[0] += entry.expected
      sums[1] += entry.withheld.count
      sums[2] += entry.cards.count
      sums[3] += entry.extra.count
    }
    return .each(sums.prefix(hasExtra ? 4 : 3)) {
      "<td class=\"count\">\(language.figure($0))</td>"
    }
  }

  /// Whether a count found a card too many anywhere; most documents need no column for that.
  private var hasExtra: Bool { document.entries.contains { !$0.extra.isEmpty } }

  /// Runs of the same kecamatan that follow each other.
  private var kecamatanGroups: [[HandoverDocument.Entry]] {
    document.entries.reduce(into: []) { groups, entry in
      if groups.last?.first?.kecamatan == entry.kecamatan {
        groups[groups.count - 1].append(entry)
      } else {
        groups.append([entry])
      }
    }
  }

  /// Every card's identifier, run by run: numbered columns that are easy to tick off.
  var annex: HTMLText {
    """
    <section class="annex">
    <h2>\(say(id: "Lampiran: daftar kartu", en: "Annex: list of cards"))</h2>
    <p class="number">\(HandoverMarkup.title(in: language)) \(document.number), \
    \(document.date.text(in: language))</p>
    \(.each(document.entries, separator: "\n", self.cardList))
    </section>
    """
  }

  private func cardList(_ entry: HandoverDocument.Entry) -> HTMLText {
    let noun = say(id: "kartu", en: entry.cards.count == 1 ? "card" : "cards")
    return """
      <section class="run"><h3>\(.optional(entry.run) { "<span class=\"code\">\($0)</span> " })\
      \(entry.kecamatan) · \
      \(entry.courierName)\(.optional(entry.courier) { ", \($0)" }) · \(language.figure(entry.cards.count)) \(noun)</h3>
      <ol>\(.each(entry.cards) { "<li>\($0)</li>" })</ol>\
      \(cards(entry.withheld, under: say(id: "Tidak ada saat dihitung", en: "Missing when counted")))\
      \(cards(
        entry.extra, under: say(
          id: "Lebih saat dihitung, tetap pada yang menyerahkan",
          en: "Extra when counted, left with the giver")))</section>
      """
  }

  private func cards(_ cards: [CardID], under heading: String) -> HTMLText {
    guard !cards.isEmpty else { return .empty }
    return """
      <p class="withheld"><b>\(heading):</b> \
      \(.each(cards, separator: ", ") { "<span class=\"code\">\($0)</span>" })</p>
      """
  }
}
