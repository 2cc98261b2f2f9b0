/// A load in one or several dimensions: cards, kilograms, litres.
///
/// All amounts of a problem have the same number of dimensions, at least one.
public struct Amount: Hashable, Sendable {
  // Most loads have one dimension; a million of them need no array each.
  private let first: Int32
  private let others: [Int32]

  /// A load of one dimension.
  public init(_ value: Int32) {
    first = value
    others = []
  }

  /// A load of one dimension per value; no values are one dimension with nothing in it.
  public init(_ values: [Int32]) {
    first = values.first ?? 0
    others = Array(values.dropFirst())
  }

  /// One value per dimension.
  public var values: [Int32] { [first] + others }

  /// The number of dimensions.
  public var count: Int { others.count + 1 }

  /// The load in one dimension.
  ///
  /// - Precondition: `dimension` is in `0..<count`.
  public subscript(dimension: Int) -> Int32 {
    dimension == 0 ? first : others[dimension - 1]
  }
}

extension Amount: ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral {
  public init(integerLiteral value: Int32) { self.init(value) }
  public init(arrayLiteral values: Int32...) { self.init(values) }
}
