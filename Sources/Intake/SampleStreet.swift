import Domain
public import Geometry

/// A street that invented residents may live along.
public struct SampleStreet: Hashable, Sendable {
  /// As the map has it, such as `Jalan Mawar` or `Gang Mawar II`.
  public let name: String
  public let line: [Coordinate]

  /// - Returns: Nothing for a street without a name, and for a line of fewer than two places.
  public init?(name: String, line: [Coordinate]) {
    guard !name.isEmpty, line.count >= 2 else { return nil }
    self.name = name
    self.line = line
  }

  /// The name as addresses have it: `Jl. Mawar`, `Gg. Mawar II`.
  var postalName: String {
    for (word, short) in [("Jalan ", "Jl. "), ("Gang ", "Gg. ")] where name.hasPrefix(word) {
      return short + name.dropFirst(word.count)
    }
    return name
  }

  /// Streets by the desa that the middle of their line is in, each list in the order given.
  static func byDesa(_ streets: [SampleStreet], _ places: MapPlaces) -> [RegionCode: [SampleStreet]]
  {
    Dictionary(
      grouping: streets.compactMap { street in
        places.locate(street.line[street.line.count / 2]).map { (desa: $0, street: street) }
      },
      by: \.desa
    )
    .mapValues { $0.map(\.street) }
  }
}
