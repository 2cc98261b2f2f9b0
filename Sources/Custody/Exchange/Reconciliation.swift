public import Domain

/// What a count made of what was expected, card by card: none is only counted, every one is named.
///
/// Invariant: every list is in order of identifier, each card once; ``expected`` is ``present`` and
/// ``missing`` together.
public struct Reconciliation: Hashable, Sendable {
  /// What the ledger says should be there.
  public let expected: [CardID]
  /// What was counted or scanned.
  public let counted: [CardID]
  /// Expected and there.
  public let present: [CardID]
  /// Expected and not there.
  public let missing: [CardID]
  /// There and not expected.
  public let extra: [CardID]

  /// - Parameter counted: In any order, a card any number of times.
  public init(expected: some Sequence<CardID>, counted: some Sequence<CardID>) {
    let (expected, counted) = (Set(expected), Set(counted))
    self.expected = expected.sorted()
    self.counted = counted.sorted()
    present = expected.intersection(counted).sorted()
    missing = expected.subtracting(counted).sorted()
    extra = counted.subtracting(expected).sorted()
  }

  public var isComplete: Bool { missing.isEmpty && extra.isEmpty }
}
