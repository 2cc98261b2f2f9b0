import Geometry
import RoadNetwork
import Testing

@Suite struct RoadSnapTests {
  @Test func aOneWayStreetHasOnePassage() throws {
    let door = try Coordinate(latitude: -5.4, longitude: 105.2)
    let snap = RoadSnap(
      place: door, point: door, walk: Metres(0), walkMilliseconds: 0, segment: 3,
      forward: Passage(
        millisecondsBefore: 1, decimetresBefore: 2, millisecondsAfter: 3, decimetresAfter: 4),
      backward: nil)
    #expect(snap.backward == nil)
  }
}
