import Geometry
import RoadNetwork
import Testing

/// The network of a drawn map, asked by letters.
struct DrawnRoads {
  let map: DrawnMap
  let network: RoadNetwork
  let report: RoadImportReport

  init(_ map: DrawnMap, profile: String = DrawnRoads.plain) throws {
    self.map = map
    (network, report) = try RoadImport(RoadProfile(profile)).run(map)
  }

  /// 36 km/h, so that a cell of the drawing takes ten seconds.
  static let plain = """
    name plain
    reference-speed 36
    access-keys access vehicle motor_vehicle motorcar
    access yes open
    access private restricted
    access no closed
    oneway-keys oneway oneway:motorcar
    restriction-keys restriction restriction:motorcar
    speed residential 36
    speed primary 72
    speed motorway 36
    speed service 18
    """

  func snap(_ letter: Character) throws -> RoadSnap {
    let place = try #require(map.place(letter))
    return try #require(network.snap(place), "no road near \(letter)")
  }

  /// The letters passed on the quickest way; nothing if there is no way.
  func route(_ start: Character, _ end: Character) throws -> String? {
    network.path(from: try snap(start), to: try snap(end)).map {
      map.letters(along: network.coordinates(along: $0))
    }
  }

  /// The time of the quickest way in whole seconds.
  func seconds(_ start: Character, _ end: Character) throws -> Int? {
    network.milliseconds(from: try snap(start), to: try snap(end)).map { (Int($0) + 500) / 1000 }
  }
}
