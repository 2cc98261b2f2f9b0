import ArgumentParser
import Custody
import Domain
import Storage

struct CourierWithdraw: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "withdraw",
    abstract: say(
      "Mencatat KTP lama yang diserahkan penduduk di luar penyerahan kartu baru.",
      "Records old cards that residents give up outside a delivery."),
    discussion: say(
      "Contoh:\n  hantar courier withdraw 0123-4\nSebut nomor kartu baru yang menggantikannya.",
      "Example:\n  hantar courier withdraw 0123-4\nName the new card that replaces it."))

  @OptionGroup var options: PocketOptions

  @Argument(
    help: ArgumentHelp(
      say(
        "Kartu baru: nomor lengkap atau angka belakangnya, seperti 0123-4.",
        "New cards: the whole id or its last digits, like 0123-4."),
      valueName: say("kartu", "card")))
  var cards: [String]

  func run() throws {
    let clock = try currentClockReading()
    let pocket = try options.open(at: clock)
    let cards = try CardReferences.cards(cards, in: pocket, clock: clock)
    try pocket.withdraw(cards, clock: clock).report(say("KTP lama diambil", "Old cards taken"))
  }
}
