import Domain
import Foundation
import Intake
import Reports
import Storage

/// What an import tells at its end: counts, the first bad rows, and the file that lists all of them.
struct ImportSummary {
  /// Bad rows shown on the terminal; the report file has all of them.
  private static let shownRows = 5

  let file: String
  let rejections: [RejectionReport.Rejection]
  let warnings: [Warning]

  init(file: String, rejections: [Rejection], warnings: [Warning], conflicts: [CardConflict] = []) {
    self.file = file
    self.warnings = warnings
    let badRows = rejections.map { rejection in
      RejectionReport.Rejection(
        row: rejection.row, field: rejection.column ?? "", value: rejection.value,
        reason: rejection.reason.phrase)
    }
    let contradictions = conflicts.map { conflict in
      RejectionReport.Rejection(
        row: conflict.sourceRow, field: "card_id", value: conflict.card.description,
        reason: conflict.phrase)
    }
    self.rejections = (badRows + contradictions).sorted { $0.row < $1.row }
  }

  /// Writes the report of rejected rows, if there are any, beside the imported file or to `path`.
  ///
  /// - Throws: ``Failure`` with exit code 65 when rows were rejected, after saying where they are
  ///   listed: a script must not take a partial import for a whole one.
  func conclude(reportPath: String?) throws {
    for warning in warnings.prefix(Self.shownRows) {
      Terminal.printError(say("peringatan: ", "warning: ") + warning.phrase.text(in: language))
    }
    if warnings.count > Self.shownRows {
      Terminal.printError(
        say(
          "… dan \(say(warnings.count - Self.shownRows)) peringatan lain",
          "… and \(say(warnings.count - Self.shownRows)) more warnings"))
    }
    guard !rejections.isEmpty else { return }
    for rejection in rejections.prefix(Self.shownRows) {
      Terminal.printError(
        "\(file): " + say("baris", "line")
          + " \(rejection.row), \(rejection.field) \"\(rejection.shownValue)\": "
          + rejection.reason.text(in: language))
    }
    let path = reportPath ?? file + say(".ditolak.csv", ".rejected.csv")
    try Files.write(RejectionReport(rejections).csv(in: language), to: path)
    let rows = say(rejections.count)
    throw Failure(
      .badInput,
      id: "\(rows) baris ditolak dan tidak masuk; daftarnya di \(path). "
        + "Perbaiki baris itu lalu impor lagi: baris yang sudah masuk tidak berubah",
      en: "\(rows) rows were rejected and are not in; they are listed in \(path). "
        + "Correct those rows and import again: rows already in do not change")
  }
}
