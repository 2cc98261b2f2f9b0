public import Domain
import Foundation
import Geometry

/// Reads outlines of regions from GeoJSON (RFC 7946): a FeatureCollection of Polygons and
/// MultiPolygons, each with the property `kode` or `code`, and perhaps `nama` or `name`, and `level`.
///
/// Heights are ignored. Whether outlines cross themselves or each other is not looked at here;
/// `CoverageReport` tells.
public enum BoundaryImport {
  /// The outlines of `file` for the regions of `gazetteer`.
  ///
  /// - Throws: ``BoundaryError`` for the first thing that is wrong.
  public static func read(
    _ file: [UInt8], gazetteer: Gazetteer
  ) throws(BoundaryError) -> BoundaryFile {
    let features = try features(of: file)
    var numbers: [RegionCode: Int] = [:]
    var boundaries: [Boundary] = []
    for (index, feature) in features.enumerated() {
      let boundary = try boundary(feature, number: index + 1)
      if let first = numbers.updateValue(index + 1, forKey: boundary.code) {
        throw .feature(
          number: index + 1, name: boundary.code.description, .duplicate(first: first))
      }
      boundaries.append(boundary)
    }
    boundaries.sort { $0.code < $1.code }
    let levels = Set(boundaries.map(\.code.level))
    let regions = [gazetteer.regency] + gazetteer.kecamatan + gazetteer.desa
    return BoundaryFile(
      boundaries: boundaries.filter { gazetteer[$0.code] != nil },
      unknown: boundaries.map(\.code).filter { gazetteer[$0] == nil },
      missing: regions.map(\.code).filter { levels.contains($0.level) && numbers[$0] == nil })
  }

  private static func features(of file: [UInt8]) throws(BoundaryError) -> [Any] {
    guard let json = try? JSONSerialization.jsonObject(with: Data(file)) else { throw .notJSON }
    guard let collection = json as? [String: Any],
      collection["type"] as? String == "FeatureCollection",
      let features = collection["features"] as? [Any]
    else { throw .notFeatureCollection }
    if let system = collection["crs"], !(system is NSNull) { try checkReferenceSystem(system) }
    guard !features.isEmpty else { throw .noFeatures }
    return features
  }

  /// RFC 7946 knows only WGS 84; older files name it, and others must be converted first.
  private static func checkReferenceSystem(_ system: Any) throws(BoundaryError) {
    let properties = (system as? [String: Any])?["properties"] as? [String: Any]
    let name = properties?["name"] as? String ?? "?"
    let upper = name.uppercased()
    guard upper.hasSuffix("CRS84") || upper.hasSuffix(":4326") || upper == "WGS84" else {
      throw .foreignReferenceSystem(shown(name))
    }
  }

  private static func boundary(_ feature: Any, number: Int) throws(BoundaryError) -> Boundary {
    let feature = feature as? [String: Any] ?? [:]
    let properties = Properties(feature["properties"])
    let name = properties.text("nama", "name")
    var label = name
    do throws(FeatureDefect) {
      guard let written = properties.text("kode", "code", "kode_kemendagri") else { throw .noCode }
      guard let code = RegionCode(written) else { throw .badCode(shown(written)) }
      label = code.description
      if let level = properties.text("level"), !code.level.mayBeCalled(level) {
        throw .levelDiffers(shown(level))
      }
      let shape = try shape(feature["geometry"])
      return Boundary(code: code, name: name ?? code.description, shape: shape)
    } catch {
      throw .feature(number: number, name: label.map { shown($0) }, error)
    }
  }

  private static func shape(_ geometry: Any?) throws(FeatureDefect) -> Shape {
    guard let geometry = geometry as? [String: Any] else { throw .noGeometry }
    let polygons: [Any]
    switch geometry["type"] as? String {
    case "Polygon": polygons = [geometry["coordinates"] as Any]
    case "MultiPolygon":
      guard let parts = geometry["coordinates"] as? [Any] else { throw .malformedCoordinates }
      polygons = parts
    case let other: throw .geometryType(shown(other ?? "?"))
    }
    var ringCount = 0
    var parts: [Polygon] = []
    for polygon in polygons {
      guard let lines = polygon as? [Any], !lines.isEmpty else { throw .malformedCoordinates }
      var rings: [Ring] = []
      for line in lines {
        ringCount += 1
        rings.append(try ring(line, number: ringCount))
      }
      parts.append(Polygon(exterior: rings[0], holes: Array(rings.dropFirst())))
    }
    do { return try Shape(polygons: parts) } catch { throw .malformedCoordinates }
  }

  private static func ring(_ line: Any, number: Int) throws(FeatureDefect) -> Ring {
    guard let positions = line as? [Any] else { throw .malformedCoordinates }
    var coordinates: [Coordinate] = []
    coordinates.reserveCapacity(positions.count)
    for position in positions { coordinates.append(try coordinate(position)) }
    do {
      return try Ring(coordinates)
    } catch {
      guard coordinates.count >= 4 else {
        throw .ringTooShort(ring: number, count: coordinates.count)
      }
      throw .ringNotClosed(ring: number)
    }
  }

  private static func coordinate(_ position: Any) throws(FeatureDefect) -> Coordinate {
    guard let numbers = position as? [Any], numbers.count >= 2,
      let longitude = (numbers[0] as? NSNumber)?.doubleValue,
      let latitude = (numbers[1] as? NSNumber)?.doubleValue
    else { throw .malformedCoordinates }
    if let place = try? Coordinate(latitude: latitude, longitude: longitude), place.isInIndonesia {
      return place
    }
    if let swapped = try? Coordinate(latitude: longitude, longitude: latitude),
      swapped.isInIndonesia
    {
      throw .coordinatesSwapped
    }
    guard abs(latitude) <= 90, abs(longitude) <= 180 else { throw .notOnTheGlobe }
    throw .outsideIndonesia
  }
}

/// The properties of a feature, found by name whatever its case.
private struct Properties {
  private var values: [String: Any] = [:]

  init(_ json: Any?) {
    guard let json = json as? [String: Any] else { return }
    // Sorted, so that of two names that differ in case only the same one always wins.
    for key in json.keys.sorted(by: >) { values[key.lowercased()] = json[key] }
  }

  /// The first of the named properties that is text or a whole number.
  func text(_ names: String...) -> String? {
    for name in names {
      if let text = values[name] as? String { return text }
      if let number = values[name] as? NSNumber { return number.stringValue }
    }
    return nil
  }
}

extension RegionCode.Level {
  /// Whether `word` may name this level; words that name none are not held against it.
  fileprivate func mayBeCalled(_ word: String) -> Bool {
    let names: [(RegionCode.Level, [String])] = [
      (.kecamatan, ["kecamatan", "district"]), (.desa, ["desa", "kelurahan", "village"]),
      (.regency, ["kabupaten", "kota", "regency", "city"]),
    ]
    let words = word.lowercased().split { !$0.isLetter }.map(String.init)
    let named = names.filter { $0.1.contains(where: words.contains) }.map(\.0)
    return named.isEmpty || named.contains(self)
  }
}
