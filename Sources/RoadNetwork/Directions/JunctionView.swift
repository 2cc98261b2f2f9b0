import Geometry
import ShortestPaths

/// What a driver sees of junctions: which roads go on from them, and where these lead.
///
/// A directed segment is a segment's number doubled, plus 1 where it is driven backward.
struct JunctionView {
  /// As far along a road as its direction at a junction is judged by.
  private static let sightMetres = 20.0
  /// A road that turns less than this goes on, and the obvious one turns this much less than others.
  private static let straight = (most: 40.0, lead: 25.0)

  private let roads: RoadGraph

  init(_ roads: RoadGraph) { self.roads = roads }

  /// What is to be done between two directed segments; nothing where the road only bends or is the
  /// obvious one to follow.
  func manoeuvre(from before: Int, to next: Int) -> Manoeuvre? {
    guard next != before ^ 1 else { return .uTurn }
    let arriving = bearingAtEnd(of: before)
    let angle = arriving.turn(to: bearingAtStart(of: next))
    let others = choices(after: before).filter { $0 != next }
    let (road, nextRoad) = (segment(before), segment(next))
    let isNewName = !nextRoad.name.isEmpty && nextRoad.name != road.name
    guard !others.isEmpty else { return isNewName ? .straightOn : nil }

    let angles = others.map { arriving.turn(to: bearingAtStart(of: $0)) }
    let rivals = zip(others, angles).filter { !isLesser($0.0, than: before, next) }
    let isObvious =
      abs(angle) < Self.straight.most
      && rivals.allSatisfy { abs($0.1) > abs(angle) + Self.straight.lead }
    guard isObvious else { return Self.turn(by: angle, among: angles) }
    let leavesName =
      nextRoad.name.isEmpty && !road.name.isEmpty
      && others.contains { segment($0).name == road.name }
    return isNewName || leavesName ? .straightOn : nil
  }

  /// How many roads leave a roundabout at the end of one of its segments.
  func exits(after directed: Int) -> Int {
    choices(after: directed).count { !segment($0).flags.contains(.roundabout) }
  }

  /// Where a directed segment begins.
  func start(of directed: Int) -> Coordinate? { line(of: directed).start }

  /// Where one drives on a directed segment after `decimetres` of it.
  func bearing(on directed: Int, atDecimetres decimetres: Int32) -> Bearing {
    line(of: directed).bearing(atMetres: Double(decimetres) / 10)
  }

  private func bearingAtStart(of directed: Int) -> Bearing {
    line(of: directed).bearing(overFirst: Self.sightMetres)
  }

  private func bearingAtEnd(of directed: Int) -> Bearing {
    let back = line(of: directed ^ 1).bearing(overFirst: Self.sightMetres)
    return Bearing(degrees: back.degrees + 180)
  }

  private func segment(_ directed: Int) -> RoadSegment { roads.segments.segment(directed >> 1) }

  private func line(of directed: Int) -> DrivenLine { DrivenLine(roads.segments, directed) }

  /// The roads on land that may be taken after a directed segment, without turning round.
  private func choices(after directed: Int) -> [Int] {
    var choices: Set<Int> = []
    for place in roads.arcs(of: directed) {
      let node = Int(roads.graph.head[Int(roads.arcsOfSegments[place])])
      for arc in Int(roads.graph.firstArc[node])..<Int(roads.graph.firstArc[node + 1]) {
        choices.insert(Int(roads.arcSegments[arc]))
      }
    }
    return choices.filter { choice in
      choice != directed ^ 1 && segment(choice).flags.isDisjoint(with: [.ferry, .pierLink])
    }.sorted()
  }

  /// Whether nobody who follows a road from one segment to the next would take `other` for it.
  private func isLesser(_ other: Int, than before: Int, _ next: Int) -> Bool {
    let (lesser, road, nextRoad) = (segment(other), segment(before), segment(next))
    return [road, nextRoad].allSatisfy {
      (lesser.roadClass.isLink && !$0.roadClass.isLink)
        || (lesser.roadClass.isMinor && !$0.roadClass.isMinor)
    }
  }

  /// The turn where the road is not obvious.
  private static func turn(by angle: Double, among others: [Double]) -> Manoeuvre {
    switch abs(angle) {
    case 170...: return .uTurn
    case 120...: return angle < 0 ? .sharpLeft : .sharpRight
    case 45...: return angle < 0 ? .left : .right
    case 20...: return angle < 0 ? .slightLeft : .slightRight
    default:
      // Almost straight on, and so is another road: what matters is on which side that one is.
      let nearest = others.min { abs($0 - angle) < abs($1 - angle) }
      return (nearest ?? 0) > angle ? .slightLeft : .slightRight
    }
  }
}

extension RoadClass {
  fileprivate var isLink: Bool {
    switch self {
    case .motorwayLink, .trunkLink, .primaryLink, .secondaryLink, .tertiaryLink: true
    default: false
    }
  }

  /// Whether it is less than a street.
  fileprivate var isMinor: Bool { rawValue >= RoadClass.service.rawValue && self != .road }
}
