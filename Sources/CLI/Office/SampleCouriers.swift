import ArgumentParser
import Domain
import Geometry
import Intake
import Storage

struct SampleCouriersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "couriers",
    abstract: say(
      "Mengarang petugas pengantar, sebagai berkas CSV untuk diimpor.",
      "Invents couriers, as a CSV file to import."),
    discussion: say(
      "Contoh:\n  hantar sample couriers --count 50 --organisation \"Satpol PP\" --out petugas.csv",
      "Example:\n  hantar sample couriers --count 50 --organisation \"Satpol PP\" --out couriers.csv"
    ))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var names: NamesOption

  @Option(help: ArgumentHelp(say("Jumlah petugas.", "Number of couriers.")))
  var count: Int

  @Option(help: ArgumentHelp(say("Instansi petugas.", "Their organisation.")))
  var organisation = "Satpol PP"

  @Option(help: ArgumentHelp(say("Benih acak.", "Random seed.")))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp(say("Berkas hasil.", "File to write.")), completion: .file())
  var out: String

  func validate() throws {
    guard (1...10_000).contains(count) else {
      throw ValidationError(say("--count harus 1 sampai 10000.", "--count must be 1 to 10000."))
    }
  }

  func run() throws {
    let store = try options.openStore()
    let gazetteer = try store.gazetteer()
    // Without cards yet, couriers go where the people are.
    let coverage = try store.coverage(.kecamatan)
    let hasCards = coverage.contains { $0.toDoor > 0 }
    let waiting = coverage.map { row in
      (row.region.code, hasCards ? row.toDoor - row.delivered : row.population / 100)
    }
    let couriers = SampleCouriers.invent(
      count, organisation: organisation,
      work: Dictionary(
        waiting.map { ($0.0, max(0, $0.1)) }, uniquingKeysWith: { first, _ in first }),
      islands: try kecamatanWithIslands(in: store), gazetteer: gazetteer,
      names: try names.tables(), seed: seed)
    try Files.write(CourierFile.bytes(couriers), to: out)
    print(
      say(
        "\(say(couriers.count)) petugas karangan ditulis ke \(out)",
        "\(say(couriers.count)) invented couriers written to \(out)"))
  }

  /// The kecamatan that the boats of the office sail to: those nearest to a pier on an island.
  private func kecamatanWithIslands(in store: Store) throws -> Set<RegionCode> {
    let outlines = try store.boundaries(level: .kecamatan)
    return Set(
      try store.sailings().compactMap { sailing in
        outlines.min {
          $0.shape.distance(to: sailing.islandPier.coordinate).value
            < $1.shape.distance(to: sailing.islandPier.coordinate).value
        }?.region
      })
  }
}
