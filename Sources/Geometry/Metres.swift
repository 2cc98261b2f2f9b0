/// A distance on the ground, in metres.
public struct Metres: Hashable, Comparable, Sendable {
  public let value: Double

  public init(_ value: Double) { self.value = value }

  public static func < (left: Metres, right: Metres) -> Bool { left.value < right.value }

  public static func + (left: Metres, right: Metres) -> Metres { Metres(left.value + right.value) }

  public static func += (left: inout Metres, right: Metres) { left = left + right }
}
