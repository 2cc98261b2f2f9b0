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
