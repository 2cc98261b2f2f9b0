public import Domain

/// The one door: custody of a card changes only through ``outcome(of:given:under:now:)``.
///
/// | kind | giver | taker |
/// | --- | --- | --- |
/// | printed | printer | office |
/// | handed over | office | organisation, courier |
/// | | organisation | courier |
/// | delivered | courier, village office, office | resident |
/// | failed | courier | the same courier |
/// | returned | courier, organisation, village office | office |
/// | held | courier | village office |
/// | cleared | office | office |
///
/// A failed attempt and a clearance leave the card where it is, so giver and taker are the same;
/// in every other kind they differ.
public enum CustodyRules {
  /// Returns what each card of `event` becomes, in the order of the event's cards.
  ///
  /// Checks run in a fixed order, each over all cards before the next: form, cards known, none
  /// delivered yet, the giver has them, the way is allowed, policy, time. The first failure is
  /// thrown. The function changes nothing; the caller stores all of the new states or none.
  ///
  /// - Parameter states: At least the cards of `event` that the ledger knows.
  /// - Parameter now: The clock of the office, against which times in the future are found.
  /// - Throws: ``CustodyRefusal``.
  public static func outcome(
    of event: Event, given states: [CardID: CardCustody],
    under policy: CustodyPolicy = .standard, now: Instant
  ) throws(CustodyRefusal) -> [CardCustody] {
    try checkForm(of: event)
    let known = try knownCards(of: event, in: states)
    for state in known where state.status == .delivered {
      throw .alreadyDelivered(state.card, since: state.since)
    }
    for state in known where state.holder != event.giver {
      throw .notHolder(state.card, claimed: event.giver, actual: state.holder)
    }
    try checkWay(of: event, cards: known)
    try checkPolicy(of: event, under: policy)
    try checkTime(of: event, cards: known, under: policy, now: now)
    if event.kind == .printed { return event.cards.map { printed($0, at: event.time) } }
    return known.map { next($0, after: event, under: policy) }
  }

  /// The state of every card of the event, in its order; none for cards just printed.
  private static func knownCards(
    of event: Event, in states: [CardID: CardCustody]
  ) throws(CustodyRefusal) -> [CardCustody] {
    if event.kind == .printed {
      for card in event.cards where states[card] != nil { throw .alreadyPrinted(card) }
      return []
    }
    var known: [CardCustody] = []
    for card in event.cards {
      guard let state = states[card] else { throw .unknownCard(card) }
      known.append(state)
    }
    return known
  }

  private static func checkWay(
    of event: Event, cards: [CardCustody]
  ) throws(CustodyRefusal) {
    guard allows(event.kind, from: event.giver, to: event.taker) else {
      throw .wayNotAllowed(event.kind, from: event.giver, to: event.taker)
    }
    for state in cards {
      switch (event.kind, state.status) {
      case (.handedOver, .needsClerk): throw .waitsForClerk(state.card, state.lastFailure)
      case (.cleared, .atOffice): throw .nothingToClear(state.card)
      default: break
      }
    }
  }

  private static func allows(_ kind: Event.Kind, from giver: Holder, to taker: Holder) -> Bool {
    switch (kind, giver, taker) {
    case (.printed, .printer, .office),
      (.handedOver, .office, .organisation), (.handedOver, .office, .courier),
      (.handedOver, .organisation, .courier),
      (.delivered, .courier, .resident), (.delivered, .villageOffice, .resident),
      (.delivered, .office, .resident),
      (.failed, .courier, .courier),
      (.returned, .courier, .office), (.returned, .organisation, .office),
      (.returned, .villageOffice, .office),
      (.held, .courier, .villageOffice),
      (.cleared, .office, .office):
      true
    default: false
    }
  }

  private static func checkPolicy(
    of event: Event, under policy: CustodyPolicy
  ) throws(CustodyRefusal) {
    guard event.kind == .delivered else { return }
    if let recipient = event.recipient, !policy.allowedRecipients.contains(recipient) {
      throw .recipientNotAllowed(recipient)
    }
    let isProved = event.proofs.contains { $0.kind != .oldCard }
    guard isProved || !policy.requiresProof || event.provenance == .paper else {
      throw .proofMissing(event.cards)
    }
  }

  private static func checkTime(
    of event: Event, cards: [CardCustody], under policy: CustodyPolicy, now: Instant
  ) throws(CustodyRefusal) {
    let milliseconds = event.time.milliseconds
    let tolerance = policy.clockToleranceMilliseconds
    for state in cards where milliseconds + tolerance < state.since.milliseconds {
      throw .beforeLastEvent(state.card, event.time, last: state.since)
    }
    guard milliseconds - tolerance <= now.milliseconds else {
      throw .inTheFuture(event.time, now: now)
    }
  }

  private static func printed(_ card: CardID, at time: Instant) -> CardCustody {
    CardCustody(
      card: card, holder: .office, status: .atOffice, attempts: 0, lastFailure: nil, since: time)
  }

  private static func next(
    _ state: CardCustody, after event: Event, under policy: CustodyPolicy
  ) -> CardCustody {
    let isCleared = event.kind == .cleared
    return CardCustody(
      card: state.card,
      holder: event.taker,
      status: status(of: state, after: event, under: policy),
      attempts: isCleared ? 0 : state.attempts + (event.kind == .failed ? 1 : 0),
      lastFailure: isCleared ? nil : event.reason ?? state.lastFailure,
      since: event.time)
  }

  private static func status(
    of state: CardCustody, after event: Event, under policy: CustodyPolicy
  ) -> CardCustody.Status {
    switch event.kind {
    case .printed, .cleared: .atOffice
    case .handedOver:
      if case .organisation = event.taker { .withOrganisation } else { .outForDelivery }
    case .delivered: .delivered
    case .failed: .attemptFailed
    case .returned: needsClerk(state, under: policy) ? .needsClerk : .atOffice
    case .held: .held
    }
  }

  /// Whether sending a card out again would fail again.
  private static func needsClerk(_ state: CardCustody, under policy: CustodyPolicy) -> Bool {
    if let reason = state.lastFailure, !reason.allowsRetry { return true }
    return state.attempts >= policy.maximumAttempts
  }
}
