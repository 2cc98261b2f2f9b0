import ArgumentParser
import Custody
import Domain
import Reports
import Storage

struct CourierFee: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fee",
    abstract: say(
      "Mencatat bahwa uang diminta atau ditawarkan; KTP-el gratis.",
      "Records that money was asked for or offered; identity cards are free."),
    discussion: say(
      "Contoh:\n  hantar courier fee 10000 0123-4 --note \"ketua RT minta uang\"",
      "Example:\n  hantar courier fee 10000 0123-4 --note \"the RT head asked for money\""))

  @OptionGroup var options: PocketOptions

  @Argument(help: ArgumentHelp(say("Jumlahnya dalam rupiah.", "The sum in rupiah.")))
  var rupiah: Int

  @OptionGroup var references: CardReferences
  @OptionGroup var door: DoorOptions

  func validate() throws {
    guard rupiah > 0 else {
      throw ValidationError(say("Jumlah harus lebih dari 0.", "The sum must be more than 0."))
    }
  }

  func run() throws {
    let clock = try door.clock()
    let pocket = try options.open(at: clock)
    let run = try references.runOption.run(in: pocket, clock: clock)
    let isAtDoor =
      try !references.cards.isEmpty || pocket.nextStop(of: run.id, clock: clock) != nil
    try Self.report(
      rupiah, cards: isAtDoor ? try references.resolved(in: pocket, clock: clock) : [],
      door: door, in: pocket, clock: clock)
  }

  /// Records the sum and says what the law says about it.
  static func report(
    _ rupiah: Int, cards: [CardID], door: DoorOptions, in pocket: Pocket, clock: ClockReading
  ) throws {
    try pocket.reportFee(rupiah: rupiah, cards: cards, detail: door.detail, clock: clock)
      .report("Rp\(say(rupiah)) " + say("dilaporkan", "reported"))
    for line in FeeGuard.courierLines { print(line) }
  }
}
