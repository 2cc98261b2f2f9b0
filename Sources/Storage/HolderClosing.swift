public import Custody
public import Domain

/// What one holder had at the end of a day, and how it came about, by what the office had written
/// down until then.
///
/// Invariant: ``closing`` = ``opening`` + ``received`` − ``given``. Old cards count as cards.
public struct HolderClosing: Hashable, Sendable {
  public let holder: Holder
  public let opening: Int
  public let received: Int
  public let given: Int
  public let closing: Int
  /// Of the closing, cards that a count did not find.
  public let missing: Int
  /// What the last count of the day found of what was expected; nothing if nobody counted.
  public let counted: Int?
  /// What that count missed, in order of number; empty if nobody counted.
  public let missed: [CardID]
}
