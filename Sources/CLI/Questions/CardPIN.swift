import ArgumentParser
import Custody
import Domain
import Reports
import Storage

struct CardPIN: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pin",
    abstract: say(
      "PIN sekali pakai untuk pemilik kartu, dikirim lewat SMS atau surat.",
      "The one-time PIN for a card's owner, to be sent by SMS or letter."),
    discussion: say(
      """
      Contoh:
        hantar card pin KTP-1871-17-00000001-7
        hantar card pin --run R-20170727-1-001 --out sms.csv
      Petugas menyegel PIN yang disebut penduduk untuk kantor: ia tidak bisa memeriksa atau
      menebaknya. Berkasnya hanya terbaca pemiliknya; hapus setelah terkirim.
      """,
      """
      Examples:
        hantar card pin KTP-1871-17-00000001-7
        hantar card pin --run R-20170727-1-001 --out sms.csv
      The courier seals the PIN that the resident says to the office, and can neither check nor
      guess it. Only the file's owner can read it; delete it once the PINs are sent.
      """))

  @OptionGroup var options: WorkspaceOptions

  @Argument(help: ArgumentHelp(say("Kartu.", "Cards."), valueName: "KTP-…"))
  var cards: [CardID] = []

  @Option(
    name: .customLong("run"),
    help: ArgumentHelp(say("Semua kartu rute ini.", "All cards of this run."), valueName: "R-…"))
  var runID: RunID?

  @Option(
    help: ArgumentHelp(
      say("Tulis tabel kartu, telepon, PIN.", "Write a table of card, telephone, PIN.")),
    completion: .file())
  var out: String?

  func validate() throws {
    guard runID != nil || !cards.isEmpty else {
      throw ValidationError(say("Sebutkan kartu atau --run.", "Name cards or a --run."))
    }
  }

  func run() throws {
    let store = try options.openStore()
    let access = try Access.now(for: .delivery, note: "PIN")
    let chosen = try cards + (runID.map { try store.run($0).cards } ?? [])
    let people = try store.cards(chosen, access)
    let rows = try people.map { card in
      [card.id.description, card.resident.phone ?? "", try store.pin(for: card.id, access)]
    }
    guard let out else {
      for row in rows { print("\(row[0])  \(row[2])") }
      return
    }
    let table = CSVText(
      header: [say("kartu", "card"), say("telepon", "telephone"), "pin"], rows: rows)
    try Files.write(table.text().utf8, to: out, isPersonal: true)
    print(
      say(
        "\(say(rows.count)) PIN ditulis ke \(out)",
        "\(counted(rows.count, "PIN")) written to \(out)"))
  }
}
