/// The box of a map, in whole 1e-7 degrees; edges belong to it.
public struct OSMBounds: Hashable, Sendable {
  public let southE7: Int32
  public let westE7: Int32
  public let northE7: Int32
  public let eastE7: Int32

  public init(southE7: Int32, westE7: Int32, northE7: Int32, eastE7: Int32) {
    self.southE7 = southE7
    self.westE7 = westE7
    self.northE7 = northE7
    self.eastE7 = eastE7
  }
}
