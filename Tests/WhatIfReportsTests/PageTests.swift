import Domain
import Foundation
import Simulation
import Testing
import WhatIfReports

@Suite struct PageTests {
  /// Stands for the library, so that what is looked for is not found in its code.
  private static func library() throws -> ChartLibrary {
    try ChartLibrary(javascript: "var Chart;\n//# sourceMappingURL=chart.js.map")
  }

  private static func page(_ study: Study, in language: Language = .english) throws -> String {
    WhatIfPage(study, context: try Fabricated.context(), in: language).html(with: try library())
  }

  @Test(arguments: Language.allCases)
  func everyTagIsClosed(language: Language) throws {
    for study in [Fabricated.study(), Fabricated.largeStudy(), Fabricated.loneStudy()] {
      let markup = body(of: try Self.page(study, in: language))
      #expect(markup.count > 10_000)
      #expect(isWellFormed(markup))
    }
  }

  @Test(arguments: Language.allCases)
  func nothingIsLoadedFromAnywhere(language: Language) throws {
    let page = try Self.page(Fabricated.largeStudy(), in: language)
    #expect(!page.contains("://"))
    #expect(!page.contains("sourceMappingURL"))
    #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
    #expect(page.contains("default-src &#39;none&#39;"))
  }

  @Test func hostileTitlesStayText() throws {
    var study = Fabricated.largeStudy()
    let hostile = Phrase(id: "</script><b>x</b>", en: "</script><b>x</b>")
    study.base.scenario.title = hostile
    study.base.scenario.question = hostile
    study.alternatives[0].scenario.title = hostile
    study.base.scenario.kecamatan[0].name = "\"><img src=x>"
    study.sweep?.lever = "</script><script>alert(1)</script>"
    let page = try Self.page(study)
    #expect(!page.contains("<b>x"))
    #expect(!page.contains("<img"))
    #expect(!page.contains("alert(1)</script>"))
    #expect(isWellFormed(body(of: page)))
    let names = (try data(of: page)["map"] as? [String: Any])?["names"] as? [String]
    #expect(names?.first == "\"><img src=x>")
  }

