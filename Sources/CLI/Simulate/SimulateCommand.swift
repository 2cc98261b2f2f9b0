import ArgumentParser

struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: say(
      "Bertanya \u{201C}bagaimana kalau\u{201D}: dari blangko sampai pintu rumah, sebelum diputuskan.",
      "Asks \u{201C}what if\u{201D}: from blank card to door, before it is decided."),
    subcommands: [
      SimulateRun.self, SimulateList.self, SimulateShow.self, SimulateCheck.self,
      SimulateEstimate.self, SimulateCalibrate.self, SimulateBackTest.self,
    ],
    defaultSubcommand: SimulateRun.self)
}
