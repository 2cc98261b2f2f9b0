public import Geometry

/// Where a door meets the road: the nearest point of a segment that may be used.
public struct RoadSnap: Hashable, Sendable {
  /// The door.
  public let place: Coordinate
  /// The point of the road nearest to it.
  public let point: Coordinate
  /// The walk between the two, one way.
  public let walk: Metres
  public let walkMilliseconds: Int32
  public let segment: Int32
  /// Nothing where the segment may not be driven in its own direction.
  public let forward: Passage?
  /// Nothing where the segment may not be driven against its own direction.
  public let backward: Passage?

  public init(
    place: Coordinate, point: Coordinate, walk: Metres, walkMilliseconds: Int32, segment: Int32,
    forward: Passage?, backward: Passage?
  ) {
    self.place = place
    self.point = point
    self.walk = walk
    self.walkMilliseconds = walkMilliseconds
    self.segment = segment
    self.forward = forward
    self.backward = backward
  }
}
