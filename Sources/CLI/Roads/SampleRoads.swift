import ArgumentParser
import Domain
import Foundation
import Geometry
import Intake
import Storage

struct SampleRoads: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roads",
    abstract: say(
      "Mengarang jaringan jalan, sebagai berkas OpenStreetMap untuk diimpor.",
      "Invents a street network, as an OpenStreetMap file to import."),
    discussion: say(
      """
      Contoh:
        hantar sample roads --seed 1 --out jalan.osm.gz
        hantar import roads jalan.osm.gz
      Jalan-jalannya sketsa untuk latihan, bukan survei. Untuk bekerja, pakai cuplikan
      OpenStreetMap yang sebenarnya; lihat maps/README.md.
      """,
      """
      Example:
        hantar sample roads --seed 1 --out roads.osm.gz
        hantar import roads roads.osm.gz
      The streets are a sketch for drills, not a survey. For work take a real extract of
      OpenStreetMap; see maps/README.md.
      """))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var names: NamesOption

  @Option(help: ArgumentHelp(say("Benih acak.", "Random seed.")))
  var seed: UInt64 = 1

  @Option(
    help: ArgumentHelp(say("Berkas hasil, .osm atau .osm.gz.", "File to write, .osm or .osm.gz.")),
    completion: .file())
  var out: String

  func validate() throws {
    guard [".osm", ".osm.gz"].contains(where: out.hasSuffix) else {
      throw ValidationError(
        say("Nama --out harus berakhir .osm atau .osm.gz.", "--out must end in .osm or .osm.gz."))
    }
  }

  func run() throws {
    let store = try options.openStore()
    let map = try RegionMap(store)
    let tables = try MapTables(
      of: map.gazetteer.regency.code, in: try MapsFolder(given: names.maps))
    let progress = ProgressLine()
    progress.announce(say("menggambar jalan …", "drawing streets …"))
    let roads = try SketchRoads(
      gazetteer: map.gazetteer,
      shapes: Dictionary(
        map.boundaries.filter { $0.region.level == .desa }.map { ($0.region, $0.shape) },
        uniquingKeysWith: { first, _ in first }),
      neighbours: tables.neighbours, names: try names.tables(), piers: try piers(in: store),
      seed: seed)
    var bytes: [UInt8] = []
    roads.write(isCompressed: out.hasSuffix(".gz")) { bytes += $0 }
    try Files.write(bytes, to: out)
    progress.finish()
    print(
      say(
        "Jaringan karangan ditulis ke \(out): \(say(roads.ways.count)) ruas jalan, "
          + "\(say(roads.nodes.count)) titik",
        "Invented network written to \(out): \(counted(roads.ways.count, "way")), "
          + "\(counted(roads.nodes.count, "node"))"))
  }

  /// Where the boats of the office land, so that streets lead there.
  private func piers(in store: Store) throws -> [SketchRoads.Pier] {
    try store.sailings().flatMap { [$0.pier, $0.islandPier] }.map {
      SketchRoads.Pier(name: $0.name, coordinate: $0.coordinate)
    }
  }
}
