import ArgumentParser
import Custody
import Domain
import Storage

struct CourierReturn: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "return",
    abstract: say(
      "Mengakhiri rute: semua kartu yang masih di tas kembali ke kantor.",
      "Ends the run: every card still in the bag goes back to the office."),
    discussion: say("Contoh:\n  hantar courier return", "Example:\n  hantar courier return"))

  @OptionGroup var options: PocketOptions
  @OptionGroup var runOption: RunOption

  func run() throws {
    let clock = try currentClockReading()
    let pocket = try options.open(at: clock)
    guard
      let record = try pocket.returnAll(
        try runOption.run(in: pocket, clock: clock).id, clock: clock)
    else {
      print(say("Tas sudah kosong.", "The bag is empty."))
      return
    }
    print(
      say(
        "\(say(record.event.cards.count)) kartu dikembalikan ke kantor; hitung bersama penerimanya.",
        "\(say(record.event.cards.count)) cards returned to the office; count them with whoever takes them."
      ))
  }
}
