import ArgumentParser
import Custody
import Domain
import Foundation
import Storage

struct CourierWork: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "work",
    abstract: say(
      "Layar penuh untuk bekerja di jalan: satu tombol untuk hasil yang biasa.",
      "A full screen for work on the way: one key for the common outcomes."),
    discussion: say(
      """
      Contoh:
        hantar courier work
      Perlu terminal 80x24 atau lebih. Setiap catatan langsung tersimpan. ? untuk bantuan.
      """,
      """
      Example:
        hantar courier work
      Needs a terminal of 80x24 or more. Every record is safe at once. ? for help.
      """))

  @OptionGroup var options: PocketOptions
  @OptionGroup var runOption: RunOption

  @Option(
    help: ArgumentHelp(
      say(
        "Berkas yang diisi penerima GPS: lintang,bujur[,ketelitian]; lebih dari 5 menit diabaikan.",
        "File that a GPS receiver keeps filling: latitude,longitude[,accuracy]; ignored when "
          + "older than 5 minutes."),
      valueName: say("berkas", "file")), completion: .file())
  var positionFile: String?

  func run() throws {
    let clock = try currentClockReading()
    let pocket = try options.open(at: clock)
    let run = try runOption.run(in: pocket, clock: clock)
    let doors = try pocket.doors(of: run.id, clock: clock)
    guard !doors.isEmpty else {
      throw Failure(
        .refused, id: "rute \(run.id) tidak punya kartu lagi; pilih rute lain dengan -r",
        en: "run \(run.id) has no cards any more; choose another run with -r")
    }
    let terminal = try RawTerminal()
    defer { terminal.close() }
    let work = WorkPocket(
      pocket: pocket, run: run, positionFile: positionFile.map(PositionFile.init))
    try WorkLoop(
      terminal: terminal, surroundings: work.surroundings, carryOut: work.carryOut
    ).run(from: WorkState(doors: doors, language: language))
  }
}
