public import Geometry

/// A regency, kecamatan, kelurahan or desa as the tables of `maps/` know it.
public struct Region: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    case kota, kabupaten, kecamatan, kelurahan, desa
  }

  public let code: RegionCode
  public let name: String
  /// Other spellings in use, such as `Ilir Timur III` for Ilir Timur Tiga.
  public let aliases: [String]
  public let kind: Kind
  public let areaSquareKilometres: Double
  public let population: Int
  public let postcode: String?
  /// A place certainly inside the region; its centroid need not be.
  public let pointInside: Coordinate

  public init(
    code: RegionCode, name: String, aliases: [String] = [], kind: Kind,
    areaSquareKilometres: Double, population: Int, postcode: String? = nil, pointInside: Coordinate
  ) {
    self.code = code
    self.name = name
    self.aliases = aliases
    self.kind = kind
    self.areaSquareKilometres = areaSquareKilometres
    self.population = population
    self.postcode = postcode
    self.pointInside = pointInside
  }
}
