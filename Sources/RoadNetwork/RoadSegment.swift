/// What a segment is besides its class.
///
/// Raw values are written to files: never renumber them.
public struct SegmentFlags: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  public static let ferry = SegmentFlags(rawValue: 1)
  public static let bridge = SegmentFlags(rawValue: 2)
  public static let tunnel = SegmentFlags(rawValue: 4)
  public static let roundabout = SegmentFlags(rawValue: 8)
  /// Private, for residents or customers only: used at a cost, see ``RoadProfile``.
  public static let restricted = SegmentFlags(rawValue: 16)
  /// A walk between the end of a ferry and the nearest road.
  public static let pierLink = SegmentFlags(rawValue: 32)
  public static let toll = SegmentFlags(rawValue: 64)
  /// Invented, not surveyed: the way is tagged `source=sketch`.
  public static let sketch = SegmentFlags(rawValue: 128)
}

/// A piece of road between two junctions.
public struct RoadSegment: Hashable, Sendable {
  /// The street's name, else its number; empty where it has neither.
  public let name: String
  public let roadClass: RoadClass
  public let flags: SegmentFlags
  public let decimetres: Int32
}
