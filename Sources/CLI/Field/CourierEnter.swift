import ArgumentParser
import Custody
import Domain
import Intake
import Storage

struct CourierEnter: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enter",
    abstract: say(
      "Memasukkan lembar antar kertas yang sudah diisi (CSV); dicatat sebagai kertas.",
      "Types in a filled-in paper run sheet (CSV); marked as paper."),
    discussion: say(
      "Contoh:\n  hantar courier enter lembar.csv\nKolom: docs/FORMATS.md.",
      "Example:\n  hantar courier enter sheet.csv\nColumns: docs/FORMATS.md."))

  @OptionGroup var options: PocketOptions

  @OptionGroup var input: RowsFile

  func run() throws {
    let bytes = try Files.read(input.file)
    let pocket = try options.open()
    let readings: [Reading<OutcomeRow>]
    do throws(DelimitedError) {
      readings = try OutcomeImport.readings(of: bytes)
    } catch {
      throw Failure.inFile(input.file, error)
    }
    var rows: [OutcomeRow] = []
    var rejections: [Rejection] = []
    for reading in readings {
      switch reading {
      case .accepted(let row, _): rows.append(row)
      case .rejected(let rejection): rejections.append(rejection)
      }
    }
    let refusals = try record(rows, in: pocket)
    print(
      say(
        "\(input.file): \(say(rows.count - refusals.count)) kartu dicatat",
        "\(input.file): \(say(rows.count - refusals.count)) cards recorded"))
    for (row, refusal) in refusals {
      Terminal.printError(
        "\(input.file): " + say("baris", "line") + " \(row.row): "
          + refusal.phrase.text(in: language))
    }
    try ImportSummary(file: input.file, rejections: rejections, warnings: [])
      .conclude(reportPath: input.report)
    guard refusals.isEmpty else {
      throw Failure(
        .refused, id: "\(refusals.count) baris ditolak aturan serah terima dan tidak dicatat",
        en: "\(refusals.count) rows were refused by the rules of custody and are not recorded")
    }
  }

  /// Records the rows in the order in which things happened; returns those refused.
  private func record(
    _ rows: [OutcomeRow], in pocket: Pocket
  ) throws -> [(OutcomeRow, CustodyRefusal)] {
    let bundle = pocket.runBundle
    var refusals: [(OutcomeRow, CustodyRefusal)] = []
    for row in rows.sorted(by: { ($0.time, $0.row) < ($1.time, $1.row) }) {
      let time = Instant(bundle.date, at: row.time, in: bundle.zone)
      do {
        switch row.outcome {
        case .delivered(let recipient, let proofs):
          try pocket.deliver(
            [row.card], to: recipient, proofs: proofs.map { Proof(kind: $0) }, now: time,
            provenance: .paper)
        case .failed(let reason):
          try pocket.fail([row.card], reason: reason, now: time, provenance: .paper)
        }
      } catch let refusal as CustodyRefusal {
        refusals.append((row, refusal))
      }
    }
    return refusals
  }
}
