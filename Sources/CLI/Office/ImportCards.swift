import ArgumentParser
import Custody
import Domain
import Intake
import Storage

struct ImportCards: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cards",
    abstract: say(
      "Memasukkan daftar kartu tercetak (CSV); baris salah dilaporkan, baris benar masuk.",
      "Takes in a list of printed cards (CSV); bad rows are reported, good rows go in."),
    discussion: say(
      """
      Contoh:
        hantar import cards kartu.csv
        hantar import cards kartu.csv --report ditolak.csv --lang id
      Mengimpor berkas yang sama dua kali tidak mengubah apa pun. Kolom: docs/FORMATS.md.
      """,
      """
      Examples:
        hantar import cards cards.csv
        hantar import cards cards.csv --report rejected.csv --lang en
      Importing the same file twice changes nothing. Columns: docs/FORMATS.md.
      """))

  @OptionGroup var options: WorkspaceOptions

  @OptionGroup var input: RowsFile

  @Option(
    help: ArgumentHelp(
      say(
        "Jalur kartu yang tidak menyebutnya: door atau counter.",
        "Channel of rows that name none: door or counter.")))
  var channel: Channel = .door

  func run() throws {
    let bytes = try Files.read(input.file)
    let store = try options.openStore()
    let now = try currentInstant()
    let map = try RegionMap(store)
    let today = now.date(in: store.zone)

    var rows = CardRows(file: input.file, bytes: bytes) { [channel] in
      CardImportContext(
        gazetteer: map.gazetteer, places: try map.places(), today: today, channel: channel)
    }
    defer { rows.stop() }
    let outcome = try store.importCards(sourceDigest: Fingerprint(sha256Of: bytes), now: now) {
      try rows.next()
    }
    rows.progress.finish()
    let rejected = rows.rejections.count + outcome.conflicts.count

    print(
      say(
        "\(input.file): \(say(outcome.inserted)) kartu masuk, "
          + "\(say(outcome.alreadyThere)) sudah ada sebelumnya, "
          + "\(say(rejected)) ditolak",
        "\(input.file): \(say(outcome.inserted)) cards taken in, "
          + "\(say(outcome.alreadyThere)) were there before, "
          + "\(say(rejected)) rejected"))
    try ImportSummary(
      file: input.file, rejections: rows.rejections, warnings: rows.warnings,
      conflicts: outcome.conflicts
    ).conclude(reportPath: input.report)
  }
}
