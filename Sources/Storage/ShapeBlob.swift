import Foundation
import Geometry

/// A shape as whole 1e-7 degrees in a row of bytes, the least significant byte of each first.
///
/// Layout, all 32-bit: the number of polygons; for each its number of rings; for each ring its
/// number of corners and then latitude and longitude of each corner. The first ring is the outer.
enum ShapeBlob {
  static func encode(_ shape: Shape) -> Data {
    var numbers = [Int32(shape.polygons.count)]
    for polygon in shape.polygons {
      numbers.append(Int32(polygon.holes.count + 1))
      for ring in [polygon.exterior] + polygon.holes {
        numbers.append(Int32(ring.coordinates.count))
        for corner in ring.coordinates { numbers += [corner.latitudeE7, corner.longitudeE7] }
      }
    }
    return Data(
      numbers.flatMap { number in (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) } })
  }

  /// Reads what ``encode(_:)`` wrote; nothing if the bytes are no shape.
  static func decode(_ bytes: Data) -> Shape? {
    guard bytes.count.isMultiple(of: 4) else { return nil }
    var reader = Reader(bytes: Array(bytes))
    guard let shape = reader.shape(), reader.isAtEnd else { return nil }
    return shape
  }

  private struct Reader {
    let bytes: [UInt8]
    var offset = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var isAtEnd: Bool { offset == bytes.count }

    mutating func shape() -> Shape? {
      guard let polygons = list({ $0.polygon() }) else { return nil }
      return try? Shape(polygons: polygons)
    }

    mutating func polygon() -> Polygon? {
      guard let rings = list({ $0.ring() }), let exterior = rings.first else { return nil }
      return Polygon(exterior: exterior, holes: Array(rings.dropFirst()))
    }

    mutating func ring() -> Ring? {
      guard let corners = list({ $0.corner() }) else { return nil }
      return try? Ring(corners)
    }

    mutating func corner() -> Coordinate? {
      guard let latitude = number(), let longitude = number() else { return nil }
      return try? Coordinate(latitudeE7: latitude, longitudeE7: longitude)
    }

    /// A count and then that many items.
    mutating func list<Item>(_ item: (inout Reader) -> Item?) -> [Item]? {
      guard let count = number(), count >= 0, Int(count) <= (bytes.count - offset) / 4 else {
        return nil
      }
      var items: [Item] = []
      for _ in 0..<count {
        guard let next = item(&self) else { return nil }
        items.append(next)
      }
      return items
    }

    mutating func number() -> Int32? {
      guard offset + 4 <= bytes.count else { return nil }
      defer { offset += 4 }
      return (0..<4).reduce(0) { $0 | Int32(bytes[offset + $1]) << ($1 * 8) }
    }
  }
}
