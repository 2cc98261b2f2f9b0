import Foundation
import Geometry

/// Real village boundaries kept beside the repository, not in it; tests that need them are skipped
/// where they are absent.
enum RealBoundaries {
  static let regencies = [
    "18.71_bandar-lampung", "18.09_pesawaran", "16.71_palembang", "32.16_kab-bekasi",
  ]

  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../../shared/data/maps/boundaries")
    .standardizedFileURL

  static var arePresent: Bool {
    regencies.allSatisfy { FileManager.default.fileExists(atPath: file(of: $0).path()) }
  }

  struct Region {
    let code: String
    let squareKilometres: Double
    let pointInside: Coordinate
    let shape: Shape
  }

  static func regions(of regency: String) throws -> [Region] {
    let collection = try JSONDecoder().decode(
      Collection.self, from: Data(contentsOf: file(of: regency)))
    return try collection.features.map { feature in
      Region(
        code: feature.properties.kode, squareKilometres: feature.properties.luas_km2,
        pointInside: try coordinate(feature.properties.titik_dalam),
        shape: try Shape(polygons: feature.geometry.polygons.map(polygon)))
    }
  }

  private static func file(of regency: String) -> URL {
    folder.appending(path: "\(regency)_kelurahan.geojson")
  }

  private static func polygon(_ rings: [[[Double]]]) throws -> Polygon {
    let rings = try rings.map { try Ring($0.map(coordinate)) }
    return Polygon(exterior: rings[0], holes: Array(rings.dropFirst()))
  }

  private static func coordinate(_ position: [Double]) throws -> Coordinate {
    try Coordinate(latitude: position[1], longitude: position[0])
  }

  private struct Collection: Decodable { let features: [Feature] }

  private struct Feature: Decodable {
    let properties: Properties
    let geometry: Outline
  }

  private struct Properties: Decodable {
    let kode: String
    let luas_km2: Double
    let titik_dalam: [Double]
  }

  private struct Outline: Decodable {
    let polygons: [[[[Double]]]]

    private enum Key: String, CodingKey { case type, coordinates }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: Key.self)
      if try container.decode(String.self, forKey: .type) == "Polygon" {
        polygons = [try container.decode([[[Double]]].self, forKey: .coordinates)]
      } else {
        polygons = try container.decode([[[[Double]]]].self, forKey: .coordinates)
      }
    }
  }
}
