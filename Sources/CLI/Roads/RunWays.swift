import Domain
import Geometry
import Planning
import Reports
import RoadNetwork

/// Finds the ways of runs along the roads of a workspace.
struct RunWays {
  private let main: RoadNetwork
  private let others: [TravelProfile: RoadNetwork]
  private let land: LandMasses

  /// - Parameters:
  ///   - main: For vehicles without a network of their own in `others`.
  ///   - land: Keeps doors from being reached across water.
  init(_ main: RoadNetwork, others: [TravelProfile: RoadNetwork], land: LandMasses) {
    self.main = main
    self.others = others
    self.land = land
  }

  func way(of run: Run, by courier: Courier) -> RunWay {
    let network = others[courier.vehicle.profile] ?? main
    var query = RoadQuery(network)
    let places = run.stops.map(\.location.coordinate) + [courier.base]
    var last = courier.base
    return RunWay(
      legs: places.enumerated().map { index, place in
        var parts = LegParts()
        for crossing in run.crossings where crossing.beforeStop == index + 1 {
          parts.drive(from: last, to: crossing.from.coordinate, &query, network, land)
          parts.sail(to: crossing.to.coordinate)
          last = crossing.to.coordinate
        }
        parts.drive(from: last, to: place, &query, network, land)
        last = place
        return parts.leg
      })
  }
}

/// One leg under construction: what is driven and what is sailed.
private struct LegParts {
  private var path: [Coordinate] = []
  private var metres = 0.0
  private var streets: [String] = []
  private var instructions: [RoadInstruction] = []

  var leg: RunWay.Leg {
    RunWay.Leg(
      path: path, distance: Metres(metres), streets: streets, instructions: instructions)
  }

  /// Goes on along the roads, and where there are none straight on.
  mutating func drive(
    from start: Coordinate, to end: Coordinate, _ query: inout RoadQuery, _ network: RoadNetwork,
    _ land: LandMasses
  ) {
    add(start)
    if let departure = network.snap(start, land: land), let arrival = network.snap(end, land: land),
      let found = query.path(from: departure, to: arrival)
    {
      if !found.pieces.isEmpty {
        for place in network.coordinates(along: found) { add(place) }
      }
      metres += found.metres.value
      instructions += network.instructions(along: found)
      for piece in found.pieces {
        let name = network.segment(piece.segment).name
        if !name.isEmpty, streets.last != name { streets.append(name) }
      }
    } else {
      metres += start.distance(to: end).value
    }
    add(end)
  }

  mutating func sail(to pier: Coordinate) { add(pier) }

  private mutating func add(_ place: Coordinate) {
    if path.last != place { path.append(place) }
  }
}
