public import Domain

/// The one door: custody of a card changes only through
/// ``outcome(of:given:recordedFor:under:now:)``.
///
/// | kind | giver | taker |
/// | --- | --- | --- |
/// | printed | printer | office |
/// | packed | office | the same |
/// | handed over | office | organisation, courier, village office |
/// | | organisation | courier |
/// | scanned out | courier | the same |
/// | delivered | courier, organisation, village office, office | resident |
/// | failed | courier, organisation | the same |
/// | tried again | courier | the same |
/// | returned | courier, organisation, village office | office |
/// | held | courier, organisation | village office |
/// | | organisation | the same |
/// | cleared | office | the same |
/// | withdrawn (old cards) | resident | courier, office |
/// | missing, counted | whoever has it | the same |
/// | found | whoever should have it | anyone but printer, resident and destruction |
/// | destroyed | office | destruction |
/// | corrected | whoever has it | anyone but the printer |
/// | erased | resident, destruction | the same |
/// | money was asked for | courier, organisation, village office, office | the same |
/// | enrolled, revoked (devices) | office | the same |
///
/// An old card is known by the number of its successor (``Domain/CardID/old``). It enters the ledger
/// when it is withdrawn, alone or in exchange for its successor.
public enum CustodyRules {
  /// Returns what each card of `event` becomes, in the order of the event's cards, and after them
  /// the old cards taken in exchange.
  ///
  /// Checks run in a fixed order, each over all cards before the next: form, the right to record,
  /// cards known, none at the end of its story, the giver has them, the way is allowed, the state of
  /// each card allows it, policy, time. The first failure is thrown. The function changes nothing;
  /// the caller stores all of the new states or none.
  ///
  /// - Parameter states: At least the cards of `event` that the ledger knows, old ones included.
  /// - Parameter courier: For whom the device that recorded the event is enrolled; nothing for the
  ///   office's own device.
  /// - Parameter now: The clock of the office, against which times in the future are found.
  /// - Throws: ``CustodyRefusal``.
  public static func outcome(
    of event: Event, given states: [CardID: CardCustody], recordedFor courier: CourierID? = nil,
    under policy: CustodyPolicy = .standard, now: Instant
  ) throws(CustodyRefusal) -> [CardCustody] {
    try checkForm(of: event)
    try checkRight(toRecord: event, for: courier)
    let known = try knownCards(of: event, in: states)
    try checkHolders(of: event, cards: known)
    try checkWay(of: event, cards: known)
    try checkPolicy(of: event, under: policy)
    try checkTime(of: event, cards: known, under: policy, now: now)
    let time = moment(of: event, under: policy, now: now)
    let changed =
      event.kind.bringsCards
      ? event.cards.map { entering($0, with: event, at: time) }
      : known.map { next($0, after: event, at: time, under: policy) }
    return changed + event.exchanged.map { withdrawn($0, by: event.giver, at: time) }
  }

  /// The state of every card of the event, in its order; none for cards that enter the ledger.
  private static func knownCards(
    of event: Event, in states: [CardID: CardCustody]
  ) throws(CustodyRefusal) -> [CardCustody] {
    for card in event.exchanged where states[card] != nil { throw .alreadyWithdrawn(card) }
    if event.kind.bringsCards {
      for card in event.cards where states[card] != nil {
        throw event.kind == .printed ? .alreadyPrinted(card) : .alreadyWithdrawn(card)
      }
      for card in event.cards where card.isOld && states[card.new] == nil {
        throw .unknownCard(card.new)
      }
      return []
    }
    var known: [CardCustody] = []
    for card in event.cards {
      guard let state = states[card] else { throw .unknownCard(card) }
      known.append(state)
    }
    return known
  }

  private static func checkHolders(
    of event: Event, cards: [CardCustody]
  ) throws(CustodyRefusal) {
    // A demand of money is reported whoever has the card by then.
    guard event.kind != .feeReported else { return }
    if event.kind != .corrected, event.kind != .erased {
      for state in cards where state.status == .delivered {
        throw .alreadyDelivered(state.card, since: state.since)
      }
      for state in cards where state.status == .destroyed {
        throw .alreadyDestroyed(state.card, since: state.since)
      }
    }
    for state in cards where state.holder != event.giver {
      throw .notHolder(state.card, claimed: event.giver, actual: state.holder)
    }
  }

  private static func checkPolicy(
    of event: Event, under policy: CustodyPolicy
  ) throws(CustodyRefusal) {
    guard event.kind == .delivered else { return }
    if let recipient = event.recipient, !policy.allowedRecipients.contains(recipient) {
      throw .recipientNotAllowed(recipient)
    }
    let isProved = event.proofs.contains { $0.kind != .oldCard && $0.kind != .scan }
    guard isProved || !policy.requiresProof || event.provenance == .paper else {
      throw .proofMissing(event.cards)
    }
  }

  private static func entering(
    _ card: CardID, with event: Event, at time: Instant
  ) -> CardCustody {
    if event.kind == .withdrawn { return withdrawn(card, by: event.taker, at: time) }
    return CardCustody(
      card: card, holder: .office, status: .atOffice, attempts: 0, lastFailure: nil, since: time)
  }

  private static func withdrawn(
    _ card: CardID, by holder: Holder, at time: Instant
  ) -> CardCustody {
    CardCustody(
      card: card, holder: holder, status: .withdrawn, attempts: 0, lastFailure: nil, since: time)
  }

  private static func next(
    _ state: CardCustody, after event: Event, at time: Instant, under policy: CustodyPolicy
  ) -> CardCustody {
    guard event.kind != .feeReported else { return state }
    let startsAfresh = event.kind == .cleared
    return CardCustody(
      card: state.card,
      holder: event.kind.movesCard ? event.taker : state.holder,
      status: status(of: state, after: event, under: policy),
      attempts: startsAfresh ? 0 : state.attempts + (event.kind == .failed ? 1 : 0),
      lastFailure: startsAfresh ? nil : event.reason ?? state.lastFailure,
      since: max(state.since, time))
  }

  private static func status(
    of state: CardCustody, after event: Event, under policy: CustodyPolicy
  ) -> CardCustody.Status {
    switch event.kind {
    case .printed, .cleared: .atOffice
    case .handedOver, .returned, .found: resting(state, with: event.taker, under: policy)
    case .corrected:
      // A correction that leaves a card where it is says nothing new of it, unless it was missing.
      event.taker == state.holder && state.status != .missing
        ? state.status : resting(state, with: event.taker, under: policy)
    case .delivered: .delivered
    case .failed: .attemptFailed
    case .reattempted: .outForDelivery
    case .held: .held
    case .missing: .missing
    case .destroyed: .destroyed
    case .withdrawn: .withdrawn
    case .packed, .scannedOut, .counted, .erased, .feeReported, .enrolled, .revoked: state.status
    }
  }

  /// What a card is while `holder` has it and nothing more is known.
  private static func resting(
    _ state: CardCustody, with holder: Holder, under policy: CustodyPolicy
  ) -> CardCustody.Status {
    switch holder {
    case .destruction: .destroyed
    case _ where state.card.isOld: .withdrawn
    case .printer, .office: needsClerk(state, under: policy) ? .needsClerk : .atOffice
    case .organisation: .withOrganisation
    case .courier: .outForDelivery
    case .villageOffice: .held
    case .resident: .delivered
    }
  }

  /// Whether sending a card out again would fail again.
  private static func needsClerk(_ state: CardCustody, under policy: CustodyPolicy) -> Bool {
    if let reason = state.lastFailure, !reason.allowsRetry { return true }
    return state.attempts >= policy.maximumAttempts
  }
}
