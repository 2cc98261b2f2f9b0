import ArgumentParser

struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: say(
      "Mengarang penduduk, petugas dan hasil antaran untuk latihan.",
      "Invents residents, couriers and outcomes for drills."),
    subcommands: [
      SampleCardsCommand.self, SampleCouriersCommand.self, SampleOutcomesCommand.self,
    ])
}
