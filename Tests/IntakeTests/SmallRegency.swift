import Domain
import Geometry
import Intake
import Testing

/// Two kecamatan of square desa, about 1.1 km wide, side by side from west to east:
/// Sukamaju, Sidodadi | Sukamaju, Gunung Sari. A fifth desa, Baru, has no outline.
struct SmallRegency {
  static let today = "2017-07-27"
  static let desa = [
    ("18.71.01.1001", "Sukamaju", 105.25), ("18.71.01.1002", "Sidodadi", 105.26),
    ("18.71.07.1001", "Sukamaju", 105.27), ("18.71.07.1002", "Gunung Sari", 105.28),
  ]

  let gazetteer: Gazetteer
  let context: CardImportContext

  init() throws {
    var regions = [
      try Self.region("18.71", "Bandar Lampung", .kota, at: 105.265),
      try Self.region("18.71.01", "Kedaton", .kecamatan, at: 105.255),
      try Self.region("18.71.07", "Telukbetung Utara", .kecamatan, at: 105.275),
      try Self.region("18.71.01.1009", "Baru", .kelurahan, at: 105.262),
    ]
    for (code, name, west) in Self.desa {
      regions.append(try Self.region(code, name, .kelurahan, at: west + 0.005))
    }
    gazetteer = try Gazetteer(regions)
    context = CardImportContext(
      gazetteer: gazetteer, places: Self.places, today: try #require(CalendarDate(Self.today)))
  }

  /// Outlines told by longitude alone, between 5.40° and 5.39° south.
  static var places: MapPlaces {
    MapPlaces(
      locate: { place in
        guard (-54_000_000...(-53_900_000)).contains(place.latitudeE7) else { return nil }
        return desa.first {
          place.longitude >= $0.2 && place.longitude < $0.2 + 0.01
        }
        .flatMap { RegionCode($0.0) }
      },
      distance: { place, region in
        let parts = desa.filter { RegionCode($0.0).map(region.contains) ?? false }
        let projection = LocalProjection(origin: place)
        return parts.compactMap { part -> Metres? in
          guard
            let nearest = try? Coordinate(
              latitude: min(-5.39, max(-5.40, place.latitude)),
              longitude: min(part.2 + 0.01, max(part.2, place.longitude)))
          else { return nil }
          let point = projection.point(nearest)
          return Metres(point.metres(to: PlanarPoint(eastMetres: 0, northMetres: 0)))
        }
        .min()
      })
  }

  private static func region(
    _ code: String, _ name: String, _ kind: Region.Kind, at longitude: Double
  ) throws -> Region {
    Region(
      code: try #require(RegionCode(code)), name: name, kind: kind, areaSquareKilometres: 1.2,
      population: 10_000, pointInside: try Coordinate(latitude: -5.395, longitude: longitude))
  }
}

/// The text of a file with one header and the given rows, fields quoted where they must be.
func file(_ columns: [String], _ rows: [[String]], delimiter: String = ",") -> [UInt8] {
  let lines = ([columns] + rows).map { fields in
    fields.map { field in
      let needsQuotes = field.contains(delimiter) || field.contains { $0 == "\"" || $0.isNewline }
      return needsQuotes ? "\"\(field.replacing("\"", with: "\"\""))\"" : field
    }
    .joined(separator: delimiter)
  }
  return Array((lines.joined(separator: "\n") + "\n").utf8)
}

extension Array {
  /// The rows that were accepted.
  func rows<Row>() -> [Row] where Element == Reading<Row> {
    compactMap { if case .accepted(let row, _) = $0 { row } else { nil } }
  }

  func rejections<Row>() -> [Rejection] where Element == Reading<Row> {
    compactMap { if case .rejected(let rejection) = $0 { rejection } else { nil } }
  }

  func warnings<Row>() -> [Warning] where Element == Reading<Row> {
    var all: [Warning] = []
    for case .accepted(_, let warnings) in self { all += warnings }
    return all
  }
}
