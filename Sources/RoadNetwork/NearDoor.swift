/// One of the doors that are reached first from another.
public struct NearDoor: Hashable, Sendable {
  /// Its place among the doors asked about.
  public let door: Int32
  /// From door to door, both walks included.
  public let milliseconds: Int32
}
