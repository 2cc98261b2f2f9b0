import Foundation
import Intake
import Testing

/// The tables of a regency in this repository, and its real outlines where they are at hand.
struct RealMap {
  private static let repository = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let outlines = repository.appending(path: "../shared/data/maps/boundaries")

  static let hasOutlines = FileManager.default.fileExists(atPath: outlines.path)

  let tables: MapTables
  let folder: String

  init(_ folder: String) throws {
    self.folder = folder
    tables = try MapTables(
      regency: Self.bytes("maps/\(folder)/regency.csv"),
      kecamatan: Self.bytes("maps/\(folder)/kecamatan.csv"),
      desa: Self.bytes("maps/\(folder)/desa.csv"),
      neighbours: Self.bytes("maps/\(folder)/neighbours.csv"))
  }

  static func names() throws -> NameTables {
    try NameTables(people: bytes("maps/names/people.csv"), streets: bytes("maps/names/streets.csv"))
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: repository.appending(path: path)))
  }

  /// The outline file whose name ends in `suffix`, such as `18.71_bandar-lampung_kelurahan`.
  static func outline(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: outlines.appending(path: "\(name).geojson")))
  }
}
