import ArgumentParser
import Custody
import Domain
import Storage

struct CourierAgain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "again",
    abstract: say(
      "Membawa kartu yang gagal untuk dicoba lagi hari ini juga.",
      "Takes failed cards along for another try on the same day."),
    discussion: say(
      "Contoh:\n  hantar courier again 0123-4",
      "Example:\n  hantar courier again 0123-4"))

  @OptionGroup var options: PocketOptions

  @Argument(
    help: ArgumentHelp(
      say(
        "Kartu yang gagal: nomor lengkap atau angka belakangnya, seperti 0123-4.",
        "Failed cards: the whole id or its last digits, like 0123-4."),
      valueName: say("kartu", "card")))
  var cards: [String]

  func run() throws {
    let clock = try currentClockReading()
    let pocket = try options.open(at: clock)
    let cards = try CardReferences.cards(cards, in: pocket, clock: clock)
    try pocket.reattempt(cards, clock: clock).report(say("Dicoba lagi", "To be tried again"))
  }
}
