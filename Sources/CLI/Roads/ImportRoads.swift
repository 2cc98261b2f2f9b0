import ArgumentParser
import Domain
import Foundation
import Geometry
import OpenStreetMap
import Reports
import RoadNetwork
import Storage

struct ImportRoads: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roads",
    abstract: say(
      "Memasukkan jalan dan penyeberangan dari OpenStreetMap.",
      "Takes in roads and ferries from OpenStreetMap."),
    discussion: say(
      """
      Contoh:
        hantar import roads lampung.osm.pbf
        hantar import roads jalan.osm.gz --profile motor-kantor.profile
      Membaca .osm.pbf, .osm, .osm.gz dan .osm.bz2, dan menyusun satu jaringan untuk tiap
      profil kendaraan. Sesudah itu rencana mengikuti jalan, bukan garis lurus.
      """,
      """
      Examples:
        hantar import roads lampung.osm.pbf
        hantar import roads roads.osm.gz --profile office-motorcycle.profile
      Reads .osm.pbf, .osm, .osm.gz and .osm.bz2, and builds one network for each vehicle
      profile. From then on plans follow the roads instead of straight lines.
      """))

  @OptionGroup var options: WorkspaceOptions
  @OptionGroup var listing: ListingOptions
  @OptionGroup var profiles: RoadProfiles

  @Argument(
    help: ArgumentHelp(say("Cuplikan OpenStreetMap.", "Extract of OpenStreetMap.")),
    completion: .file())
  var file: String

  func run() throws {
    guard Files.exists(file) else { _ = try Files.read(file); return }
    let store = try options.openStore()
    let source: OSMFile
    do throws(OSMError) {
      source = try OSMFile(path: file)
    } catch {
      throw Failure(.badInput, error.phrase)
    }
    let progress = ProgressLine()
    defer { progress.finish() }
    let imports = try profiles.read().map { profile in
      try Self.network(of: source, for: profile) { step, part in
        progress.show(
          "\(profile.name): \(step.phrase.text(in: language)) \(Int(part * 100)) %")
      }
    }
    try checkPlace(of: imports.map(\.network), try store.gazetteer())
    try RoadFolder(of: options.path).replace(with: imports.map(\.network))
    progress.finish()
    RoadReport(file: file, imports: imports).print(listing)
  }

  private static func network(
    of source: OSMFile, for profile: RoadProfile,
    progress: @escaping (RoadImport.Step, Double) -> Void
  ) throws -> RoadReport.Import {
    do {
      let made = try RoadImport(profile).run(source, progress: progress)
      return RoadReport.Import(network: made.network, report: made.report)
    } catch let error as OSMError {
      throw Failure(.badInput, error.phrase)
    } catch let error as RoadImportError {
      throw Failure.inFile(source.path, error.phrase)
    }
  }

  /// Roads of another place would leave every door without a way.
  private func checkPlace(of networks: [RoadNetwork], _ gazetteer: Gazetteer) throws {
    let isNear = networks.contains { network in
      gazetteer.desa.contains { network.snap($0.pointInside) != nil }
    }
    guard !isNear else { return }
    let regency = gazetteer.regency.fullName
    throw Failure(
      .badInput,
      id: "\(file) tidak punya jalan di dekat satu pun desa \(regency); tidak ada yang berubah, "
        + "periksa daerah cuplikannya",
      en: "\(file) has no road near any desa of \(regency); nothing changed, check the area of "
        + "the extract")
  }
}

extension RoadImport.Step {
  fileprivate var phrase: Phrase {
    switch self {
    case .readingWays: Phrase(id: "membaca jalan", en: "reading ways")
    case .readingNodes: Phrase(id: "membaca simpul", en: "reading nodes")
    case .buildingGraph: Phrase(id: "menyusun jaringan", en: "building the network")
    case .contracting: Phrase(id: "menyiapkan pencarian rute", en: "preparing the route search")
    }
  }
}
