import Custody
import Domain
import Reports
import Testing

@Suite struct DayReportTests {
  static func report() throws -> DayReport {
    let date = try known(CalendarDate(year: 2017, month: 7, day: 27))
    return DayReport(
      date: date, office: "Disdukcapil Kota Bandar Lampung",
      kecamatan: [
        try DayCounts(
          name: "Kedaton", planned: 510, out: 20, delivered: 401, failed: 32, held: 3,
          returned: 12, leftOut: 7),
        try DayCounts(
          name: "Tanjungkarang Pusat", planned: 1490, out: 200, delivered: 1101, failed: 64,
          returned: 30, leftOut: 0),
      ],
      failures: [.notHome: 58, .moved: 12, .addressNotFound: 18, .oldCardMissing: 8],
      couriersOut: [
        CourierOut(
          courier: try known(CourierID("SP-007")), name: "Budi Santoso",
          run: RunID(plan: PlanID(date: date, version: 1), number: 7), cardsInBag: 14,
          due: try time("15:12"))
      ])
  }

  @Test func theDayReadsAsItShouldInIndonesian() throws {
    #expect(
      try Self.report().text(in: .indonesian) == """
        Laporan harian
        Kamis, 27 Juli 2017, Disdukcapil Kota Bandar Lampung

        Kecamatan            rencana  menunggu  di jalan  diterima  gagal  dititip  kembali  tak muat
        ───────────────────  ───────  ────────  ────────  ────────  ─────  ───────  ───────  ────────
        Kedaton                  510        42        20       401     32        3       12         7
        Tanjungkarang Pusat    1.490        95       200     1.101     64        0       30         0
        ───────────────────  ───────  ────────  ────────  ────────  ─────  ───────  ───────  ────────
        Jumlah                 2.000       137       220     1.502     96        3       42         7

        Tingkat layanan: 75,1 % dari yang direncanakan, 91,4 % dari yang dicoba.

        Alasan gagal               percobaan  bagian
        ─────────────────────────  ─────────  ──────
        penghuni tidak di tempat          58  60,4 %
        alamat tidak ditemukan            18  18,8 %
        pindah                            12  12,5 %
        KTP lama tidak diserahkan          8   8,3 %
        ─────────────────────────  ─────────  ──────
        Jumlah                            96

        Petugas yang belum kembali  No. petugas  Rute              kartu di tas  rencana kembali
        ──────────────────────────  ───────────  ────────────────  ────────────  ───────────────
        Budi Santoso                SP-007       R-20170727-1-007            14            15:12

        """)
  }

  @Test func onEightyColumnsNothingIsCut() throws {
    let text = try Self.report().text(in: .indonesian, width: 80)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.hasPrefix("Tingkat") })
    #expect(!text.contains("…"))
    #expect(
      text.contains(
        """
                                             di                                      tak
        Kecamatan      rencana  menunggu  jalan  diterima  gagal  dititip  kembali  muat
        ─────────────  ───────  ────────  ─────  ────────  ─────  ───────  ───────  ────
        Kedaton            510        42     20       401     32        3       12     7
        Tanjungkarang    1.490        95    200     1.101     64        0       30     0
        Pusat
        ─────────────  ───────  ────────  ─────  ────────  ─────  ───────  ───────  ────
        Jumlah           2.000       137    220     1.502     96        3       42     7

        """))
  }

  @Test func aQuietDayInEnglish() throws {
    let report = DayReport(
      date: try known(CalendarDate(year: 2017, month: 7, day: 28)), office: "Office",
      kecamatan: [
        try DayCounts(
          name: "Enggal", planned: 0, out: 0, delivered: 0, failed: 0, returned: 0, leftOut: 2)
      ],
      failures: [:], couriersOut: [])
    #expect(
      report.text(in: .english) == """
        Day report
        Friday, 28 July 2017, Office

        Kecamatan  planned  waiting  out  delivered  failed  held  returned  left out
        ─────────  ───────  ───────  ───  ─────────  ──────  ────  ────────  ────────
        Enggal           0        0    0          0       0     0         0         2
        ─────────  ───────  ───────  ───  ─────────  ──────  ────  ────────  ────────
        Total            0        0    0          0       0     0         0         2

        Service rate: – of the planned, – of those tried.

        Every courier is back.

        """)
  }

  @Test(arguments: Language.allCases)
  func thePageIsWellFormedAndShowsTheSameFigures(language: Language) throws {
    let html = try Self.report().html(in: language)
    #expect(isWellFormed(body(of: html)))
    let text = plainText(of: html)
    for figure in [language.figure(1490), language.figure(1502), "SP-007"] {
      #expect(text.contains(figure))
    }
  }

  @Test func countsThatCannotBeTrueAreRefused() {
    #expect(throws: DayCountsError.moreThanPlanned("Enggal", planned: 10, accounted: 11)) {
      try DayCounts(
        name: "Enggal", planned: 10, out: 1, delivered: 4, failed: 3, held: 1, returned: 2,
        leftOut: 0)
    }
    #expect(throws: DayCountsError.negative("Enggal")) {
      try DayCounts(
        name: "Enggal", planned: 10, out: -1, delivered: 0, failed: 0, returned: 0, leftOut: 0)
    }
  }
}
