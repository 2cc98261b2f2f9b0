import ArgumentParser
import Custody
import Domain
import Storage

struct CourierEnrol: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enrol",
    abstract: say(
      "Membuat kantong perangkat ini dengan PIN, dan permohonan pendaftarannya.",
      "Makes this device's pocket with a PIN, and its request to be enrolled."),
    discussion: say(
      """
      Contoh:
        hantar courier enrol --courier SP-017
      Satu kali untuk setiap perangkat. Kirim berkas .device ke kantor dan bacakan kodenya.
      """,
      """
      Example:
        hantar courier enrol --courier SP-017
      Once for each device. Send the .device file to the office and read its code out.
      """))

  @Option(
    help: ArgumentHelp(say("Nomor petugas.", "The courier's number."), valueName: "SP-017"))
  var courier: CourierID

  @Option(
    name: [.customShort("p"), .long],
    help: ArgumentHelp(
      say("Berkas kantong (bawaan: PETUGAS.pocket).", "Pocket file (default: COURIER.pocket)."),
      valueName: say("berkas", "file")), completion: .file(extensions: ["pocket"]))
  var pocket: String?

  @OptionGroup var pinSource: PINSource

  @OptionGroup var language: LanguageOption

  func run() throws {
    let path = pocket ?? "\(courier).pocket"
    guard !Files.exists(path) else { throw StorageError.alreadyExists(path: path) }
    let made = try Pocket.create(
      at: path, courier: courier, pin: try pinSource.newPIN(), cost: .ofThisBuild,
      clock: try currentClockReading())
    let request =
      (path.hasSuffix(".pocket") ? String(path.dropLast(".pocket".count)) : path) + ".device"
    try Files.write(made.requestFile, to: request)
    print(
      say(
        "Perangkat \(made.device) untuk petugas \(courier). Kantong: \(path)",
        "Device \(made.device) for courier \(courier). Pocket: \(path)"))
    print(
      say(
        "Kirim \(request) ke kantor dan bacakan kode ini: \(made.device.code)",
        "Send \(request) to the office and read this code out: \(made.device.code)"))
  }
}
