internal import Domain
internal import Reports
internal import Simulation

/// Coverage of the place as a whole and of each kecamatan, a row for each evening: counts as means of
/// all runs, shares with their spread.
enum CoverageRows {
  static func table(_ scenarios: [StudiedScenario]) -> CSVText {
    let shares = CoverageKind.allCases.flatMap { kind in
      ["mean", "p10", "p50", "p90"].map { "\(kind.rawValue)_percent_\($0)" }
    }
    return CSVText(
      header: [
        "scenario", "day", "date", "kecamatan", "name", "recorded", "holders", "obliged",
      ] + shares,
      rows: scenarios.flatMap { studied in
        (0..<studied.coverage.dayCount).flatMap { rows(of: studied, day: $0) }
      })
  }

  /// The whole first, under the code of the regency.
  private static func rows(of studied: StudiedScenario, day: Int) -> [[String]] {
    let coverage = studied.coverage
    let head = [studied.scenario.name] + WhatIfTables.dayFields(day, studied)
    let whole =
      [studied.scenario.region.description, "all"]
      + counts { coverage.counts($0, day: day) }
      + shares(studied.coverageBands.whole, day)
    let parts = studied.scenario.kecamatan.enumerated().map { index, kecamatan in
      [kecamatan.code.description, kecamatan.name]
        + counts { coverage.counts($0, day: day, kecamatan: index) }
        + shares(studied.coverageBands.kecamatan[index], day)
    }
    return ([whole] + parts).map { head + $0 }
  }

  private static func counts(
    _ counted: (CoverageKind) -> (part: Int, whole: Int)
  ) -> [String] {
    CoverageKind.allCases.map { String(counted($0).part) } + [String(counted(.recorded).whole)]
  }

  private static func shares(_ pair: CoverageBands.Pair, _ day: Int) -> [String] {
    CoverageKind.allCases.flatMap { kind in
      let band = pair.band(of: kind)
      return [band.mean, band.tenth, band.median, band.ninetieth].map {
        PlainDecimal.text($0[day])
      }
    }
  }
}
