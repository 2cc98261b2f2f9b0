/// An area on the ground, in square metres.
public struct SquareMetres: Hashable, Comparable, Sendable {
  public let value: Double

  public init(_ value: Double) { self.value = value }

  public static func < (left: SquareMetres, right: SquareMetres) -> Bool {
    left.value < right.value
  }
}
