public import Domain

/// What the ground does to a straight line.
///
/// Source: assumptions of the domain notes (road factor over the straight line).
public enum Terrain: String, CaseIterable, Sendable, Described {
  case city, rural, hills

  /// How much longer the way is than the straight line, in percent of it.
  public var roadPercent: Int {
    switch self {
    case .city: 135
    case .rural: 150
    case .hills: 180
    }
  }

  public var phrase: Phrase {
    switch self {
    case .city: Phrase(id: "kota", en: "city")
    case .rural: Phrase(id: "perdesaan", en: "rural")
    case .hills: Phrase(id: "perbukitan", en: "hills")
    }
  }

  /// City where at least 1,500 people live on a square kilometre, else rural.
  ///
  /// An assumption that parts the kecamatan of Bandar Lampung (3,000 to 18,000) from those of
  /// Pesawaran (150 to 900); hills must be named by someone who knows them.
  public init(of region: Region) {
    self =
      Double(region.population) >= 1_500 * region.areaSquareKilometres ? .city : .rural
  }
}
