/// What a line on the sketch is, the greatest first.
enum RoadKind: UInt8, CaseIterable, Comparable {
  case motorway, motorwayLink, primary, secondary, tertiary, unclassified, residential
  case alley, footway, track, pier, river

  /// Whether another street may end on it or cross it at one level.
  var isJoinable: Bool {
    switch self {
    case .motorway, .motorwayLink, .pier, .river: false
    default: true
    }
  }

  /// Whether wheels or feet go along it.
  var isRoad: Bool { self != .river }

  /// The value of `highway`, or of whatever key the line has instead.
  var word: String {
    switch self {
    case .motorway: "motorway"
    case .motorwayLink: "motorway_link"
    case .primary: "primary"
    case .secondary: "secondary"
    case .tertiary: "tertiary"
    case .unclassified: "unclassified"
    case .residential: "residential"
    case .alley: "path"
    case .footway: "footway"
    case .track: "track"
    case .pier: "footway"
    case .river: "river"
    }
  }

  static func < (left: RoadKind, right: RoadKind) -> Bool { left.rawValue < right.rawValue }
}
