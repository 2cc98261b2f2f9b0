import ArgumentParser
import Custody
import Domain
import Storage

struct CourierBundleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract: say(
      "Menulis semua yang belum diterima kantor ke satu berkas tersegel; boleh diulang.",
      "Writes what the office does not have yet into one sealed file; may be repeated."),
    discussion: say(
      """
      Contoh:
        hantar courier bundle --out SP-017.bundle
        hantar courier bundle --carry SP-018.bundle --carry SP-019.bundle
      Siapa pun boleh membawa berkasnya: hanya kantor yang bisa membacanya.
      """,
      """
      Example:
        hantar courier bundle --out SP-017.bundle
        hantar courier bundle --carry SP-018.bundle --carry SP-019.bundle
      Anyone may carry the file: only the office can read it.
      """))

  @OptionGroup var options: PocketOptions

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      say(
        "Berkas petugas lain yang ikut dibawa; tetap tersegel.",
        "Files of other couriers to take along; they stay sealed."),
      valueName: say("berkas", "file")), completion: .file(extensions: ["bundle"]))
  var carry: [String] = []

  @Option(
    help: ArgumentHelp(
      say("Berkas hasil (bawaan: PERANGKAT.bundle).", "File (default: DEVICE.bundle).")),
    completion: .file())
  var out: String?

  func run() throws {
    let clock = try currentClockReading()
    let pocket = try options.open(at: clock)
    let carried = try carry.map(Files.read)
    let unsent = try pocket.unsentCount()
    let path = out ?? "\(pocket.device).bundle"
    try Files.write(try pocket.bundle(carrying: carried, clock: clock), to: path)
    print(
      say(
        "\(say(unsent)) catatan ditulis ke \(path); kirim berkas ini ke kantor, dengan cara apa pun",
        "\(counted(unsent, "event")) written to \(path); send this file to the office, by any means"
      ))
    if !carry.isEmpty {
      print(
        say(
          "\(say(carry.count)) berkas petugas lain ikut di dalamnya",
          "\(counted(carry.count, "file")) of other couriers inside"))
    }
  }
}
