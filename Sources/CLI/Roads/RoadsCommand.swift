import ArgumentParser

struct RoadsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roads",
    abstract: say(
      "Menunjukkan jaringan jalan ruang kerja, dan rute antara dua tempat.",
      "Shows the road networks of the workspace, and the way between two places."),
    subcommands: [RoadsList.self, RoadsRoute.self, RoadsMeasure.self])
}
