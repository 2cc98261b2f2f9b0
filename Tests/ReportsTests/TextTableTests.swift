import Testing

@testable import Reports

@Suite struct TextTableTests {
  static let table = TextTable(
    columns: [.init("Kecamatan"), .number("Kartu"), .identifier("Petugas"), .init("Catatan")],
    rows: [
      ["Kedaton", "51", "SP-001", "selesai"],
      ["Tanjungkarang Pusat", "1.049", "SP-017", ""],
    ],
    totals: ["Jumlah", "1.100"])

  @Test func columnsAreAlignedAndNoLineEndsInSpaces() {
    #expect(
      Self.table.text() == """
        Kecamatan            Kartu  Petugas  Catatan
        ───────────────────  ─────  ───────  ───────
        Kedaton                 51  SP-001   selesai
        Tanjungkarang Pusat  1.049  SP-017
        ───────────────────  ─────  ───────  ───────
        Jumlah               1.100

        """)
  }

  @Test func aNarrowTerminalBreaksTextAtSpacesAndNeverANumberOrIdentifier() {
    #expect(
      Self.table.text(width: 38) == """
        Kecamatan      Kartu  Petugas  Catatan
        ─────────────  ─────  ───────  ───────
        Kedaton           51  SP-001   selesai
        Tanjungkarang  1.049  SP-017
        Pusat
        ─────────────  ─────  ───────  ───────
        Jumlah         1.100

        """)
  }

  @Test func aNarrowerOneMovesColumnsTogetherBeforeItCutsWords() {
    #expect(
      Self.table.text(width: 35) == """
        Kecamatan     Kartu Petugas Catatan
        ───────────── ───── ─────── ───────
        Kedaton          51 SP-001  selesai
        Tanjungkarang 1.049 SP-017
        Pusat
        ───────────── ───── ─────── ───────
        Jumlah        1.100

        """)
    #expect(Self.table.text(width: 34).contains("\nTanjungkara… 1.049"))
    #expect(Self.table.text(width: 1).contains("1.049"))
    #expect(Self.table.text(width: 1).contains("SP-017"))
  }

  @Test func aTitleOfSeveralWordsBreaksBeforeAnyTextDoes() {
    let table = TextTable(
      columns: [.init("Kecamatan"), .number("belum dicoba"), .identifier("nomor petugas")],
      rows: [["Telukbetung Selatan", "12", "P-001"]])
    #expect(
      table.text(width: 36) == """
                              belum  nomor
        Kecamatan            dicoba  petugas
        ───────────────────  ──────  ───────
        Telukbetung Selatan      12  P-001

        """)
  }

  @Test func colourAddsEscapesAndChangesNothingElse() {
    let table = TextTable(columns: [.init("a")], rows: [[TextTable.Cell("b", tone: .bad)]])
    #expect(
      table.text(colour: true)
        == "\u{1B}[1ma\u{1B}[0m\n\u{1B}[2m─\u{1B}[0m\n\u{1B}[31mb\u{1B}[0m\n")
    #expect(table.text() == "a\n─\nb\n")
  }

  @Test func wideAndCombiningCharactersTakeTheirTrueWidth() {
    let table = TextTable(
      columns: [.init("nama"), .number("n")], rows: [["雅加達", "1"], ["e\u{301}", "22"]])
    #expect(table.text() == "nama     n\n──────  ──\n雅加達   1\ne\u{301}       22\n")
  }

  @Test func aTerminalEscapeInANameIsShownAndNotObeyed() {
    let table = TextTable(columns: [.init("nama")], rows: [["\u{1B}[2Jx\u{202E}y\u{2028}\r\nz"]])
    #expect(table.text() == "nama\n───────────\n\u{FFFD}[2Jx\u{FFFD}y\u{FFFD}\u{FFFD}\u{FFFD}z\n")
  }

  @Test func aRowOfTheWrongLengthIsShownAsFarAsItFits() {
    let table = TextTable(
      columns: [.init("a"), .number("b")], rows: [["1"], ["2", "3", "4"], []])
    #expect(table.text() == "a  b\n─  ─\n1\n2  3\n\n")
    #expect(TextTable(columns: [], rows: [["x"]]).text().isEmpty)
  }
}
