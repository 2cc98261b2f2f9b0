import ArgumentParser
import Domain
import Foundation
import Geometry
import Intake
import Storage

/// Where invented people get their names.
struct NamesOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say("Folder tabel peta (bawaan: maps).", "Folder of map tables (default: maps).")),
    completion: .directory)
  var maps: String?

  func tables() throws -> NameTables {
    let folder = try MapsFolder(given: maps).path
    return try NameTables(
      people: try Files.read("\(folder)/names/people.csv"),
      streets: try Files.read("\(folder)/names/streets.csv"))
  }
}

struct SampleCardsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cards",
    abstract: say(
      "Mengarang penduduk dengan kartu tercetak, sebagai berkas CSV untuk diimpor.",
      "Invents residents with printed cards, as a CSV file to import."),
    discussion: say(
      """
      Contoh:
        hantar sample cards --count 15000 --door 5000 --seed 1 --out kartu.csv
        hantar sample cards --per-kecamatan jumlah.csv --seed 1 --out kartu.csv
      Semua orang di dalamnya karangan; benih yang sama memberi berkas yang sama. Bila jalan
      sudah diimpor, mereka tinggal di tepi jalan itu.
      """,
      """
      Examples:
        hantar sample cards --count 15000 --door 5000 --seed 1 --out cards.csv
        hantar sample cards --per-kecamatan counts.csv --seed 1 --out cards.csv
      Everyone in it is invented; the same seed gives the same file. Where roads were imported,
      they live along those.
      """))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var names: NamesOption

  @Option(help: ArgumentHelp(say("Jumlah kartu.", "Number of cards.")))
  var count: Int?

  @Option(
    help: ArgumentHelp(
      say(
        "Berapa di antaranya diantar ke rumah (bawaan: semua).",
        "How many of them go to the door (default: all).")))
  var door: Int?

  @Option(
    help: ArgumentHelp(
      say(
        "CSV berisi kecamatan dan cards: jumlah kartu tiap kecamatan.",
        "CSV with kecamatan and cards: the number of cards in each kecamatan.")),
    completion: .file())
  var perKecamatan: String?

  @Option(help: ArgumentHelp(say("Benih acak.", "Random seed.")))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(
      say("Hari cetak terakhir (bawaan: hari ini).", "Last day of printing (default: today)."),
      valueName: "YYYY-MM-DD"))
  var printedUntil: CalendarDate?

  @Option(help: ArgumentHelp(say("Berkas hasil.", "File to write.")), completion: .file())
  var out: String

  func validate() throws {
    guard (count == nil) != (perKecamatan == nil) else {
      throw ValidationError(
        say(
          "Sebutkan salah satu: --count atau --per-kecamatan.",
          "Give one of the two: --count or --per-kecamatan."))
    }
    if let count, !(1...5_000_000).contains(count) {
      throw ValidationError(
        say("--count harus 1 sampai 5000000.", "--count must be 1 to 5000000."))
    }
    if let door, door < 0 || door > count ?? .max {
      throw ValidationError(
        say("--door harus 0 sampai --count.", "--door must be 0 to --count."))
    }
  }

  func run() throws {
    let store = try options.openStore()
    let map = try RegionMap(store)
    let today = try currentInstant().date(in: store.zone)
    let cards = SampleCards.invent(
      try order(map.gazetteer, printedUntil: printedUntil ?? today), gazetteer: map.gazetteer,
      names: try names.tables(), places: try map.places(),
      streets: try WorkspaceRoads(of: options, store).sampleStreets)
    try Files.write(CardFile.bytes(cards.lazy.map(\.row)), to: out)
    let doors = cards.count { $0.row.channel == .door }
    print(
      say(
        "\(say(cards.count)) kartu karangan ditulis ke \(out), \(say(doors)) di antaranya "
          + "untuk diantar",
        "\(say(cards.count)) invented cards written to \(out), \(say(doors)) of them for the door"))
  }

  private func order(_ gazetteer: Gazetteer, printedUntil: CalendarDate) throws -> SampleOrder {
    guard let perKecamatan else {
      return SampleOrder(
        count: count ?? 0, doorCount: door, printedUntil: printedUntil, seed: seed)
    }
    return SampleOrder(
      kecamatanCounts: try counts(in: perKecamatan, gazetteer), doorCount: door,
      printedUntil: printedUntil, seed: seed)
  }

  private func counts(in path: String, _ gazetteer: Gazetteer) throws -> [RegionCode: Int] {
    try KecamatanCounts.read(try Files.read(path), named: path, gazetteer: gazetteer)
  }
}
