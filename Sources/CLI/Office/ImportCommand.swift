import ArgumentParser

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: say(
      "Memasukkan kartu, petugas, batas wilayah, jalan atau jadwal perahu dari berkas.",
      "Takes in cards, couriers, boundaries, roads or timetables of boats from a file."),
    subcommands: [
      ImportCards.self, ImportCouriers.self, ImportBoundaries.self, ImportRoads.self,
      ImportSailings.self,
    ])
}
