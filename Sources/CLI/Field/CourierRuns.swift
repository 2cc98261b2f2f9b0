import ArgumentParser
import Custody
import Domain
import Reports
import Storage

struct CourierRuns: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs",
    abstract: say("Daftar rute di kantong.", "Lists the runs in the pocket."),
    discussion: say("Contoh:\n  hantar courier runs", "Example:\n  hantar courier runs"))

  @OptionGroup var options: PocketOptions
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let clock = try currentClockReading()
    let pocket = try options.open(at: clock)
    let runs = try pocket.runs(clock: clock).map { (run: $0, status: try pocket.status(of: $0.id)) }
    Listing(
      table: TextTable(
        columns: [
          .identifier(say("Rute", "Run")), TextTable.Column(say("Tanggal", "Date")),
          .identifier("BAST"), .number(say("Kartu", "Cards")),
          .number(say("Diterima", "Delivered")), .number(say("Gagal", "Failed")),
          .number(say("Belum", "To go")), .number(say("Di tas", "In the bag")),
          TextTable.Column(say("Terbaca", "Readable")),
        ],
        rows: runs.map { run, status in
          [
            run.id.description, run.date.text(in: language), run.document.description,
            say(status.cards), say(status.delivered), say(status.failed), say(status.untouched),
            say(run.cardsInBag), run.isReadable ? say("ya", "yes") : say("tidak", "no"),
          ]
        }),
      items: runs.map { run, status in
        [
          "run": .describing(run.id), "date": .describing(run.date),
          "document": .describing(run.document), "cards": .integer(status.cards),
          "delivered": .integer(status.delivered), "failed": .integer(status.failed),
          "untouched": .integer(status.untouched), "inBag": .integer(run.cardsInBag),
          "readable": .boolean(run.isReadable),
          "expires": .string(run.expires.text(in: run.zone)),
        ]
      },
      emptyNote: say(
        "Belum ada rute; terima berkas rute dengan `hantar courier open BERKAS.run`.",
        "There is no run yet; take in a run's file with `hantar courier open FILE.run`.")
    ).print(listing)
  }
}
