import ArgumentParser
import Domain
import Reports
import Storage

struct RunPrint: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "print",
    abstract: say(
      "Menulis lembar antar siap cetak (HTML, A4).", "Writes run sheets to print (HTML, A4)."),
    discussion: say(
      """
      Contoh:
        hantar run print --date 2017-07-27 --kecamatan Kemiling --out dokumen
        hantar run print --run R-20170727-1-001 --out dokumen
      """,
      """
      Examples:
        hantar run print --date 2017-07-27 --kecamatan Kemiling --out documents
        hantar run print --run R-20170727-1-001 --out documents
      """))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var selection: RunSelection
  @OptionGroup var output: OutputFolder

  @Flag(
    help: ArgumentHelp(
      say(
        "Sertakan petunjuk belokan demi belokan (perlu jalan yang diimpor).",
        "Add directions turn by turn (needs imported roads).")))
  var directions = false

  func run() throws {
    let store = try options.openStore()
    let gazetteer = try store.gazetteer()
    let couriers = try store.couriersByID()
    let runs = try selection.requireRuns(in: store)
    let roads = try WorkspaceRoads(of: options, store)
    let ways = roads.ways
    guard ways != nil || !directions else {
      throw Failure(
        .noInput, id: "belum ada jalan untuk petunjuk; impor dengan `hantar import roads`",
        en: "there are no roads to give directions on; import them with `hantar import roads`")
    }
    let isSketch = try store.boundaries(level: .kecamatan).contains(where: \.isSketch)
    let sheets = try runs.map { run in
      let cards = try store.cards(run.cards, .now(for: .delivery))
      let courier = try couriers.require(run.courier)
      return try RunSheet(
        run: run, courier: courier,
        cards: Dictionary(cards.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }),
        gazetteer: gazetteer, office: store.officeName(gazetteer),
        attribution: mapAttribution(isSketch: isSketch, roads: roads),
        way: ways?.way(of: run, by: courier))
    }
    let name =
      runs.count == 1 ? "run-sheet-\(runs[0].id)" : "run-sheets-\(runs[0].id.plan)"
    let path = "\(output.folder(of: options))/\(name).html"
    try Files.write(RunSheet.html(of: sheets, in: language, showsDirections: directions), to: path)
    print(
      say(
        "\(say(sheets.count)) lembar antar ditulis ke \(path)",
        "\(say(sheets.count)) run sheets written to \(path)"))
  }
}

/// Where documents go.
struct OutputFolder: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      say(
        "Folder hasil (bawaan: outputs di ruang kerja).",
        "Folder for the files (default: outputs in the workspace).")), completion: .directory)
  var out: String?

  func folder(of options: WorkspaceOptions) -> String { out ?? options.path + "/outputs" }
}

/// Whose facts the map rests on.
func mapAttribution(isSketch: Bool, roads: WorkspaceRoads) -> String {
  let boundaries =
    isSketch
    ? say(
      "Peta sketsa dari tabel maps/ (Kemendagri, BIG, KPU); bukan batas resmi",
      "Sketch map from the tables in maps/ (Kemendagri, BIG, KPU); not official borders")
    : say("Batas wilayah: berkas yang diimpor kantor", "Boundaries: as imported by the office")
  return [boundaries, roads.attribution].compactMap(\.self).joined(separator: " · ")
}

extension RunSelection {
  /// The runs chosen, at least one.
  ///
  /// - Throws: ``Failure`` if there is none.
  func requireRuns(in store: Store) throws -> [Run] {
    let runs = try runs(in: store)
    guard !runs.isEmpty else {
      throw Failure(
        .noInput, id: "tidak ada rute yang cocok; lihat `hantar run list`",
        en: "no run matches; see `hantar run list`")
    }
    return runs
  }
}

extension Store {
  func couriersByID() throws -> [CourierID: Courier] {
    Dictionary(try couriers().map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension [CourierID: Courier] {
  /// - Throws: ``StoreRefusal/unknownCourier(_:)`` if there is none of that badge.
  func require(_ id: CourierID) throws -> Courier {
    guard let courier = self[id] else { throw StoreRefusal.unknownCourier(id) }
    return courier
  }
}
