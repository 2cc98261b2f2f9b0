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
    #expect(series.rows.count == 2 * 8 * 180)
    #expect(
      series.rows[0] == [
        "pesawaran-2015", "1", "2015-01-19", "printed", "200", "180", "200", "220",
      ])
    #expect(
      series.rows.last == [
        "pesawaran-2015+third-printer", "180", "2015-07-17", "arrived-wait-p95-days", "219",
        "197.1", "219", "240.9",
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

  @Test func coverageIsCountedForThePlaceAndByKecamatanAndDay() {
    let coverage = Self.tables.coverage
    #expect(
      coverage.header.suffix(8) == [
        "recorded_percent_mean", "recorded_percent_p10", "recorded_percent_p50",
        "recorded_percent_p90", "holders_percent_mean", "holders_percent_p10",
        "holders_percent_p50", "holders_percent_p90",
      ])
    #expect(coverage.rows.count == 2 * 180 * 4)
    let head = ["pesawaran-2015", "1", "2015-01-19"]
    #expect(
      coverage.rows[0] == head + ["18.09", "all", "25800", "21900", "30000"]
        + ["86", "86", "86", "86", "73", "73", "73", "73"])
    #expect(
      coverage.rows[2] == head + ["18.09.02", "Negeri Katon", "8600", "7300", "10000"]
        + ["86", "86", "86", "86", "73", "73", "73", "73"])
  }

  @Test func sharesOfCoverageHaveTheirSpread() {
    var study = Fabricated.loneStudy()
    study.base.coverageBands.kecamatan[1].recorded.tenth[0] = 81.25
    let rows = WhatIfTables(study).coverage.rows
    #expect(rows[2].suffix(8).prefix(2) == ["86", "81.25"])
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
    #expect(
      text.contains(
        "{\"path\":\"printing.rate\",\"value\":\"100 cards/day\",\"basis\":\"assumed\","
          + "\"text\":\"two make 200 a day\"}"))
    #expect(text.contains("\"coverage\":{\"recorded\":{\"mean\":[86,86.07,"))
    #expect(text.contains("\"waiting-to-print\":{\"mean\":[40800,"))
    #expect(text.contains("\"age-p95-days\":{\"mean\":[30,31,"))
  }
}
