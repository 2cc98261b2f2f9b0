import ArgumentParser
import Custody
import Domain
import Storage

struct CourierUnlock: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlock",
    abstract: say(
      "Membuka kantong dengan PIN sampai akhir giliran kerja.",
      "Opens the pocket with the PIN until the end of the shift."),
    discussion: say(
      "Contoh:\n  hantar courier unlock\nPIN yang salah membuat tunggu makin lama.",
      "Example:\n  hantar courier unlock\nEvery wrong PIN makes the wait longer."))

  @OptionGroup var options: PocketOptions

  func run() throws {
    let path = try options.path()
    let clock = try currentClockReading()
    let session = try options.unlock(at: clock).beginSession(clock: clock)
    try SessionFile(pocket: path).write(session.bytes)
    print(
      say(
        "Kantong terbuka sampai akhir giliran kerja, paling lama 12 jam. "
          + "Tutup dengan `hantar courier lock`.",
        "The pocket is open until the end of the shift, for at most 12 hours. "
          + "Close it with `hantar courier lock`."))
  }
}

struct CourierLock: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lock",
    abstract: say(
      "Menutup kantong; PIN diperlukan lagi.", "Closes the pocket; the PIN is needed again."),
    discussion: say("Contoh:\n  hantar courier lock", "Example:\n  hantar courier lock"))

  @OptionGroup var options: PocketOptions

  func run() throws {
    let path = try options.path()
    SessionFile(pocket: path).remove()
    try Pocket.lock(at: path)
    print(
      say(
        "Kantong tertutup; PIN diperlukan lagi.", "The pocket is closed; the PIN is needed again."))
  }
}
