import Foundation
import Geometry

/// Asks a million times in which region a place is, and times it against a plain scan.
///
/// Usage: `region-benchmark FILE.geojson ...`. The floor is a loop over bounding boxes and exact ray
/// casting without any index; both must give the same answers.
@main
struct Benchmark {
  static let lookUps = 1_000_000

  static func main() throws {
    print("| boundaries | regions | million look-ups, CPU s | over the plain scan |")
    print("| --- | ---: | ---: | ---: |")
    for path in CommandLine.arguments.dropFirst() {
      let shapes = try shapes(in: path)
      let places = try places(around: shapes)
      let index = try RegionIndex(shapes)
      let (found, seconds) = timed { places.map { index.region(containing: $0) } }
      let sample = places.prefix(lookUps / 10)
      let (scanned, scanSeconds) = timed {
        sample.map { place in shapes.firstIndex { $0.contains(place) } }
      }
      guard Array(found.prefix(scanned.count)) == scanned else {
        throw Disagreement(file: path)
      }
      let name = URL(filePath: path).lastPathComponent
      let ratio = String(format: "%.2f", seconds / (scanSeconds * 10))
      print("| \(name) | \(shapes.count) | \(String(format: "%.2f", seconds)) | × \(ratio) |")
    }
  }

  private struct Disagreement: Error {
    let file: String
  }

  private static func shapes(in path: String) throws -> [Shape] {
    struct File: Decodable {
      struct Feature: Decodable { let geometry: Outline }
      let features: [Feature]
    }
    let data = try Data(contentsOf: URL(filePath: path))
    return try JSONDecoder().decode(File.self, from: data).features.map(\.geometry.shape)
  }

  private static func places(around shapes: [Shape]) throws -> [Coordinate] {
    let boxes = shapes.map(\.boundingBox)
    let south = boxes.map(\.southWest.latitude).min() ?? 0
    let north = boxes.map(\.northEast.latitude).max() ?? 0
    let west = boxes.map(\.southWest.longitude).min() ?? 0
    let east = boxes.map(\.northEast.longitude).max() ?? 0
    var state: UInt64 = 1
    func unit() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) * 0x1p-53
    }
    return try (0..<lookUps).map { _ in
      try Coordinate(
        latitude: south + unit() * (north - south), longitude: west + unit() * (east - west))
    }
  }

  private static func timed<Value>(_ work: () -> Value) -> (Value, Double) {
    let begin = clock()
    let value = work()
    return (value, Double(clock() - begin) / Double(CLOCKS_PER_SEC))
  }
}

/// A GeoJSON Polygon or MultiPolygon.
private struct Outline: Decodable {
  let shape: Shape

  private enum Key: CodingKey { case type, coordinates }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    let isMultiple = try values.decode(String.self, forKey: .type) == "MultiPolygon"
    let polygons =
      isMultiple
      ? try values.decode([[[[Double]]]].self, forKey: .coordinates)
      : [try values.decode([[[Double]]].self, forKey: .coordinates)]
    shape = try Shape(
      polygons: polygons.map { rings in
        let rings = try rings.map { ring in
          try Ring(ring.map { try Coordinate(latitude: $0[1], longitude: $0[0]) })
        }
        return Polygon(exterior: rings[0], holes: Array(rings.dropFirst()))
      })
  }
}
