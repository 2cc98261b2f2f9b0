import ArgumentParser
import Custody
import Domain
import Reports
import Storage

struct RunExport: ParsableCommand {
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case bundle, geojson, gpx
  }

  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: say(
      "Menulis rute untuk kantong petugas, program peta atau navigator.",
      "Writes runs for the couriers' pockets, map programs or navigators."),
    discussion: say(
      """
      Contoh:
        hantar run export --date 2017-07-27 --format bundle --out paket
        hantar run export --run R-20170727-1-001 --format gpx
      bundle: satu berkas tiap perangkat petugas, tersegel untuknya, setelah serah terima
      ditandatangani. geojson dan gpx
      tanpa nama siapa pun, tetapi titiknya adalah rumah: rahasiakan.
      """,
      """
      Examples:
        hantar run export --date 2017-07-27 --format bundle --out bundles
        hantar run export --run R-20170727-1-001 --format gpx
      bundle: one file for each device of the courier, sealed to it, once the handover is signed. geojson and gpx name nobody, but
      their points are homes: keep them confidential.
      """))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var selection: RunSelection
  @OptionGroup var output: OutputFolder

  @Option(help: ArgumentHelp("bundle, geojson, gpx."))
  var format: Format = .bundle

  func run() throws {
    let store = try options.openStore()
    let runs = try selection.requireRuns(in: store)
    let folder = output.folder(of: options)
    let count =
      switch format {
      case .bundle: try writeBundles(of: runs, from: store, to: folder)
      case .geojson: try writeGeoJSON(of: runs, from: store, to: folder)
      case .gpx: try writeGPX(of: runs, from: store, to: folder)
      }
    print(
      say(
        "\(say(count)) berkas ditulis ke \(folder)",
        "\(counted(count, "file")) written to \(folder)"))
  }

  private func writeBundles(of runs: [Run], from store: Store, to folder: String) throws -> Int {
    let access = try Access.now(for: .delivery)
    var count = 0
    for run in runs {
      let files = try store.runBundleFiles(run.id, access)
      for file in files {
        let name = files.count == 1 ? "\(run.id)" : "\(run.id)-\(file.device.code)"
        try Files.write(file.bytes, to: "\(folder)/\(name).run", isPersonal: true)
      }
      count += files.count
    }
    return count
  }

  private func writeGeoJSON(of runs: [Run], from store: Store, to folder: String) throws -> Int {
    let name = runs.count == 1 ? "\(runs[0].id)" : "runs-\(runs[0].id.plan)"
    try Files.write(
      GeoJSON.text(of: try routes(of: runs, in: store), in: language),
      to: "\(folder)/\(name).geojson")
    return 1
  }

  private func writeGPX(of runs: [Run], from store: Store, to folder: String) throws -> Int {
    for route in try routes(of: runs, in: store) {
      try Files.write(
        GPX.text(of: [route], in: language), to: "\(folder)/gpx/\(route.run.id).gpx")
    }
    return runs.count
  }

  private func routes(of runs: [Run], in store: Store) throws -> [RouteExport] {
    let gazetteer = try store.gazetteer()
    let couriers = try store.couriersByID()
    let ways = try WorkspaceRoads(of: options, store).ways
    return try runs.map { run in
      let courier = try couriers.require(run.courier)
      return RouteExport(
        run: run, base: courier.base, gazetteer: gazetteer, way: ways?.way(of: run, by: courier))
    }
  }
}
