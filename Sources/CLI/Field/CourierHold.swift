import ArgumentParser
import Custody
import Domain
import Storage

struct CourierHold: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold",
    abstract: say(
      "Mencatat kartu yang dititipkan di kantor kelurahan/desa.",
      "Records cards left with a village office for their residents."),
    discussion: say(
      "Contoh:\n  hantar courier hold 0123-4 --at 18.71.01.1003",
      "Example:\n  hantar courier hold 0123-4 --at 18.71.01.1003"))

  @OptionGroup var options: PocketOptions
  @OptionGroup var references: CardReferences

  @Option(
    help: ArgumentHelp(
      say(
        "Kode kelurahan/desa (bawaan: yang tertulis di alamat kartu).",
        "Code of the desa (default: the one of the cards' address)."),
      valueName: "18.71.01.1003"))
  var at: RegionCode?

  @Option(
    help: ArgumentHelp(
      say("Nama pegawai yang menerima titipan.", "Name of the official who takes them.")))
  var receivedBy: SignedName?

  @OptionGroup var door: DoorOptions

  func validate() throws {
    guard at.map({ $0.level == .desa }) ?? true else {
      throw ValidationError(
        say("--at harus kode kelurahan/desa.", "--at must be the code of a desa."))
    }
  }

  func run() throws {
    let clock = try door.clock()
    let pocket = try options.open(at: clock)
    let cards = try references.resolved(in: pocket, clock: clock)
    let desa = try at ?? pocket.desa(of: cards, clock: clock)
    var detail = door.detail
    detail.receiverName = receivedBy?.text
    try pocket.hold(cards, at: desa, detail: detail, clock: clock)
      .report(say("Dititipkan di kantor \(desa)", "Held at the office of \(desa)"))
  }
}
