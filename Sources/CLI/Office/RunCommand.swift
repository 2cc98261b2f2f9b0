import ArgumentParser
import Domain

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: say(
      "Melihat, mencetak dan mengekspor rute petugas.",
      "Shows, prints and exports the couriers' runs."),
    subcommands: [
      RunList.self, RunShow.self, RunPrint.self, RunLabels.self, RunPack.self, RunExport.self,
    ])
}

/// Which runs of a day a command is about.
struct RunSelection: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Hari rencana (bawaan: hari ini).", "Day of the plan (default: today)."),
      valueName: "YYYY-MM-DD"))
  var date: CalendarDate?

  @Option(
    help: ArgumentHelp(
      say("Hanya kecamatan ini (kode atau nama).", "Only this kecamatan (code or name).")))
  var kecamatan: String?

  @Option(
    name: .customLong("run"),
    help: ArgumentHelp(
      say("Hanya rute ini; boleh diulang.", "Only this run; may be repeated."), valueName: "R-…"))
  var runs: [RunID] = []
}
