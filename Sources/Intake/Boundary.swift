public import Domain
public import Geometry

/// The outline of one region.
public struct Boundary: Hashable, Sendable {
  public let code: RegionCode
  public let name: String
  public let shape: Shape

  public init(code: RegionCode, name: String, shape: Shape) {
    self.code = code
    self.name = name
    self.shape = shape
  }
}

/// The outlines a file brings to one regency, and how they compare with its tables.
public struct BoundaryFile: Hashable, Sendable {
  /// Outlines of regions the gazetteer knows, in order of code.
  public let boundaries: [Boundary]
  /// Codes with an outline that the gazetteer does not know, in order; their outlines are left out.
  public let unknown: [RegionCode]
  /// Regions of the gazetteer without an outline, of the levels that the file has, in order.
  public let missing: [RegionCode]
}

extension MapPlaces {
  /// Places as told by `boundaries`: each desa by its outline; a kecamatan by its own or, failing
  /// that, by those of its desa.
  ///
  /// - Throws: ``GeometryError`` if the outline of a desa crosses itself.
  public init(_ boundaries: [Boundary]) throws(GeometryError) {
    let desa = boundaries.filter { $0.code.level == .desa }
    let index = try RegionIndex(desa.map(\.shape))
    var shapes: [RegionCode: [Shape]] = [:]
    for boundary in desa {
      shapes[boundary.code, default: []].append(boundary.shape)
      if let kecamatan = boundary.code.kecamatan {
        shapes[kecamatan, default: []].append(boundary.shape)
      }
    }
    for boundary in boundaries where boundary.code.level != .desa {
      shapes[boundary.code] = [boundary.shape]
    }
    self.init(
      locate: { place in index.region(containing: place).map { desa[$0].code } },
      distance: { [shapes] place, region in
        shapes[region]?.lazy.map { $0.distance(to: place) }.min()
      })
  }
}
