import Domain

extension CustodyRules {
  /// Checks that the kind of event may go from this giver to this taker, and from where each card
  /// stands.
  static func checkWay(of event: Event, cards: [CardCustody]) throws(CustodyRefusal) {
    guard allows(event.kind, from: event.giver, to: event.taker) else {
      throw .wayNotAllowed(event.kind, from: event.giver, to: event.taker)
    }
    for state in cards {
      if let refusal = refusal(of: event, for: state) { throw refusal }
    }
  }

  private static func allows(_ kind: Event.Kind, from giver: Holder, to taker: Holder) -> Bool {
    switch (kind, giver, taker) {
    case (.printed, .printer, .office),
      (.packed, .office, .office), (.cleared, .office, .office),
      (.handedOver, .office, .organisation), (.handedOver, .office, .courier),
      (.handedOver, .office, .villageOffice), (.handedOver, .organisation, .courier),
      (.scannedOut, .courier, .courier),
      (.delivered, .courier, .resident), (.delivered, .organisation, .resident),
      (.delivered, .villageOffice, .resident), (.delivered, .office, .resident),
      (.failed, .courier, .courier), (.failed, .organisation, .organisation),
      (.reattempted, .courier, .courier),
      (.returned, .courier, .office), (.returned, .organisation, .office),
      (.returned, .villageOffice, .office),
      (.held, .courier, .villageOffice), (.held, .organisation, .villageOffice),
      (.withdrawn, .resident, .courier), (.withdrawn, .resident, .office),
      (.destroyed, .office, .destruction),
      (.erased, .resident, .resident), (.erased, .destruction, .destruction),
      (.enrolled, .office, .office), (.revoked, .office, .office):
      true
    case (.held, .organisation, .organisation): giver == taker
    case (.missing, _, _), (.counted, _, _), (.feeReported, _, _): keepsCards(giver)
    case (.found, _, _): keepsCards(giver) && keepsCards(taker)
    case (.corrected, _, _): taker != .printer
    default: false
    }
  }

  /// Whether `holder` is someone on the way from the office to the resident.
  private static func keepsCards(_ holder: Holder) -> Bool {
    switch holder {
    case .office, .organisation, .courier, .villageOffice: true
    case .printer, .resident, .destruction: false
    }
  }

  /// Why `event` cannot happen to a card in this state, if it cannot.
  private static func refusal(of event: Event, for state: CardCustody) -> CustodyRefusal? {
    let card = state.card
    return switch (event.kind, state.status) {
    case (.corrected, _), (.erased, _), (.feeReported, _), (.found, .missing): nil
    case (.found, _): .notMissing(card)
    case (.missing, .missing): .alreadyMissing(card)
    case (_, .missing): .isMissing(card)
    case (.returned, .withdrawn), (.counted, .withdrawn), (.missing, .withdrawn),
      (.destroyed, .withdrawn):
      nil
    case (_, .withdrawn): .oldCard(card, event.kind)
    case (.packed, .needsClerk), (.handedOver, .needsClerk): .waitsForClerk(card, state.lastFailure)
    case (.delivered, .needsClerk) where state.lastFailure?.makesCardUseless == true:
      .waitsForClerk(card, state.lastFailure)
    case (.cleared, .needsClerk): nil
    case (.cleared, _): .nothingToClear(card)
    case (.destroyed, .needsClerk) where state.lastFailure?.allowsRetry == false: nil
    case (.destroyed, _): .notForDestruction(card)
    case (.reattempted, .attemptFailed): nil
    case (.reattempted, _): .nothingToTryAgain(card)
    default: nil
    }
  }
}

extension FailureReason {
  /// Whether the fault lies in the card or its owner, so that nobody may have the card as it is.
  fileprivate var makesCardUseless: Bool {
    switch self {
    case .deceased, .identityMismatch, .wrongData, .damaged: true
    default: false
    }
  }
}
