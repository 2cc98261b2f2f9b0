import ArgumentParser

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: say(
      "Memasukkan kartu, petugas atau batas wilayah dari berkas.",
      "Takes in cards, couriers or boundaries from a file."),
    subcommands: [ImportCards.self, ImportCouriers.self, ImportBoundaries.self])
}
