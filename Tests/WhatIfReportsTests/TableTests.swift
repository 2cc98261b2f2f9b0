import Domain
import Reports
import Simulation
import Testing
import WhatIfReports

@Suite struct TableTests {
  private static let tables = WhatIfTables(Fabricated.study())

  @Test func seriesHaveEveryDayOfEveryMeasure() {
    let series = Self.tables.series
    #expect(
      series.header == ["scenario", "day", "date", "measure", "mean", "p10", "p50", "p90"])
    #expect(series.rows.count == 2 * 4 * 180)
    #expect(
      series.rows[0] == [
        "pesawaran-2015", "1", "2015-01-19", "printed", "200", "180", "200", "220",
      ])
    #expect(
      series.rows.last == [
        "pesawaran-2015+third-printer", "180", "2015-07-17", "stock", "500", "450", "500", "550",
      ])
  }

  @Test func answersStandWithTheirDifferences() throws {
    let answers = Self.tables.answers
    let base = try #require(answers.rows.first)
    #expect(
      base == [
        "pesawaran-2015", "stock-out-working-day", "200", "200", "41", "0", "0", "41", "41", "41",
        "", "", "",
      ])
    let changed = answers.rows.filter {
      $0[0].hasSuffix("printer") && $0[1] == "cost-per-delivered"
    }
    #expect(
      changed == [
        [
          "pesawaran-2015+third-printer", "cost-per-delivered", "200", "200", "12400", "220",
          "1540", "12000", "12400", "12800", "55", "160", "no",
        ]
      ])
  }

  @Test func coverageIsCountedByKecamatanAndDay() {
    let coverage = Self.tables.coverage
    #expect(coverage.rows.count == 2 * 180 * 3)
    #expect(
      coverage.rows[1] == [
        "pesawaran-2015", "1", "2015-01-19", "18.09.02", "Negeri Katon", "8600", "7300", "10000",
      ])
  }

  @Test func waitsAreListedByGroup() throws {
    let waits = Self.tables.waits
    #expect(waits.rows.count == 2 * 7)
    #expect(
      waits.rows[1] == [
        "pesawaran-2015", "kecamatan", "18.09.01", "Gedong Tataan", "65100", "23", "48", "54",
        "61", "20000", "1000", "90",
      ])
  }

  @Test func assumptionsSayWhatTheyRestOn() {
    #expect(
      Self.tables.assumptions.rows.suffix(1) == [
        [
          "pesawaran-2015+third-printer", "printing.printers", "3 printers", "decided",
          "what is asked",
        ]
      ])
  }

  @Test func filesAreNamedAfterTheirTables() {
    #expect(
      Self.tables.files.map(\.name) == [
        "series.csv", "answers.csv", "coverage.csv", "waits.csv", "assumptions.csv",
      ])
  }

  @Test func otherProgramsGetTheSameAnswers() {
    let text = WhatIfJSON.answers(Fabricated.largeStudy()).text()
    #expect(text.hasPrefix("{\"seed\":\"7\",\"runs\":200,\"base\":{\"name\":\"pesawaran-2015\","))
    #expect(
      text.contains(
        "\"stock-out-working-day\":{\"observed\":200,\"runs\":200,\"mean\":41,\"halfWidth95\":0,"))
    #expect(text.contains("\"goal\":{\"condition\":\"wait-95-days \\u003c= 14\","))
  }
}
