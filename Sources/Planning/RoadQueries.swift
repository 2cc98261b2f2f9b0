import Domain
import Geometry
import RoadNetwork
import Synchronization

/// Questions to one network, from any thread, one at a time.
///
/// Remembers the memory of its searches and where places meet the road.
final class RoadQueries: Sendable {
  let network: RoadNetwork
  private let land: LandMasses?
  private let query: Mutex<RoadQuery>
  private let snaps: Mutex<[Coordinate: RoadSnap?]>

  init(_ network: RoadNetwork, land: LandMasses?) {
    self.network = network
    self.land = land
    query = Mutex(RoadQuery(network))
    snaps = Mutex([:])
  }

  /// Where `place` meets the road; nothing if none is near enough on its own land.
  func snap(_ place: Coordinate) -> RoadSnap? {
    if let known = snaps.withLock({ $0[place] }) { return known }
    let snap = network.snap(place, land: land)
    snaps.withLock { $0[place] = .some(snap) }
    return snap
  }

  func milliseconds(from origin: Coordinate, to destination: Coordinate) -> Int32? {
    guard let departure = snap(origin), let arrival = snap(destination) else { return nil }
    return query.withLock { $0.milliseconds(from: departure, to: arrival) }
  }

  func path(from origin: Coordinate, to destination: Coordinate) -> RoadPath? {
    guard let departure = snap(origin), let arrival = snap(destination) else { return nil }
    return query.withLock { $0.path(from: departure, to: arrival) }
  }
}
