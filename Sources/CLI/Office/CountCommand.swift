import ArgumentParser
import Custody
import Domain
import Reports
import Storage

struct CountCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "count",
    abstract: say(
      "Mencatat hitungan semua kartu pada satu pemegang; yang kurang dan lebih disebut satu-satu.",
      "Records a count of all cards with one holder; what is missing or extra is named."),
    discussion: say(
      """
      Contoh:
        hantar count office --scanned brankas.txt --by "Rina Wati"
        hantar count village:18.71.01.1003 --scanned - --by "Rina Wati"
      Kode keluar 1 bila ada yang kurang atau lebih; hitungannya tetap tercatat.
      """,
      """
      Examples:
        hantar count office --scanned safe.txt --by "Rina Wati"
        hantar count village:18.71.01.1003 --scanned - --by "Rina Wati"
      Exit code 1 if anything is missing or extra; the count is recorded all the same.
      """))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var officer: OfficerOptions
  @OptionGroup var listing: ListingOptions

  @Argument(
    help: ArgumentHelp(
      say("Pemegangnya.", "The holder."), valueName: "office|courier:…|organisation:…|village:…"))
  var holder: Holder

  @OptionGroup var scan: ScanOption

  func run() throws {
    let store = try options.openStore()
    let count = try store.count(
      holder, found: try scan.cards(), by: try officer.name(), now: try currentInstant())
    try CountScreen(count).print(
      for: holder.phrase(try store.gazetteer()), asJSON: listing.json)
  }
}

/// The list of cards that someone scanned.
struct ScanOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "Kartu yang dipindai, satu per baris; - untuk pemindai.",
        "The cards scanned, one to a line; - for a scanner."),
      valueName: say("berkas", "file")), completion: .file())
  var scanned: String

  func cards() throws -> [CardID] { try ScanFile.cards(in: scanned) }
}

/// What a count made of what was expected, as a person reads it.
struct CountScreen {
  let count: Reconciliation

  init(_ count: Reconciliation) { self.count = count }

  var json: JSONText {
    func list(_ cards: [CardID]) -> JSONText { .array(cards.map { .describing($0) }) }
    return [
      "expected": .integer(count.expected.count), "counted": .integer(count.counted.count),
      "missing": list(count.missing), "extra": list(count.extra),
    ]
  }

  /// - Throws: ``Failure`` if anything is missing or extra, after all of it was named.
  func print(for holder: Phrase, asJSON: Bool = false) throws {
    if asJSON {
      Swift.print(json.text(indented: true))
    } else {
      Swift.print(
        say(
          "\(holder.indonesian): seharusnya \(say(count.expected.count)), dihitung "
            + "\(say(count.counted.count)), kurang \(say(count.missing.count)), lebih "
            + "\(say(count.extra.count))",
          "\(holder.english): expected \(say(count.expected.count)), counted "
            + "\(say(count.counted.count)), missing \(say(count.missing.count)), extra "
            + "\(say(count.extra.count))"))
      for card in count.missing { Swift.print(say("kurang  ", "missing  ") + card.description) }
      for card in count.extra { Swift.print(say("lebih   ", "extra    ") + card.description) }
    }
    guard count.isComplete else {
      throw Failure(
        .refused,
        id: "hitungan tidak cocok; cari kartunya hari ini juga, lalu hitung lagi",
        en: "the count does not agree; look for the cards today, then count again")
    }
  }
}
