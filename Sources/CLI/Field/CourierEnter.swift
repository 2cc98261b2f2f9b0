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
  @OptionGroup var runOption: RunOption
  @OptionGroup var input: RowsFile

  func run() throws {
    let clock = try currentClockReading()
    let bytes = try Files.read(input.file)
    let pocket = try options.open(at: clock)
    let (rows, rejections) = try readings(of: bytes)
    let sheet = PaperSheet(
      pocket: pocket, run: try runOption.run(in: pocket, clock: clock), clock: clock)
    let result = try sheet.record(rows)
    print(
      say(
        "\(input.file): \(say(result.recorded)) kartu dicatat, \(say(result.known)) sudah tercatat",
        "\(input.file): \(counted(result.recorded, "card")) recorded, "
          + "\(say(result.known)) recorded before"))
    for (row, refusal) in result.refusals {
      Terminal.printError(
        "\(input.file): " + say("baris", "line") + " \(row.row): " + refusal.text(in: language))
    }
    try ImportSummary(file: input.file, rejections: rejections, warnings: [])
      .conclude(reportPath: input.report)
    guard result.refusals.isEmpty else {
      let count = result.refusals.count
      throw Failure(
        .refused, id: "\(count) baris ditolak aturan serah terima dan tidak dicatat",
        en: "\(counted(count, "row")) refused by the rules of custody and not recorded")
    }
  }

  private func readings(of bytes: [UInt8]) throws -> ([OutcomeRow], [Rejection]) {
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
    return (rows, rejections)
  }
}
