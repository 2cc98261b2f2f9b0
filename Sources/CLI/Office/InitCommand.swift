import ArgumentParser
import Domain
import Foundation
import Geometry
import Intake
import Storage

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: say(
      "Membuat ruang kerja kantor untuk satu kota atau kabupaten.",
      "Makes an office's workspace for one city or regency."),
    discussion: say(
      """
      Contoh:
        hantar init kantor --region 18.71
      Peta sketsa digambar dari tabel di maps/; ganti dengan batas sebenarnya melalui
      hantar import boundaries. Jaga folder keys/ di dalamnya: tanpa itu NIK tak terbaca.
      """,
      """
      Example:
        hantar init office --region 18.71
      A sketch map is drawn from the tables in maps/; replace it by real borders with
      hantar import boundaries. Guard the folder keys/ inside: without it no NIK can be read.
      """))

  @OptionGroup var language: LanguageOption

  @Argument(
    help: ArgumentHelp(say("Folder baru atau kosong.", "A new or empty folder.")),
    completion: .directory)
  var folder: String

  @Option(
    help: ArgumentHelp(
      say("Kode kota atau kabupaten, seperti 18.71.", "Code of the city or regency, like 18.71."),
      valueName: "PP.KK"))
  var region: RegionCode

  @Option(
    help: ArgumentHelp(
      say("Folder tabel peta (bawaan: maps).", "Folder of map tables (default: maps).")),
    completion: .directory)
  var maps: String?

  func validate() throws {
    guard region.level == .regency else {
      throw ValidationError(
        say(
          "--region harus kode kota atau kabupaten, seperti \(region.regency).",
          "--region must be the code of a city or regency, like \(region.regency)."))
    }
  }

  func run() throws {
    let tables = try MapTables(of: region.regency, in: try MapsFolder(given: maps))
    let progress = ProgressLine()
    progress.announce(say("menggambar peta sketsa …", "drawing the sketch map …"))
    let shapes = try SketchMap.draw(seeds: tables.sketchSeeds)
    let desa = Array(zip(tables.gazetteer.desa.map(\.code), shapes))
    let kecamatan = try tables.gazetteer.kecamatan.map { region in
      (region.code, try Shape.union(desa.filter { region.code.contains($0.0) }.map(\.1)))
    }
    let now = try currentInstant()
    let workspace = try Workspace.create(
      at: folder, region: region.regency, gazetteer: tables.gazetteer, zone: tables.zone,
      now: now
    ) { store in
      try store.saveNeighbours(tables.neighbours.map { ($0.first, $0.second) }, now: now)
      try store.saveBoundaries(kecamatan + desa, source: "sketch", isSketch: true, now: now)
      try store.setSailings(
        try sailings(over: LandMasses(union: kecamatan.map(\.1))), now: now)
    }
    progress.finish()
    let regency = tables.gazetteer.regency.fullName
    print(
      say(
        "Ruang kerja \(regency) dibuat di \(workspace.path): "
          + "\(tables.gazetteer.kecamatan.count) kecamatan, \(desa.count) kelurahan/desa, "
          + "peta sketsa",
        "Workspace of \(regency) made in \(workspace.path): "
          + "\(tables.gazetteer.kecamatan.count) kecamatan, \(desa.count) kelurahan/desa, "
          + "sketch map"))
  }
}

extension InitCommand {
  /// The boats of the regency's map, if it has any.
  private func sailings(over land: LandMasses) throws -> [Sailing] {
    let path = try MapsFolder(given: maps).folder(of: region.regency) + "/sailings.csv"
    guard Files.exists(path) else { return [] }
    return try ImportSailings.sailings(in: try Files.read(path), named: path, land: land)
  }
}

extension MapTables {
  /// Reads the tables of one regency.
  init(of regency: RegionCode, in maps: MapsFolder) throws {
    let folder = try maps.folder(of: regency)
    try self.init(
      regency: try Files.read("\(folder)/regency.csv"),
      kecamatan: try Files.read("\(folder)/kecamatan.csv"),
      desa: try Files.read("\(folder)/desa.csv"),
      neighbours: try Files.read("\(folder)/neighbours.csv"))
  }
}
