/// How far along a road segment a place lies in one direction of travel.
public struct Passage: Hashable, Sendable {
  /// From where the segment begins in this direction to the place.
  public let millisecondsBefore: Int32
  public let decimetresBefore: Int32
  /// From the place to where the segment ends in this direction.
  public let millisecondsAfter: Int32
  public let decimetresAfter: Int32

  public init(
    millisecondsBefore: Int32, decimetresBefore: Int32, millisecondsAfter: Int32,
    decimetresAfter: Int32
  ) {
    self.millisecondsBefore = millisecondsBefore
    self.decimetresBefore = decimetresBefore
    self.millisecondsAfter = millisecondsAfter
    self.decimetresAfter = decimetresAfter
  }
}
