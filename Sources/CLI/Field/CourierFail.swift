public import ArgumentParser
public import Custody
import Domain
import Storage

struct CourierFail: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fail",
    abstract: say(
      "Mencatat kartu yang tidak bisa diserahkan, dengan alasannya.",
      "Records cards that could not be handed over, with the reason."),
    discussion: say(
      "Contoh:\n  hantar courier fail --reason NOT_HOME\n"
        + "  hantar courier fail 0123-4 --reason MOVED --action FIX_ADDRESS\nAlasan:\n"
        + listed(FailureReason.allCases) + "\nTindak lanjut:\n" + listed(ActionCode.allCases),
      "Examples:\n  hantar courier fail --reason NOT_HOME\n"
        + "  hantar courier fail 0123-4 --reason MOVED --action FIX_ADDRESS\nReasons:\n"
        + listed(FailureReason.allCases) + "\nActions:\n" + listed(ActionCode.allCases)))

  @OptionGroup var options: PocketOptions
  @OptionGroup var references: CardReferences

  @Option(help: ArgumentHelp(say("Kode alasan.", "Code of the reason.")))
  var reason: FailureReason

  @Option(
    help: ArgumentHelp(
      say(
        "Kode tindak lanjut (bawaan: yang biasa untuk alasan itu).",
        "Code of what to do next (default: the usual one for the reason).")))
  var action: ActionCode?

  @OptionGroup var door: DoorOptions

  func run() throws {
    let clock = try door.clock()
    let pocket = try options.open(at: clock)
    let cards = try references.resolved(in: pocket, clock: clock)
    try pocket.fail(cards, reason: reason, action: action, detail: door.detail, clock: clock)
      .report(say("Gagal", "Failed") + " (\(reason.phrase.text(in: language)))")
  }

  private static func listed<Code: RawRepresentable<String> & Described>(_ codes: [Code]) -> String
  {
    codes.map { "  " + $0.rawValue + ": " + $0.phrase.text(in: language) }.joined(separator: "\n")
  }
}

extension ActionCode: ExpressibleByArgument {}
