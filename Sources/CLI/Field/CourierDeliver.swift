import ArgumentParser
import Custody
import Domain
import Storage

struct CourierDeliver: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deliver",
    abstract: say(
      "Mencatat kartu yang diserahkan, dengan buktinya.",
      "Records cards handed over, with their proof."),
    discussion: say(
      """
      Contoh:
        hantar courier deliver --to self --proof signature
        hantar courier deliver 0123-4 --to family --received-by "Siti" --proof photo=pintu.jpg
        hantar courier deliver --to self --proof pin --proof old-card --position -5.39,105.26,12
      Berkas bukti tidak dibawa; hanya sidik SHA-256-nya yang dicatat.
      """,
      """
      Examples:
        hantar courier deliver --to self --proof signature
        hantar courier deliver 0123-4 --to family --received-by "Siti" --proof photo=door.jpg
        hantar courier deliver --to self --proof pin --proof old-card --position -5.39,105.26,12
      Files of proof stay where they are; only their SHA-256 is recorded.
      """))

  @OptionGroup var options: PocketOptions
  @OptionGroup var references: CardReferences

  @Option(
    help: ArgumentHelp(
      say("Penerima: ", "Recipient: ")
        + Recipient.allCases.map(\.rawValue).joined(separator: ", ")))
  var to: Recipient

  @Option(
    help: ArgumentHelp(
      say("Nama penerima, bila bukan pemiliknya.", "Name of who took it, if not the resident.")))
  var receivedBy: SignedName?

  @OptionGroup var proofs: ProofOptions
  @OptionGroup var door: DoorOptions

  @Option(
    help: ArgumentHelp(
      say(
        "Uang yang dibayar: ditolak dan dicatat, karena KTP-el gratis.",
        "Money that was paid: refused and recorded, because identity cards are free."),
      valueName: "rupiah"))
  var paid: Int?

  func run() throws {
    let clock = try door.clock()
    let pocket = try options.open(at: clock)
    let cards = try references.resolved(in: pocket, clock: clock)
    if let paid { return try refuse(paid, for: cards, in: pocket, clock: clock) }
    var detail = door.detail
    detail.receiverName = receivedBy?.text
    detail.pin = try proofs.residentPIN()
    try pocket.deliver(
      cards, to: to, proofs: try proofs.proofs(for: cards),
      oldCardsTaken: proofs.oldCardTaken ? try pocket.exchanged(for: cards, clock: clock) : [],
      detail: detail,
      clock: clock
    ).report(say("Diterima oleh ", "Delivered to ") + to.phrase.text(in: language))
  }

  /// Money changes a handover into a case for the office: nothing is delivered.
  private func refuse(
    _ rupiah: Int, for cards: [CardID], in pocket: Pocket, clock: ClockReading
  ) throws {
    try CourierFee.report(rupiah, cards: cards, door: door, in: pocket, clock: clock)
    throw Failure(
      .refused,
      id: "penyerahan dengan uang ditolak dan dicatat; kembalikan uangnya, lalu serahkan lagi "
        + "tanpa --paid",
      en: "a handover for money is refused and recorded; give the money back, then deliver again "
        + "without --paid")
  }
}
