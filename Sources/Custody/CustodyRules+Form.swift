import Domain

extension CustodyRules {
  /// Checks what an event says without looking at any card: the first rule broken is thrown.
  static func checkForm(of event: Event) throws(CustodyRefusal) {
    guard event.cards.isEmpty == event.kind.concernsDevice || event.kind.mayBeWithoutCards
    else { throw event.cards.isEmpty ? .noCards : .unexpectedField(.cards, event.kind) }
    for list in [event.cards, event.exchanged] {
      for (card, next) in zip(list, list.dropFirst()) where card >= next {
        throw .cardsOutOfOrder(card, next)
      }
    }
    try checkHands(of: event)
    for field in Event.Field.allCases {
      switch (need(of: field, in: event), isPresent(field, in: event)) {
      case (.required, false): throw .missingField(field, event.kind)
      case (.forbidden, true): throw .unexpectedField(field, event.kind)
      default: break
      }
    }
    for field in Event.Field.allCases where !isValid(field, in: event) {
      throw .badField(field)
    }
  }

  private static func checkHands(of event: Event) throws(CustodyRefusal) {
    if !event.kind.movesCard {
      guard event.giver == event.taker else {
        throw .cardMayNotMove(event.kind, from: event.giver, to: event.taker)
      }
    } else if !event.kind.mayStay {
      guard event.giver != event.taker else { throw .sameHolder(event.kind, event.giver) }
    }
  }

  private enum Need {
    case required, optional, forbidden
  }

  private static func need(of field: Event.Field, in event: Event) -> Need {
    let kind = event.kind
    return switch field {
    case .device, .sequence, .actor, .time, .giver, .taker, .policy: .required
    case .cards: kind.concernsDevice ? .forbidden : kind.mayBeWithoutCards ? .optional : .required
    case .clock, .detail: .optional
    case .recipient: kind == .delivered ? .required : .forbidden
    case .reason: kind == .failed ? .required : .forbidden
    case .action: kind == .failed ? .optional : .forbidden
    case .document: needOfDocument(in: kind)
    case .run: needOfRun(in: event)
    case .stop: event.run == nil ? .forbidden : .optional
    case .proofs: kind == .delivered || kind == .failed ? .optional : .forbidden
    case .exchanged: kind == .delivered ? .optional : .forbidden
    case .item: event.giver.isOrganisation || event.taker.isOrganisation ? .optional : .forbidden
    case .fee: kind == .feeReported ? .required : .forbidden
    case .correction: kind == .corrected ? .required : .forbidden
    case .registration: kind.concernsDevice ? .required : .forbidden
    }
  }

  private static func needOfDocument(in kind: Event.Kind) -> Need {
    switch kind {
    case .handedOver, .destroyed: .required
    case .returned, .held, .withdrawn, .counted, .found, .missing, .corrected: .optional
    default: .forbidden
    }
  }

  /// A courier acts on a run; whole bags between office and organisation may span several.
  private static func needOfRun(in event: Event) -> Need {
    switch (event.kind, event.giver, event.taker) {
    case (.handedOver, _, .courier), (.delivered, .courier, _), (.failed, .courier, _),
      (.held, .courier, _), (.packed, _, _), (.scannedOut, _, _), (.reattempted, _, _):
      .required
    case (.handedOver, _, _), (.returned, _, _), (.withdrawn, _, _), (.missing, _, _),
      (.found, _, _), (.counted, _, _), (.corrected, _, _), (.feeReported, _, _):
      .optional
    default: .forbidden
    }
  }

  private static func isPresent(_ field: Event.Field, in event: Event) -> Bool {
    switch field {
    case .device: !event.id.device.isEmpty
    case .actor: !event.actor.isEmpty
    case .sequence, .time, .giver, .taker, .policy: true
    case .cards: !event.cards.isEmpty
    case .clock: event.clock != nil
    case .detail: event.detail != nil
    case .recipient: event.recipient != nil
    case .reason: event.reason != nil
    case .action: event.action != nil
    case .document: event.document.map { !$0.isEmpty } ?? false
    case .run: event.run != nil
    case .stop: event.stop != nil
    case .proofs: !event.proofs.isEmpty
    case .exchanged: !event.exchanged.isEmpty
    case .item: event.item != nil
    case .fee: event.fee != nil
    case .correction: event.correction != nil
    case .registration: event.registration != nil
    }
  }

  /// Whether a field that is there has a value that survives being written down and read back.
  private static func isValid(_ field: Event.Field, in event: Event) -> Bool {
    switch field {
    case .device: DeviceID(event.id.device) != nil
    case .actor: isShortLine(event.actor)
    case .document: event.document.map(isShortLine) ?? true
    case .sequence: isCount(event.id.sequence)
    case .time: isWritable(event.time.milliseconds)
    case .clock: event.clock.map(isWritable) ?? true
    case .giver: isHolder(event.giver)
    case .taker: isHolder(event.taker)
    case .run: event.run.map { RunID($0.description) == $0 } ?? true
    case .proofs: event.proofs.allSatisfy { $0.digest.map { Fingerprint($0) != nil } ?? true }
    case .stop: event.stop.map(isCount) ?? true
    case .policy: isCount(event.policy)
    case .fee: event.fee.map(isCount) ?? true
    case .cards: event.cards.allSatisfy { event.kind.takes($0) }
    case .exchanged: event.exchanged.allSatisfy { $0.isOld && event.cards.contains($0.new) }
    case .item: event.item == nil || event.cards.count == 1
    case .detail, .recipient, .reason, .action, .correction, .registration: true
    }
  }

  private static func isCount(_ number: Int) -> Bool {
    number >= 1 && CanonicalValue.exactIntegers.contains(Int64(number))
  }

  private static func isWritable(_ milliseconds: Int64) -> Bool {
    CanonicalValue.exactIntegers.contains(milliseconds)
  }

  private static func isWritable(_ clock: ClockEvidence) -> Bool {
    isWritable(clock.earliest.milliseconds) && isWritable(clock.latest.milliseconds)
      && isWritable(clock.elapsed ?? 0) && isWritable(clock.satellite?.milliseconds ?? 0)
  }

  private static func isHolder(_ holder: Holder) -> Bool {
    Holder(code: holder.code) == holder && isShortLine(holder.code)
  }

  /// At most 120 bytes without control characters, so that it fits a line of a printed document.
  private static func isShortLine(_ text: String) -> Bool {
    text.utf8.count <= 120 && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }
}

extension Event.Kind {
  /// A count may find nothing, and a correction may concern an event that moved nothing.
  fileprivate var mayBeWithoutCards: Bool {
    self == .counted || self == .corrected || self == .feeReported
  }

  /// Whether the taker may be the giver although cards may move.
  fileprivate var mayStay: Bool { self == .found || self == .corrected || self == .held }

  /// Whether `card` may be among the cards of the event, by whether it is an old card.
  ///
  /// What else an old card may not do is for the rules about states to say, in words that help.
  fileprivate func takes(_ card: CardID) -> Bool {
    switch self {
    case .withdrawn: card.isOld
    case .printed: !card.isOld
    default: true
    }
  }
}

extension Holder {
  fileprivate var isOrganisation: Bool { if case .organisation = self { true } else { false } }
}
