public import Domain

/// What an examination of the whole ledger found, and the states it rebuilt on the way.
public struct LedgerAudit: Hashable, Sendable {
  /// In order of entry, then what concerns the anchor; empty for a sound ledger.
  public let findings: [LedgerFinding]
  /// The state of every card according to the entries that the rules accept.
  public let states: [CardID: CardCustody]
  public let head: ChainHead

  public var isSound: Bool { findings.isEmpty }

  /// Compares what a store says of its cards with what the ledger says, in order of card.
  public func differences(from stored: [CardID: CardCustody]) -> [LedgerFinding] {
    Set(states.keys).union(stored.keys).sorted().compactMap { card in
      switch (states[card], stored[card]) {
      case (let rebuilt?, let stored?):
        rebuilt == stored ? nil : .stateDiffers(rebuilt: rebuilt, stored: stored)
      case (_?, nil): .stateMissing(card)
      case (nil, _): .stateUnexplained(card)
      }
    }
  }
}
