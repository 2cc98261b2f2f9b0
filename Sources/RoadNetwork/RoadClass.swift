/// What kind of road a segment is, after OpenStreetMap's `highway` tag.
///
/// Raw values are written to files: never renumber them.
///
/// Source: <https://wiki.openstreetmap.org/wiki/Key:highway>.
public enum RoadClass: UInt8, CaseIterable, Sendable {
  case motorway = 0
  case motorwayLink = 1
  case trunk = 2
  case trunkLink = 3
  case primary = 4
  case primaryLink = 5
  case secondary = 6
  case secondaryLink = 7
  case tertiary = 8
  case tertiaryLink = 9
  case unclassified = 10
  case residential = 11
  case livingStreet = 12
  case service = 13
  /// `highway=service` with `service=alley`: the gang of a kampung.
  case alley = 14
  case road = 15
  case track = 16
  case pedestrian = 17
  case path = 18
  case footway = 19
  case cycleway = 20
  case bridleway = 21
  case steps = 22
  /// A line of `route=ferry`.
  case ferry = 23
  /// The walk from the end of a ferry to the nearest road, which no map line shows.
  case pierLink = 24

  /// The word for the class in OpenStreetMap and in profiles.
  public var word: String {
    switch self {
    case .motorway: "motorway"
    case .motorwayLink: "motorway_link"
    case .trunk: "trunk"
    case .trunkLink: "trunk_link"
    case .primary: "primary"
    case .primaryLink: "primary_link"
    case .secondary: "secondary"
    case .secondaryLink: "secondary_link"
    case .tertiary: "tertiary"
    case .tertiaryLink: "tertiary_link"
    case .unclassified: "unclassified"
    case .residential: "residential"
    case .livingStreet: "living_street"
    case .service: "service"
    case .alley: "alley"
    case .road: "road"
    case .track: "track"
    case .pedestrian: "pedestrian"
    case .path: "path"
    case .footway: "footway"
    case .cycleway: "cycleway"
    case .bridleway: "bridleway"
    case .steps: "steps"
    case .ferry: "ferry"
    case .pierLink: "pier_link"
    }
  }

  /// The classes that are roads on the ground and may have a speed in a profile.
  static let onLand = allCases.filter { $0 != .ferry && $0 != .pierLink }

  /// Whether cars drive on such a road unless a sign says otherwise.
  var isForCars: Bool { rawValue <= RoadClass.road.rawValue }
}
