import ArgumentParser
import Domain
import Reports
import Storage

struct RoadsSailings: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sailings",
    abstract: say("Jadwal perahu ke pulau-pulau.", "The timetable of boats to islands."))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let sailings = try options.openStore().sailings()
    Listing(
      table: TextTable(
        columns: [
          TextTable.Column(say("Pelayaran", "Sailing")),
          TextTable.Column(say("Berangkat", "Leaves")), TextTable.Column(say("Kembali", "Returns")),
          .number(say("Menit", "Minutes")), .number(say("Petugas", "Couriers")),
          TextTable.Column(say("Bermalam", "Overnight")), TextTable.Column(say("Catatan", "Note")),
        ],
        rows: sailings.map { sailing in
          [
            sailing.route, sailing.times.leaves, sailing.times.returns, say(sailing.minutesOut),
            say(sailing.capacity),
            sailing.allowsOvernight ? say("boleh", "allowed") : say("tidak", "no"),
            sailing.note ?? "",
          ]
        }),
      items: sailings.map { sailing in
        [
          "route": .string(sailing.route), "pier": .string(sailing.pier.name),
          "island": .string(sailing.island), "charter": .boolean(sailing.isCharter),
          "leaves": .string(sailing.times.leaves), "returns": .string(sailing.times.returns),
          "minutesOut": .integer(sailing.minutesOut), "minutesBack": .integer(sailing.minutesBack),
          "capacity": .integer(sailing.capacity), "overnight": .boolean(sailing.allowsOvernight),
        ]
      },
      emptyNote: say(
        "Belum ada jadwal perahu; impor dengan `hantar import sailings`.",
        "There are no boats yet; import them with `hantar import sailings`.")
    ).print(listing)
  }
}

extension Sailing {
  /// When boats leave the mainland and the island.
  fileprivate var times: (leaves: String, returns: String) {
    switch timetable {
    case .scheduled(let departures, let returns):
      (
        departures.map(\.description).joined(separator: ", "),
        returns.map(\.description).joined(separator: ", ")
      )
    case .charter(let departures, let returns):
      (
        "\(departures.lowerBound)–\(departures.upperBound)",
        "\(returns.lowerBound)–\(returns.upperBound)"
      )
    }
  }
}
