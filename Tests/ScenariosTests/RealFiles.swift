import Domain
import Foundation
import Geometry
import Scenarios
import Simulation

/// The scenario files and maps of the repository.
enum RealFiles {
  static let names = [
    "bandar-lampung-2017", "bekasi-2020", "palembang-2017", "pesawaran-2015", "pesawaran-2018",
  ]

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func bytes(_ path: String) throws -> [UInt8]? {
    let url = root.appending(path: path)
    guard FileManager.default.fileExists(atPath: url.path) else { return nil }
    return [UInt8](try Data(contentsOf: url))
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try bytes(path) ?? [], as: UTF8.self)
  }

  static let library = ScenarioLibrary(files: files) { try bytes("scenarios/" + $0) }

  static let files =
    (try? FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "scenarios").path)) ?? []

  static func scenario(
    _ name: String, variants: [String] = [], settings: [Setting] = []
  ) throws -> Scenario {
    try library.scenario(name, variants: variants, settings: settings, gazetteer: gazetteer)
  }

  /// The gazetteer of a regency, from the tables in `maps/`; each is read once.
  static func gazetteer(_ regency: RegionCode) throws -> Gazetteer {
    guard let gazetteer = gazetteers[regency] else { throw UnknownRegency() }
    return gazetteer
  }

  struct UnknownRegency: Error {}

  private static let gazetteers: [RegionCode: Gazetteer] = {
    let folders = [
      "16.71_kota-palembang", "18.09_kabupaten-pesawaran", "18.71_kota-bandar-lampung",
      "32.16_kabupaten-bekasi",
    ]
    let read = folders.compactMap { try? gazetteer(folder: "maps/" + $0) }
    return Dictionary(uniqueKeysWithValues: read.map { ($0.regency.code, $0) })
  }()

  private static func gazetteer(folder: String) throws -> Gazetteer {
    let kecamatan = try regions(folder + "/kecamatan.csv")
    let regency = try rows(folder + "/regency.csv")[0]
    let inside = kecamatan[0].pointInside
    let whole = Region(
      code: RegionCode(regency["code"] ?? "") ?? kecamatan[0].code.regency,
      name: regency["name"] ?? "", kind: .kabupaten,
      areaSquareKilometres: Double(regency["area_km2"] ?? "") ?? 0,
      population: Int(regency["population"] ?? "") ?? 0, pointInside: inside)
    return try Gazetteer([whole] + kecamatan + regions(folder + "/desa.csv"))
  }

  private static func regions(_ path: String) throws -> [Region] {
    try rows(path).compactMap { row in
      guard let code = RegionCode(row["code"] ?? "") else { return nil }
      return Region(
        code: code, name: row["name"] ?? "",
        aliases: (row["aliases"] ?? "").split(separator: "|").map(String.init),
        kind: Region.Kind(rawValue: row["kind"] ?? "") ?? .desa,
        areaSquareKilometres: Double(row["area_km2"] ?? "") ?? 1,
        population: Int(row["population"] ?? "") ?? 0,
        pointInside: try Coordinate(
          latitude: Double(row["latitude"] ?? "") ?? 0,
          longitude: Double(row["longitude"] ?? "") ?? 0))
    }
  }

  /// Rows by the names of the header; quoted cells may hold commas.
  private static func rows(_ path: String) throws -> [[String: String]] {
    let lines = try text(path).split(whereSeparator: \.isNewline).map(cells)
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map { Dictionary(zip(header, $0)) { first, _ in first } }
  }

  private static func cells(_ line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
