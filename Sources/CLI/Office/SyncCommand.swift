import ArgumentParser
import Custody
import Domain
import Storage

struct SyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: say(
      "Menggabungkan berkas petugas ke buku besar; dua kali pun tidak apa-apa.",
      "Merges couriers' bundles into the ledger; twice does no harm."),
    discussion: say(
      "Contoh:\n  hantar sync R-20170727-1-001.bundle\n  hantar sync paket/*.bundle",
      "Example:\n  hantar sync R-20170727-1-001.bundle\n  hantar sync bundles/*.bundle"))

  @OptionGroup var options: WorkspaceOptions

  @Argument(
    help: ArgumentHelp(say("Berkas petugas.", "Couriers' bundles.")),
    completion: .file(extensions: ["bundle"]))
  var files: [String]

  func run() throws {
    let store = try options.openStore()
    let now = try currentInstant()
    let progress = ProgressLine()
    var accepted = 0
    var known = 0
    var refused: [(String, RefusedEvent)] = []
    var unreadable: [Failure] = []
    for (index, file) in files.enumerated() {
      progress.show(say("menggabungkan", "merging") + " \(index)/\(files.count)")
      do {
        let outcome = try store.merge(fileBytes: try Files.read(file), now: now)
        accepted += outcome.accepted.count
        known += outcome.alreadyKnown
        refused += outcome.refused.map { (file, $0) }
      } catch {
        guard let failure = Failure(explaining: error) else { throw error }
        unreadable.append(
          Failure(
            failure.kind, id: "\(file): \(failure.phrase.indonesian)",
            en: "\(file): \(failure.phrase.english)"))
      }
    }
    progress.finish()
    print(
      say(
        "\(say(files.count - unreadable.count)) berkas: \(say(accepted)) catatan baru, "
          + "\(say(known)) sudah dikenal, \(say(refused.count)) ditolak",
        "\(say(files.count - unreadable.count)) bundles: \(say(accepted)) new events, "
          + "\(say(known)) known before, \(say(refused.count)) refused"))
    try conclude(refused: refused, unreadable: unreadable)
  }

  /// Names everything that was not merged, and ends with the exit code of the first trouble.
  private func conclude(refused: [(String, RefusedEvent)], unreadable: [Failure]) throws {
    for (file, event) in refused {
      Terminal.printError("\(file): \(event.event.id): " + event.phrase.text(in: language))
    }
    for failure in unreadable.dropFirst() {
      Terminal.printError("hantar: " + failure.phrase.text(in: language))
    }
    if let first = unreadable.first { throw first }
    guard refused.isEmpty else {
      throw Failure(
        .refused,
        id: "\(refused.count) catatan ditolak dan disimpan sebagai konflik; lihat "
          + "`hantar report day`",
        en: "\(refused.count) events were refused and kept as conflicts; see `hantar report day`")
    }
  }
}
