import Domain
import Reports
import TestSupport
import Testing

@Suite struct RejectionReportTests {
  static let digits = "1871031207" + "900001"
  static let report = RejectionReport([
    .init(
      row: 12, field: "nik", value: digits + "2",
      reason: Phrase(
        id: "NIK harus 16 angka, ini 17; perbaiki nilainya",
        en: "a NIK has 16 digits, this has 17; correct the value")),
    .init(
      row: 1412, field: "desa", value: "=Kaliawi \(digits)",
      reason: Phrase(id: "desa tidak dikenal", en: "no such desa")),
    .init(
      row: 1413, field: "No. KK", value: "12345", reason: Phrase(id: "kurang", en: "too short")),
  ])

  @Test func theTableShowsRowFieldMaskedValueAndReason() {
    #expect(
      Self.report.text(in: .indonesian) == """
        baris  kolom   nilai                      alasan
        ─────  ──────  ─────────────────────────  ─────────────────────────────────────────────
           12  nik     187103*******0012          NIK harus 16 angka, ini 17; perbaiki nilainya
        1.412  desa    =Kaliawi 187103******0001  desa tidak dikenal
        1.413  No. KK  *****                      kurang

        """)
  }

  @Test func theSpreadsheetGetsTheSameAndNoFormula() {
    #expect(
      Self.report.csv(in: .english)
        == "row,field,value,reason\r\n"
        + "12,nik,187103*******0012,\"a NIK has 16 digits, this has 17; correct the value\"\r\n"
        + "1412,desa,\"'=Kaliawi 187103******0001\",no such desa\r\n"
        + "1413,No. KK,*****,too short\r\n")
  }

  @Test(arguments: UInt64(0)..<50)
  func noIdentityNumberGetsThroughInAnyField(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let value = random.hostileText(length: 3) + Self.digits + random.hostileText(length: 3)
    let report = RejectionReport([
      .init(row: 2, field: "street", value: value, reason: Phrase(id: "salah", en: "wrong"))
    ])
    for language in Language.allCases {
      #expect(!showsIdentityNumber(report.csv(in: language)))
      #expect(!showsIdentityNumber(report.text(in: language, width: 80, colour: true)))
    }
  }
}
