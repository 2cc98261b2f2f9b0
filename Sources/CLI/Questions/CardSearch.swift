import ArgumentParser
import Custody
import Domain
import Reports
import Storage

struct CardSearch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: say(
      "Mencari kartu menurut nama, tanggal lahir, NIK, kecamatan atau keadaan.",
      "Finds cards by name, date of birth, NIK, kecamatan or state."),
    discussion: say(
      """
      Contoh:
        hantar card search siti --born 1990-08-17
        hantar card search --nik -          (NIK diketik, tidak terlihat di daftar proses)
        hantar card search --kecamatan Kemiling --status needs-clerk
      """,
      """
      Examples:
        hantar card search siti --born 1990-08-17
        hantar card search --nik -          (the NIK is typed, unseen by lists of processes)
        hantar card search --kecamatan Kemiling --status needs-clerk
      """))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var listing: ListingOptions

  @Argument(help: ArgumentHelp(say("Bagian nama.", "Part of the name.")))
  var name: String?

  @Option(
    help: ArgumentHelp(say("Tanggal lahir.", "Date of birth."), valueName: "YYYY-MM-DD"))
  var born: CalendarDate?

  @Option(
    help: ArgumentHelp(
      say("NIK lengkap, atau - untuk mengetiknya.", "The whole NIK, or - to type it.")))
  var nik: String?

  @Option(help: ArgumentHelp(say("Kecamatan (kode atau nama).", "Kecamatan (code or name).")))
  var kecamatan: String?

  @Option(
    help: ArgumentHelp(
      say("Keadaan kartu.", "State of the card: ")
        + CardCustody.Status.allCases.map(\.rawValue).joined(separator: ", ")))
  var status: CardCustody.Status?

  @Option(help: ArgumentHelp(say("Paling banyak sekian kartu.", "At most so many cards.")))
  var limit = 20

  func validate() throws {
    if name == nil, born == nil, nik == nil, kecamatan == nil, status == nil {
      throw ValidationError(
        say(
          "Sebutkan yang dicari: nama, --born, --nik, --kecamatan atau --status.",
          "Say what to look for: a name, --born, --nik, --kecamatan or --status."))
    }
    if let name, !name.contains(where: \.isLetter) {
      throw ValidationError(
        say("\(name) bukan bagian nama; tulis huruf.", "\(name) is no part of a name; use letters.")
      )
    }
    guard (1...100_000).contains(limit) else {
      throw ValidationError(say("--limit harus 1 sampai 100000.", "--limit must be 1 to 100000."))
    }
  }

  func run() throws {
    let store = try options.openStore()
    let gazetteer = try store.gazetteer()
    let found = try store.searchCards(
      name: name, birthDate: born,
      kecamatan: try kecamatan.map { try gazetteer.requireKecamatan($0) }, status: status,
      nik: try nik.map(readNIK), limit: limit + 1, .now(for: .service))
    Listing(
      table: TextTable(
        columns: [
          .identifier(say("Kartu", "Card")), TextTable.Column(say("Nama", "Name")),
          TextTable.Column("NIK"), .identifier(say("Lahir", "Born")),
          TextTable.Column(say("Kelurahan/desa", "Kelurahan/desa")),
          TextTable.Column(say("Keadaan", "State")),
        ],
        rows: found.prefix(limit).map { record in
          [
            record.card.id.description, record.card.resident.name,
            record.card.resident.nik.masked, record.card.resident.birthDate.description,
            gazetteer.name(of: record.card.resident.address.desa),
            record.custody.status.phrase.text(in: language),
          ]
        }),
      items: found.prefix(limit).map { $0.json(gazetteer, zone: store.zone) },
      emptyNote: say("Tidak ada kartu yang cocok.", "No card matches.")
    ).print(listing)
    if found.count > limit, !listing.json {
      print(
        say(
          "… masih ada lagi; persempit pencarian atau naikkan --limit",
          "… there are more; narrow the search or raise --limit"))
    }
  }

  private func readNIK(_ text: String) throws -> NIK {
    var text = text
    if text == "-" {
      if Terminal.errorIsTerminal { Terminal.printError("NIK:") }
      text = readLine() ?? ""
    }
    do throws(NIKError) {
      return try NIK(text)
    } catch {
      throw Failure(.badInput, error.phrase)
    }
  }
}

extension CardRecord {
  /// The card as programs read it; the NIK masked.
  func json(_ gazetteer: Gazetteer, zone: TimeZoneOffset) -> JSONText {
    [
      "card": .describing(card.id), "name": .string(card.resident.name),
      "nik": .string(card.resident.nik.masked), "born": .describing(card.resident.birthDate),
      "address": .string(card.resident.address.line),
      "desa": .describing(card.resident.address.desa),
      "desaName": .string(gazetteer.name(of: card.resident.address.desa)),
      "request": .string(card.request.rawValue), "urgency": .string(card.urgency.rawValue),
      "channel": .string(card.channel.rawValue), "status": .string(custody.status.rawValue),
      "holder": .string(custody.holder.code), "attempts": .integer(custody.attempts),
      "lastFailure": .optional(custody.lastFailure) { .string($0.rawValue) },
      "since": .string(custody.since.text(in: zone)),
    ]
  }
}
