import ArgumentParser
import Custody
import Domain
import Storage

struct CourierOpen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open",
    abstract: say(
      "Menerima berkas dari kantor: rute (.run) dan jawaban (.ack).",
      "Takes in files from the office: runs (.run) and answers (.ack)."),
    discussion: say(
      "Contoh:\n  hantar courier open R-20170727-1-001.run\n  hantar courier open *.run *.ack",
      "Example:\n  hantar courier open R-20170727-1-001.run\n  hantar courier open *.run *.ack"))

  @OptionGroup var options: PocketOptions

  @Argument(
    help: ArgumentHelp(say("Berkas dari kantor.", "Files from the office.")),
    completion: .file(extensions: ["run", "ack"]))
  var files: [String]

  func run() throws {
    let clock = try currentClockReading()
    let pocket = try options.open(at: clock)
    var failures: [Failure] = []
    for file in files {
      do {
        for taken in try pocket.take(try Files.read(file), clock: clock) {
          switch taken {
          case .run(let run): show(run)
          case .acknowledgement(let receipt): show(receipt)
          }
        }
      } catch {
        guard let failure = Failure(explaining: error) else { throw error }
        failures.append(
          Failure(
            failure.kind, id: "\(file): \(failure.phrase.indonesian)",
            en: "\(file): \(failure.phrase.english)"))
      }
    }
    for failure in failures.dropFirst() {
      Terminal.printError("hantar: " + failure.phrase.text(in: language))
    }
    if let first = failures.first { throw first }
  }

  private func show(_ run: RunBundle) {
    let count = run.cards.count
    print(
      say(
        "Rute \(run.run) untuk petugas \(run.courier), \(run.date.text(in: language)): "
          + "\(say(run.stops.count)) alamat, \(say(count)) kartu (\(run.document))",
        "Run \(run.run) for courier \(run.courier), \(run.date.text(in: language)): "
          + "\(counted(run.stops.count, "stop")), \(counted(count, "card")) (\(run.document))"))
    let oldCards = run.cards.count(where: \.surrendersOldCard)
    print(
      say(
        "Hitung kartu di tas: harus \(say(count)), lalu pindai dengan `hantar courier scan`. "
          + "\(say(oldCards)) di antaranya ditukar dengan KTP lama.",
        "Count the cards in the bag: there must be \(say(count)); then scan them with "
          + "`hantar courier scan`. \(say(oldCards)) of them are exchanged for an old card."))
  }

  private func show(_ receipt: Pocket.Receipt) {
    print(
      say(
        "Kantor sudah menerima \(say(receipt.confirmed)) catatan lagi; "
          + "\(say(receipt.unsent)) belum terkirim",
        "The office has \(say(receipt.confirmed)) more \(receipt.confirmed == 1 ? "event" : "events"); "
          + "\(say(receipt.unsent)) unsent"))
    for refusal in receipt.refusals {
      print(
        say(
          "! catatan \(refusal.sequence) tidak diterima kantor (\(refusal.code)); hubungi kantor",
          "! event \(refusal.sequence) was not accepted by the office (\(refusal.code)); "
            + "call the office"))
    }
    if receipt.isRevoked {
      print(
        say(
          "! Perangkat ini sudah dicabut kantor; serahkan kartu dan perangkatnya",
          "! This device was revoked by the office; bring in the cards and the device"))
    }
  }
}
