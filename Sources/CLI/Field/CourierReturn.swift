import ArgumentParser
import Custody
import Domain
import Reports
import Storage

struct CourierReturn: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "return",
    abstract: say(
      "Mengakhiri rute: semua kartu yang masih di tas kembali ke kantor.",
      "Ends the run: every card still in the bag goes back to the office."),
    discussion: say("Contoh:\n  hantar courier return", "Example:\n  hantar courier return"))

  @OptionGroup var options: PocketOptions

  func run() throws {
    let pocket = try options.open()
    guard let event = try pocket.returnAll(now: try currentInstant()) else {
      print(say("Tas sudah kosong.", "The bag is empty."))
      return
    }
    print(
      say(
        "\(say(event.cards.count)) kartu dikembalikan ke kantor; hitung bersama penerimanya.",
        "\(say(event.cards.count)) cards returned to the office; count them with whoever takes them."
      ))
  }
}

struct CourierStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: say("Sejauh mana rute ini.", "How far the run has come."),
    discussion: say("Contoh:\n  hantar courier status", "Example:\n  hantar courier status"))

  @OptionGroup var options: PocketOptions
  @OptionGroup var listing: ListingOptions

  func run() throws {
    let pocket = try options.open()
    let status = try pocket.status()
    if listing.json {
      let json: JSONText = [
        "run": .describing(pocket.run), "courier": .describing(pocket.courier),
        "cards": .integer(status.cards), "delivered": .integer(status.delivered),
        "failed": .integer(status.failed), "untouched": .integer(status.untouched),
        "returned": .integer(status.returned), "events": .integer(status.events),
      ]
      print(json.text(indented: true))
      return
    }
    print("\(pocket.run)  \(pocket.runBundle.date.text(in: language))")
    print(
      say(
        "\(status.cards) kartu: \(status.delivered) diterima, \(status.failed) gagal di tas, "
          + "\(status.untouched) belum, \(status.returned) kembali ke kantor",
        "\(status.cards) cards: \(status.delivered) delivered, \(status.failed) failed in the bag, "
          + "\(status.untouched) not tried, \(status.returned) back at the office"))
    print(
      say(
        "\(status.events) catatan tersimpan di kantong ini",
        "\(status.events) events recorded in this pocket"))
  }
}

struct CourierBundleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract: say(
      "Menulis semua catatan ke satu berkas untuk kantor; boleh diulang.",
      "Writes everything recorded into one file for the office; may be repeated."),
    discussion: say(
      "Contoh:\n  hantar courier bundle --out R-20170727-1-001.bundle",
      "Example:\n  hantar courier bundle --out R-20170727-1-001.bundle"))

  @OptionGroup var options: PocketOptions

  @Option(
    help: ArgumentHelp(say("Berkas hasil (bawaan: RUTE.bundle).", "File (default: RUN.bundle).")),
    completion: .file())
  var out: String?

  func run() throws {
    let pocket = try options.open()
    let bundle = try pocket.bundle()
    let path = out ?? "\(pocket.run).bundle"
    try Files.write(bundle.fileBytes, to: path)
    print(
      say(
        "\(say(bundle.events.count)) catatan ditulis ke \(path); kirim berkas ini ke kantor",
        "\(say(bundle.events.count)) events written to \(path); send this file to the office"))
  }
}
