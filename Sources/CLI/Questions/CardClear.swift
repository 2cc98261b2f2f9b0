import ArgumentParser
import Custody
import Domain
import Storage

struct CardClear: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clear",
    abstract: say(
      "Melepas kartu yang menunggu diperiksa, agar bisa direncanakan lagi.",
      "Releases a card that waits for a clerk, so that it can be planned again."),
    discussion: say(
      "Contoh:\n  hantar card clear KTP-1871-17-00000001-7 --clerk \"Sri Wahyuni\"",
      "Example:\n  hantar card clear KTP-1871-17-00000001-7 --clerk \"Sri Wahyuni\""))

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: ArgumentHelp(say("Nomor kartu.", "Card id."), valueName: "KTP-…"))
  var card: CardID

  @Option(
    help: ArgumentHelp(
      say("Siapa yang memeriksa; dicatat di buku besar.", "Who looked into it; goes on record.")))
  var clerk: SignedName

  func run() throws {
    let store = try options.openStore()
    try store.record(
      [
        EventDraft(
          kind: .cleared, cards: [card], giver: .office, taker: .office, actor: clerk.text,
          provenance: .typed)
      ], now: try currentInstant())
    print(say("\(card) siap direncanakan lagi.", "\(card) is ready to be planned again."))
  }
}
