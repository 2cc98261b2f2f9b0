import ArgumentParser
import Custody
import Domain
import Storage

struct CourierOpen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: say(
      "Membuka rute dari berkas kantor ke dalam kantong petugas.",
      "Opens a run from the office's file into the courier's pocket."),
    discussion: say(
      "Contoh:\n  hantar courier open R-20170727-1-001.run",
      "Example:\n  hantar courier open R-20170727-1-001.run"))

  @OptionGroup var options: PocketOptions

  @Argument(
    help: ArgumentHelp(say("Berkas rute dari kantor.", "The run's file from the office.")),
    completion: .file(extensions: ["run"]))
  var file: String

  func run() throws {
    let bytes = try Files.read(file)
    let path = options.pocket ?? defaultPath
    let pocket = try Pocket.create(at: path, from: bytes)
    let bundle = pocket.runBundle
    print(
      say(
        "Rute \(bundle.run) untuk petugas \(bundle.courier), "
          + "\(bundle.date.text(in: language)): \(say(bundle.stops.count)) alamat, "
          + "\(say(bundle.cards.count)) kartu",
        "Run \(bundle.run) for courier \(bundle.courier), "
          + "\(bundle.date.text(in: language)): \(say(bundle.stops.count)) stops, "
          + "\(say(bundle.cards.count)) cards"))
    print(
      say(
        "Hitung kartu di tas: harus \(say(bundle.cards.count)). Kantong: \(path)",
        "Count the cards in the bag: there must be \(say(bundle.cards.count)). Pocket: \(path)"))
  }

  /// The file's name with another ending, in the present folder.
  private var defaultPath: String {
    let name = file.split(separator: "/").last.map(String.init) ?? file
    return (name.hasSuffix(".run") ? String(name.dropLast(4)) : name) + ".pocket"
  }
}
