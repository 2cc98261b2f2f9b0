/// What takes the things of a file one at a time, in file order.
public protocol OSMSink {
  mutating func take(_ node: OSMNode)
  mutating func take(_ way: OSMWay)
  mutating func take(_ relation: OSMRelation)
}

/// The kinds of things one reading of a file delivers.
public struct OSMKinds: OptionSet, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public static let nodes = OSMKinds(rawValue: 1)
  public static let ways = OSMKinds(rawValue: 2)
  public static let relations = OSMKinds(rawValue: 4)
}