  @Test func everyChartHasItsNumbersAndItsWords() throws {
    let page = try Self.page(Fabricated.largeStudy())
    let charts = try #require(try data(of: page)["charts"] as? [[String: Any]])
    let ids = charts.compactMap { $0["id"] as? String }
    #expect(
      ids == [
        "backlog", "stock", "printed", "delivered", "coverage", "waits", "ages-p50", "ages-p95",
        "arrived-waits-p50", "arrived-waits-p95", "sweep-wait-95-days", "sweep-delivered",
      ])
    for id in ids {
      let figure = try #require(page.firstRange(of: "<figure class=\"chart\" id=\"chart-\(id)\">"))
      let end = try #require(page[figure.upperBound...].firstRange(of: "</figure>"))
      let markup = page[figure.upperBound..<end.lowerBound]
      #expect(markup.contains("<details class=\"numbers\">"))
      #expect(markup.contains("role=\"img\" aria-label=\""))
      #expect(markup.contains("<table>"))
    }
  }

  @Test func liveChartsGetTheNumbersOfTheStudy() throws {
    let page = try Self.page(Fabricated.largeStudy())
    let charts = try #require(try data(of: page)["charts"] as? [[String: Any]])
    let curves = try #require(charts[0]["curves"] as? [[String: Any]])
    #expect(curves.count == 2)
    #expect((curves[0]["mean"] as? [Double])?.first == 40_800)
    #expect((curves[0]["low"] as? [Double])?.first == 36_720)
    #expect((curves[0]["high"] as? [Double])?.first == 44_880)
    #expect((charts[0]["places"] as? [Double])?.count == 180)
  }

  @Test func aBaseAloneHasBothQuantilesOfAgesInOneChart() throws {
    let page = try Self.page(Fabricated.loneStudy())
    let charts = try #require(try data(of: page)["charts"] as? [[String: Any]])
    let ages = try #require(charts.first { $0["id"] as? String == "ages" })
    let curves = try #require(ages["curves"] as? [[String: Any]])
    #expect(curves.map { $0["name"] as? String } == ["P50", "P95"])
    #expect((curves[1]["high"] as? [Double])?.first == 33)
    let levels = try #require(ages["levels"] as? [[String: Any]])
    #expect(levels.map { $0["label"] as? String } == ["promise: 14 days"])
  }

  @Test func whatComesBeforeTheFirstArrivalIsNotDrawn() throws {
    var study = Fabricated.loneStudy()
    for measure in [Measure.arrivedWaitMedian, .arrivedWaitNinetyFifth] {
      var band = try #require(study.base.series[measure])
      for day in 0..<30 {
        (band.mean[day], band.tenth[day], band.ninetieth[day]) = (0, 0, 0)
      }
      study.base.series[measure] = band
    }
    let charts = try #require(try data(of: Self.page(study))["charts"] as? [[String: Any]])
    let waits = try #require(charts.first { $0["id"] as? String == "arrived-waits" })
    #expect((waits["places"] as? [Double])?.first == 30)
    #expect((waits["places"] as? [Double])?.count == 150)
  }

  @Test func stepsThatChangeNothingAreToldInASentence() throws {
    var study = Fabricated.largeStudy()
    let last = try #require(study.marginalValues.indices.last)
    study.marginalValues[last].comparison.differences[.cost]?.isDistinguishable = false
    let page = try Self.page(study)
    let start = try #require(page.firstRange(of: "<section id=\"marginal\">"))
    let section = page[start.upperBound...]
    let end = try #require(section.firstRange(of: "</section>"))
    let markup = section[..<end.lowerBound]
    #expect(markup.split(separator: "<tr>").count == 1 + 1 + 2)
    #expect(markup.contains("No effect to be told: "))
    #expect(markup.contains("(delivery.satpol-pp.couriers).</p>"))
  }

  @Test func coverageIsDrawnWithItsBand() throws {
    var study = Fabricated.loneStudy()
    study.base.coverageBands.whole.holders.tenth[3] = 60
    let charts = try #require(try data(of: Self.page(study))["charts"] as? [[String: Any]])
    let coverage = try #require(charts.first { $0["id"] as? String == "coverage" })
    let curves = try #require(coverage["curves"] as? [[String: Any]])
    #expect((curves[0]["low"] as? [Double])?[3] == 60)
    #expect((curves[0]["low"] as? [Double])?[2] == 73.2)
  }

  /// Weekends would be teeth in a curve; days without blanks are not weekends.
  @Test func flowsLeaveOutDaysOnWhichNobodyWorks() throws {
    let page = try Self.page(Fabricated.study())
    let charts = try #require(try data(of: page)["charts"] as? [[String: Any]])
    let printed = try #require(charts.first { $0["id"] as? String == "printed" })
    let places = try #require(printed["places"] as? [Double])
    #expect(Array(places.prefix(6)) == [0, 1, 2, 3, 4, 7])
    #expect(places.contains(60))
  }

  @Test func theMapTellsTheZoneOfEveryDay() throws {
    let page = try Self.page(Fabricated.study(records: true))
    let map = try #require(try data(of: page)["map"] as? [String: Any])
    let scenarios = try #require(map["scenarios"] as? [[[String: Any]]])
    let zones = try #require(scenarios[0][0]["zones"] as? String)
    // 82 % on the first day, 7 of 10,000 more each day: 85 % from day 43 on, counted from 0.
    #expect(zones == String(repeating: "r", count: 43) + String(repeating: "y", count: 137))
    #expect((scenarios[0][0]["permille"] as? [Int])?[43] == 850)
    #expect(page.contains("data-kecamatan=\"2\""))
  }

  @Test func aKecamatanThatAnAlternativeLacksHasNoZoneThere() throws {
    var study = Fabricated.study(records: true)
    study.alternatives[0].scenario.kecamatan.removeLast()
    study.alternatives[0].coverage = Fabricated.coverage(study.alternatives[0].scenario)
    let page = try Self.page(study)
    let map = try #require(try data(of: page)["map"] as? [String: Any])
    let scenarios = try #require(map["scenarios"] as? [[[String: Any]]])
    #expect((scenarios[1][2]["zones"] as? String)?.first == "-")
    #expect((scenarios[1][1]["zones"] as? String)?.first == "y")
  }

  @Test func factsAreToldReproducedOrNot() throws {
    let page = try Self.page(Fabricated.study())
    #expect(page.contains("<td class=\"text good\">✓ reproduced</td>"))
    #expect(page.contains("<td class=\"text bad\">✗ not reproduced</td>"))
  }

  @Test func sexIsShownOnlyWhereAskedFor() throws {
    #expect(!(try Self.page(Fabricated.study()).contains("By sex")))
    var context = try Fabricated.context()
    context.showsSex = true
    let page = WhatIfPage(Fabricated.study(), context: context, in: .english)
      .html(with: try Self.library())
    #expect(page.contains("By sex"))
  }

  @Test func assumptionsAreListedWithTheirBasis() throws {
    let page = try Self.page(Fabricated.study(), in: .indonesian)
    #expect(page.contains("3 nilai, 1 di antaranya anggapan tanpa sumber."))
    #expect(page.contains("<td class=\"text plain\">Lampung Post, 16 Januari 2015</td>"))
    #expect(page.contains("two make 200 a day"))
  }

  @Test func thePageStaysSmall() throws {
    // Two scenarios of 180 days with everything asked; the library adds its own 200 kB.
    #expect(try Self.page(Fabricated.largeStudy()).utf8.count < 400_000)
  }

  @Test func aStudyWithoutMapOrSeriesStillIsAPage() throws {
    var study = Fabricated.loneStudy()
    study.base.series = [:]
    study.base.bottlenecks = []
    study.base.channels = []
    let context = WhatIfContext(
      programVersion: "1", writtenAt: "today", scenarioHash: "00")
    let page = WhatIfPage(study, context: context, in: .english).html(with: try Self.library())
    #expect(isWellFormed(body(of: page)))
    #expect(!page.contains("<svg class=\"large\""))
  }
}
