public import Domain

/// What an examination of the whole log found, and what it rebuilt on the way.
public struct LedgerAudit: Hashable, Sendable {
  /// In order of entry, then what concerns nodes and checkpoints; empty for a sound log.
  public let findings: [LedgerFinding]
  /// The state of every card according to the accepted entries.
  public let states: [CardID: CardCustody]
  /// Every enrolled device.
  public let devices: [DeviceID: DeviceStanding]
  /// The end of the office's own chain.
  public let officeHead: ChainHead
  /// The number of entries.
  public let size: Int
  /// The root of the tree over the entries as they are.
  public let root: Fingerprint

  public var isSound: Bool { findings.isEmpty }

  /// Compares what a store says of its cards with what the log says, in order of card.
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
