import ArgumentParser

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: say(
      "Laporan: hari, peta, tutup buku, umur kartu, yang kembali, untuk umum.",
      "Reports: the day, its map, closing, ageing, returned cards, for the public."),
    subcommands: [
      ReportDay.self, ReportMap.self, ReportClosing.self, ReportAgeing.self, ReportReturned.self,
      ReportPublic.self,
    ])
}
