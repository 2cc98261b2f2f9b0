import ArgumentParser
import Domain
import Reports
import RoadNetwork

struct RoadsList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: say(
      "Daftar jaringan, satu untuk tiap profil kendaraan.",
      "The networks, one for each vehicle profile."))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var listing: ListingOptions

  func run() throws {
    _ = try options.openStore()
    let networks = try RoadFolder(of: options.path).open()
    Listing(
      table: TextTable(
        columns: [
          .identifier(say("Profil", "Profile")), .number(say("Ruas", "Segments")),
          TextTable.Column(say("Asal", "Source")),
        ],
        rows: networks.map {
          [
            $0.profile.name, say($0.segmentCount),
            $0.isSketch ? say("sketsa", "sketch") : "OpenStreetMap",
          ]
        }),
      items: networks.map {
        [
          "profile": .string($0.profile.name), "segments": .integer($0.segmentCount),
          "sketch": .boolean($0.isSketch),
        ]
      },
      emptyNote: say(
        "Belum ada jalan; rencana memakai garis lurus. Impor dengan `hantar import roads`.",
        "There are no roads yet; plans use straight lines. Import them with `hantar import roads`.")
    ).print(listing)
  }
}
