internal import Domain
public import Reports
public import Simulation

/// Every number of a study as files for a spreadsheet.
///
/// Decimals have a point and dates are ISO 8601, in whichever language the report is; names of
/// columns, measures and answers are those of the program.
public struct WhatIfTables: Sendable {
  public let series: CSVText
  public let answers: CSVText
  public let coverage: CSVText
  public let waits: CSVText
  public let assumptions: CSVText

  public init(_ study: Study) {
    let scenarios = [study.base] + study.alternatives
    series = Self.series(scenarios)
    answers = Self.answers(study)
    coverage = CoverageRows.table(scenarios)
    waits = WaitRows.table(scenarios)
    assumptions = Self.assumptions(scenarios)
  }

  /// The files by the names they are best written under.
  public var files: [(name: String, table: CSVText)] {
    [
      ("series.csv", series), ("answers.csv", answers), ("coverage.csv", coverage),
      ("waits.csv", waits), ("assumptions.csv", assumptions),
    ]
  }

  private static func series(_ scenarios: [StudiedScenario]) -> CSVText {
    var rows: [[String]] = []
    for studied in scenarios {
      for measure in Measure.allCases {
        guard let band = studied.series[measure] else { continue }
        for day in band.mean.indices {
          rows.append(
            [studied.scenario.name] + dayFields(day, studied) + [measure.rawValue]
              + [band.mean, band.tenth, band.median, band.ninetieth].map { number($0[day]) })
        }
      }
    }
    return CSVText(
      header: ["scenario", "day", "date", "measure", "mean", "p10", "p50", "p90"], rows: rows)
  }

  private static func answers(_ study: Study) -> CSVText {
    var rows: [[String]] = []
    for (index, studied) in ([study.base] + study.alternatives).enumerated() {
      let comparison = index > 0 ? study.comparisons[index - 1] : nil
      for answer in Answer.allCases {
        guard let estimate = studied.answers[answer] else { continue }
        rows.append(
          [studied.scenario.name, answer.rawValue] + fields(of: estimate)
            + fields(of: comparison?.differences[answer]))
      }
    }
    return CSVText(
      header: [
        "scenario", "answer", "observed", "runs", "mean", "half_width_95", "standard_deviation",
        "p10", "p50", "p90", "difference", "difference_half_width_95", "distinguishable",
      ], rows: rows)
  }

  private static func fields(of estimate: Estimate) -> [String] {
    let counts = [String(estimate.observed), String(estimate.runs)]
    guard estimate.observed > 0 else { return counts + Array(repeating: "", count: 6) }
    return counts
      + [
        estimate.mean, estimate.halfWidth, estimate.standardDeviation, estimate.tenth,
        estimate.median, estimate.ninetieth,
      ].map(number)
  }

  private static func fields(of difference: Comparison.Difference?) -> [String] {
    guard let difference, difference.estimate.observed > 0 else { return ["", "", ""] }
    return [
      number(difference.estimate.mean), number(difference.estimate.halfWidth),
      difference.isDistinguishable ? "yes" : "no",
    ]
  }

  private static func assumptions(_ scenarios: [StudiedScenario]) -> CSVText {
    CSVText(
      header: ["scenario", "path", "value", "basis", "text"],
      rows: scenarios.flatMap { studied in
        studied.scenario.assumptions.map { assumption in
          let (basis, text) = assumption.basis.fields
          return [studied.scenario.name, assumption.path, assumption.value, basis, text]
        }
      })
  }

  /// The day counted from 1, and its date.
  static func dayFields(_ day: Int, _ studied: StudiedScenario) -> [String] {
    [String(day + 1), studied.scenario.firstDay.adding(days: day).description]
  }

  static func number(_ value: Double) -> String { PlainDecimal.text(value) }
}

extension Assumption.Basis {
  /// What kind it is, and its words.
  var fields: (kind: String, text: String) {
    switch self {
    case .source(let text): ("source", text)
    case .assumed(let text): ("assumed", text)
    case .decided(let text): ("decided", text)
    }
  }
}
