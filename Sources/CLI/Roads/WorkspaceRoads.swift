import Domain
import Geometry
import Intake
import Planning
import Reports
import RoadNetwork
import Storage

/// What a workspace knows of its roads: nothing, or a network per kind of vehicle.
struct WorkspaceRoads {
  let networks: [RoadNetwork]
  /// The land of the regency, which tells a mainland from its islands.
  let land: LandMasses

  init(of options: WorkspaceOptions, _ store: Store) throws {
    networks = try RoadFolder(of: options.path).open()
    land = try LandMasses(union: store.boundaries(level: .kecamatan).map(\.shape))
  }

  var isEmpty: Bool { networks.isEmpty }

  /// Whose map the roads are from, as its licence asks; nothing where there are none.
  var attribution: String? {
    guard let main else { return nil }
    return main.isSketch
      ? say("Jalan: sketsa karangan, bukan survei", "Roads: an invented sketch, not a survey")
      : say("Jalan © kontributor OpenStreetMap", "Roads © OpenStreetMap contributors")
  }

  /// How couriers travel: along the roads if there are any, else along straight lines.
  func travel(in gazetteer: Gazetteer) -> any TravelModel {
    guard let main else { return StraightLineTravel(gazetteer) }
    return RoadTravel(main, others: byProfile, land: land)
  }

  /// The network that `profile` drives on.
  func network(for profile: TravelProfile) -> RoadNetwork? { byProfile[profile] ?? main }

  /// The network of most couriers, for vehicles that have none of their own.
  private var main: RoadNetwork? { byProfile[.motorcycle] ?? networks.first }

  private var byProfile: [TravelProfile: RoadNetwork] {
    Dictionary(
      networks.compactMap { network in
        TravelProfile(rawValue: network.profile.name).map { ($0, network) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The ways of runs; nothing where there are no roads.
  var ways: RunWays? { main.map { RunWays($0, others: byProfile, land: land) } }

  /// The named streets along which people live.
  var sampleStreets: [SampleStreet] {
    guard let main else { return [] }
    return (0..<Int32(main.segmentCount)).compactMap { number in
      let segment = main.segment(number)
      guard segment.roadClass.hasHouses else { return nil }
      return SampleStreet(name: segment.name, line: main.coordinates(ofSegment: number))
    }
  }

  /// The roads of the main network as the background of a map.
  func mapRoads() -> [MapRoad] {
    guard let main else { return [] }
    return (0..<Int32(main.segmentCount)).compactMap { number in
      main.segment(number).roadClass.mapRank.map {
        MapRoad(rank: $0, path: main.coordinates(ofSegment: number))
      }
    }
  }
}

extension RoadClass {
  /// How much a road of the class matters on a map; nothing for what is no road on the ground.
  fileprivate var mapRank: MapRoad.Rank? {
    switch self {
    case .motorway, .motorwayLink, .trunk, .trunkLink, .primary, .primaryLink, .secondary,
      .secondaryLink:
      .main
    case .tertiary, .tertiaryLink: .collector
    case .ferry, .pierLink: nil
    default: .local
    }
  }
}

extension RoadClass {
  fileprivate var hasHouses: Bool {
    switch self {
    case .tertiary, .unclassified, .residential, .livingStreet, .alley, .road, .path, .footway,
      .pedestrian:
      true
    default: false
    }
  }
}
