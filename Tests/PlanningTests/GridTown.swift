import Geometry
import OpenStreetMap
import Planning
import RoadNetwork

/// A town of straight streets, as a map of OpenStreetMap would have it.
///
/// Streets run every ``spacing`` metres from south to north and from west to east, metres counted
/// from the middle of the first kecamatan of ``Samples``.
struct GridTown: OSMSource {
  private(set) var nodes: [OSMNode] = []
  private(set) var ways: [OSMWay] = []

  static let spacing = 200

  /// 20 km/h on every street, as couriers of ``Samples`` ride; walks at 4.5 km/h.
  static let profile = """
    name motorcycle
    reference-speed 20
    access-keys access vehicle
    access yes open
    access no closed
    speed residential 20
    snap-limit 500
    """

  /// Adds the streets between two corners.
  mutating func add(from southWest: (Int, Int), to northEast: (Int, Int)) throws {
    let easts = Array(stride(from: southWest.0, through: northEast.0, by: Self.spacing))
    let norths = Array(stride(from: southWest.1, through: northEast.1, by: Self.spacing))
    let first = Int64(nodes.count + 1)
    for north in norths {
      for east in easts {
        let place = try Samples.place(1, east: Double(east), north: Double(north))
        nodes.append(
          OSMNode(
            id: Int64(nodes.count + 1), latitudeE7: place.latitudeE7,
            longitudeE7: place.longitudeE7))
      }
    }
    func node(_ column: Int, _ row: Int) -> Int64 { first + Int64(row * easts.count + column) }
    for row in norths.indices { add(easts.indices.map { node($0, row) }) }
    for column in easts.indices { add(norths.indices.map { node(column, $0) }) }
  }

  private mutating func add(_ nodes: [Int64]) {
    ways.append(
      OSMWay(id: Int64(ways.count + 1), nodes: nodes, tags: ["highway": "residential"]))
  }

  func read(
    _ kinds: OSMKinds, into sink: inout some OSMSink, progress: ((Double) -> Void)?
  ) -> OSMReadReport {
    if kinds.contains(.nodes) { for node in nodes { sink.take(node) } }
    if kinds.contains(.ways) { for way in ways { sink.take(way) } }
    return OSMReadReport()
  }

  func network(_ profile: String = GridTown.profile) throws -> RoadNetwork {
    try RoadImport(RoadProfile(profile)).run(self).network
  }

  /// Streets on the coast around the first kecamatan as far as the pier, and on the island.
  static func coast() throws -> GridTown {
    var town = GridTown()
    try town.add(from: (-1600, -1600), to: (1600, 2800))
    try town.add(from: (-1000, 8600), to: (1000, 11_000))
    return town
  }
}
