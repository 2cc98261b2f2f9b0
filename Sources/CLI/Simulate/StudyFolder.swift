import Domain
import Foundation
import Geometry
import Intake
import Reports
import Scenarios
import Simulation
import WhatIfReports

/// The folder a study is written to: its report, its tables, and the scenarios it ran as they were
/// resolved.
struct StudyFolder {
  /// Where Debian keeps the library of charts.
  private static let chartLibrary = "/usr/share/javascript/chart.js/chart.min.js"
  /// Finer than a report shows at the scale of a regency.
  private static let outlineToleranceMetres = 60.0

  let path: String
  let options: ScenarioOptions
  /// What levers are called.
  let levers: [String: Phrase]
  /// How far estimated runs are from planned ones, where that was measured.
  let runEstimateError: Phrase?
  let showsSex: Bool

  /// Writes everything, and returns where the report is.
  ///
  /// - Parameter asked: The base and its alternatives, as the study has them.
  func write(_ study: Study, asked: [StudyQuestion.Asked]) throws -> String {
    for asked in asked {
      let text = asked.resolved.text(version: Hantar.version, seed: study.seed, runs: study.runs)
      try Files.write(text, to: "\(path)/\(Self.fileName(asked.scenario.name)).resolved.yaml")
    }
    for file in WhatIfTables(study).files {
      try Files.write(file.table.text(), to: "\(path)/\(file.name)")
    }
    let report = "\(path)/report.html"
    let page = WhatIfPage(
      study, context: try context(of: study, hash: asked[0].resolved.hash), in: language)
    try Files.write(page.html(with: try Self.charts()), to: report)
    return report
  }

  private func context(of study: Study, hash: String) throws -> WhatIfContext {
    let scenario = study.base.scenario
    return WhatIfContext(
      programVersion: Hantar.version, writtenAt: try Self.now(),
      scenarioHash: hash,
      command: (["hantar"] + CommandLine.arguments.dropFirst().map(Self.quoted))
        .joined(separator: " "),
      outlines: try outlines(of: scenario.region), isSketch: true,
      attribution: say(
        "Peta sketsa dari tabel maps/, bukan batas resmi.",
        "Sketch map from the tables of maps/, not official borders."),
      runEstimateError: runEstimateError, levers: levers, showsSex: showsSex)
  }

  /// The kecamatan as the sketch map draws them.
  private func outlines(of regency: RegionCode) throws -> [RegionCode: Shape] {
    let tables = try options.tables(of: regency)
    let desa = Array(
      zip(tables.gazetteer.desa.map(\.code), try SketchMap.draw(seeds: tables.sketchSeeds)))
    var outlines: [RegionCode: Shape] = [:]
    for kecamatan in tables.gazetteer.kecamatan {
      let shape = try Shape.union(desa.filter { kecamatan.code.contains($0.0) }.map(\.1))
      outlines[kecamatan.code] = try shape.simplified(
        toleranceMetres: Self.outlineToleranceMetres)
    }
    return outlines
  }

  private static func charts() throws -> ChartLibrary {
    guard Files.exists(chartLibrary) else {
      throw Failure(
        .noInput,
        id: "pustaka grafik \(chartLibrary) tidak ada; pasang dengan: "
          + "apt-get install libjs-chart.js",
        en: "there is no library of charts \(chartLibrary); install it: "
          + "apt-get install libjs-chart.js")
    }
    return try ChartLibrary(
      javascript: String(decoding: try Files.read(chartLibrary), as: UTF8.self))
  }

  /// A scenario's name as a file's: `pesawaran-2015+printers=3`, with nothing that a disk minds.
  private static func fileName(_ name: String) -> String {
    String(name.map { $0.isLetter || $0.isNumber || "-+=._".contains($0) ? $0 : "_" }.prefix(150))
  }

  private static func now() throws -> String {
    let date = Date(timeIntervalSince1970: Double(try currentInstant().milliseconds) / 1000)
    let day = CalendarDate(dayNumber: Int((date.timeIntervalSince1970 / 86_400).rounded(.down)))
    return day.text(in: language)
  }

  private static func quoted(_ argument: String) -> String {
    let plain = argument.allSatisfy { $0.isLetter || $0.isNumber || "-+=._/,:%@".contains($0) }
    return plain && !argument.isEmpty
      ? argument : "'" + argument.replacingOccurrences(of: "'", with: "'\\''") + "'"
  }
}
