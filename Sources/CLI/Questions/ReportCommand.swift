import ArgumentParser

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: say("Laporan dan peta satu hari.", "The report and the map of a day."),
    subcommands: [ReportDay.self, ReportMap.self])
}
