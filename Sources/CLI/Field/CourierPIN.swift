import ArgumentParser
import Custody
import Domain
import Storage

struct CourierPIN: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pin",
    abstract: say("Mengganti PIN kantong.", "Changes the PIN of the pocket."),
    discussion: say(
      "Contoh:\n  hantar courier pin\nPIN lama ditanyakan dahulu; sesudahnya kantong tertutup.",
      "Example:\n  hantar courier pin\nThe old PIN is asked for first; the pocket is closed after.")
  )

  @OptionGroup var options: PocketOptions

  @Option(
    help: ArgumentHelp(
      say("Berkas berisi PIN baru, untuk skrip.", "File with the new PIN, for scripts."),
      valueName: say("berkas", "file")), completion: .file())
  var newPinFile: String?

  func run() throws {
    let path = try options.path()
    let pocket = try options.unlock(at: try currentClockReading())
    let pin = try newPinFile.map(Files.readLine) ?? PINSource.askForNewPIN()
    try pocket.changePIN(to: pin, cost: .ofThisBuild)
    SessionFile(pocket: path).remove()
    print(
      say(
        "PIN diganti dan kantong tertutup; buka dengan `hantar courier unlock`.",
        "The PIN was changed and the pocket is closed; open it with `hantar courier unlock`."))
  }
}
