import ArgumentParser
import Custody
import Domain
import Storage

struct CourierNext: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "next",
    abstract: say("Alamat berikut yang belum dicatat.", "The next stop not yet recorded."),
    discussion: say("Contoh:\n  hantar courier next", "Example:\n  hantar courier next"))

  @OptionGroup var options: PocketOptions
  @OptionGroup var runOption: RunOption

  @Flag(
    help: ArgumentHelp(
      say("Hanya nomor kartu yang belum dicatat.", "Only the ids of cards not yet recorded.")))
  var ids = false

  func run() throws {
    let clock = try currentClockReading()
    let pocket = try options.open(at: clock)
    let run = try runOption.run(in: pocket, clock: clock)
    let stops = try pocket.stops(of: run.id, clock: clock)
    guard let next = stops.first(where: \.isOpen) else {
      if !ids {
        print(
          say(
            "Semua alamat sudah dicatat. Akhiri dengan `hantar courier return`, lalu "
              + "`hantar courier bundle`.",
            "Every stop is recorded. Finish with `hantar courier return`, then "
              + "`hantar courier bundle`."))
      }
      return
    }
    if ids {
      for card in next.cards where card.status == .outForDelivery { print(card.card.id) }
      return
    }
    let last = stops.map(\.stop.number).max() ?? next.stop.number
    for line in StopText(stop: next, last: last, status: try pocket.status(of: run.id)).lines {
      print(line)
    }
  }
}
