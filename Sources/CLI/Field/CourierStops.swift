import ArgumentParser
import Custody
import Domain
import Reports
import Storage

struct CourierStops: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stops",
    abstract: say("Daftar alamat satu rute.", "Lists the stops of a run."),
    discussion: say("Contoh:\n  hantar courier stops", "Example:\n  hantar courier stops"))

  @OptionGroup var options: PocketOptions
  @OptionGroup var runOption: RunOption
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let clock = try currentClockReading()
    let pocket = try options.open(at: clock)
    let run = try runOption.run(in: pocket, clock: clock)
    let stops = try pocket.stops(of: run.id, clock: clock)
    let cards = stops.flatMap { stop in stop.cards.map { (stop.stop, $0) } }
    Listing(
      table: TextTable(
        columns: [
          .number("No"), TextTable.Column(say("Jam", "Time")),
          TextTable.Column(say("Alamat", "Address")), .identifier(say("Kartu", "Card")),
          TextTable.Column(say("Nama", "Name")), TextTable.Column(say("Keadaan", "State")),
        ],
        rows: cards.map { stop, card in
          [
            String(stop.number), stop.arrives.description, stop.addressLine,
            card.card.id.description, card.card.residentName,
            card.status.phrase.text(in: language),
          ]
        }),
      items: cards.map { stop, card in
        [
          "stop": .integer(stop.number), "arrives": .describing(stop.arrives),
          "address": .string(stop.addressLine), "card": .describing(card.card.id),
          "name": .string(card.card.residentName), "nik": .string(card.card.maskedNIK),
          "status": .string(card.status.rawValue), "oldCard": .boolean(card.needsOldCard),
          "scanned": .boolean(card.isScanned),
        ]
      },
      emptyNote: say("Rute ini tidak punya alamat.", "The run has no stops.")
    ).print(listing)
  }
}
