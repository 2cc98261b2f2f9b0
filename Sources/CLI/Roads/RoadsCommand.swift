import ArgumentParser

struct RoadsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roads",
    abstract: say(
      "Menunjukkan jalan dan perahu ruang kerja, dan rute antara dua tempat.",
      "Shows the roads and boats of the workspace, and the way between two places."),
    subcommands: [
      RoadsList.self, RoadsSailings.self, RoadsRoute.self, RoadsMeasure.self,
    ])
}
