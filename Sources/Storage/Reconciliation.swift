public import Domain

/// What a count made of what was expected: every card is named, none only counted.
///
/// Lists are in order of number, each card once.
public struct Reconciliation: Hashable, Sendable {
  /// What the ledger says should be there.
  public let expected: [CardID]
  /// What was found.
  public let scanned: [CardID]

  public init(expected: some Sequence<CardID>, scanned: some Sequence<CardID>) {
    self.expected = Set(expected).sorted()
    self.scanned = Set(scanned).sorted()
  }

  /// Expected and found.
  public var present: [CardID] {
    let found = Set(scanned)
    return expected.filter(found.contains)
  }

  /// Expected and not found.
  public var missing: [CardID] {
    let found = Set(scanned)
    return expected.filter { !found.contains($0) }
  }

  /// Found and not expected.
  public var extra: [CardID] {
    let wanted = Set(expected)
    return scanned.filter { !wanted.contains($0) }
  }

  public var isComplete: Bool { expected == scanned }
}
