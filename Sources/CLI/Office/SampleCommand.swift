import ArgumentParser

struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample",
    abstract: say(
      "Mengarang penduduk, petugas, jalan dan hasil antaran untuk latihan.",
      "Invents residents, couriers, streets and outcomes for drills."),
    subcommands: [
      SampleCardsCommand.self, SampleCouriersCommand.self, SampleRoads.self,
      SampleOutcomesCommand.self,
    ])
}
