import Domain
import Reports
import Simulation
import Testing
import WhatIfReports

@Suite struct SummaryTests {
  private static let studies: [(String, Study)] = [
    ("one alternative", Fabricated.study()), ("everything", Fabricated.largeStudy()),
    ("questions", Fabricated.questions()), ("alone", Fabricated.loneStudy()),
    ("two alternatives", Fabricated.wideStudy()),
  ]

  @Test(arguments: 0..<5, Language.allCases)
  func itFitsOneScreen(index: Int, language: Language) {
    let text = WhatIfSummary(Self.studies[index].1, in: language, levers: Fabricated.levers)
      .text(report: "keluaran/laporan.html")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count <= 23, "\(Self.studies[index].0) takes \(lines.count) lines:\n\(text)")
    #expect(lines.allSatisfy { $0.displayWidth <= 80 && $0.last != " " })
    #expect(!text.contains("\u{1B}"))
  }

  @Test func colourIsWrittenOnlyWhereAskedFor() {
    #expect(WhatIfSummary(Fabricated.study(), in: .english).text(colour: true).contains("\u{1B}["))
  }

  @Test func hostileTitlesDoNotReachTheTerminal() {
    var study = Fabricated.study()
    study.base.scenario.title = Phrase(id: "\u{1B}[2J", en: "\u{1B}[2J")
    #expect(!WhatIfSummary(study, in: .english).text().contains("\u{1B}"))
  }

  @Test func theScreenReadsSo() {
    let text = WhatIfSummary(Fabricated.study(), in: .indonesian).text(report: "laporan.html")
    #expect(text == Self.screen, "\(text)")
  }

  private static let screen = """
    Pesawaran 2015
    41.000 kartu, 8.016 blangko, dua pencetak: kapan blangko habis?
    Blangko habis pada hari kerja ke-41 (Senin, 16 Maret 2015).
    Pencetak ketiga: blangko habis 14 hari kerja lebih awal; antrean cetak habis
    sekitar hari ke-150 (Rabu, 17 Juni 2015; 8 dari 10 simulasi: hari ke-145 sampai
    ke-156), sedangkan pada keadaan dasar tidak pernah; waktu tunggu P95 12 hari
    lebih singkat (95 %: 11 sampai 13).

    Jawaban                                Dasar  Pencetak ketiga      selisih
    ────────────────────────────  ──────────────  ───────────────  ───────────
    blangko habis, hari kerja ke              41               27          −14
    antrean cetak habis, hari ke               –          150 ± 2            –
    tunggu, P95, hari                     63 ± 1           51 ± 1      −12 ± 1
    janji ditepati                  12,3 ± 0,8 %     12,3 ± 0,8 %   +4,1 ± 0,9
    biaya per kartu diterima      Rp12.345 ± 210   Rp12.400 ± 220  tidak nyata

                     Dasar                     Pencetak ketiga
    antrean cetak    █████▇▇▇▇▇▇▇▇▇▇▆▆▆▆▆▆▅▅▅  ████▇▇▇▆▆▆▆▆▆▆▆▅▅▅▅▄▄▄▄▃  ≤40.800
    stok blangko     ▄▄▃▃▃▂▂▂▁▁▁▁███▇▇▆▆▆▅▅▅▄  ▄▃▃▂▂▁▁▁▁▁▁▁██▇▇▆▅▅▄▄▃▃▂  ≤20.000
    diterima/hari    ▆▅▅▅▅▅▅▄▂▁▁▁▃▅▅▅▅▅▅▅▅▅▅▅  █▆▆▆▆▆▆▆▂▁▁▁▄▆▆▆▆▆▆▆▆▆▆▆  ≤270
    Penghambat: pencetak 137 hari, blangko 34 hari, petugas antar 9 hari
    200 simulasi, benih 7; ± = selang 95 %
    Laporan: laporan.html

    """
}
