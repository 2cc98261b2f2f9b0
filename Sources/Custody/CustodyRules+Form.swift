import Domain

extension CustodyRules {
  /// Checks what an event says without looking at any card: the first rule broken is thrown.
  static func checkForm(of event: Event) throws(CustodyRefusal) {
    guard !event.cards.isEmpty else { throw .noCards }
    for (card, next) in zip(event.cards, event.cards.dropFirst()) where card >= next {
      throw .cardsOutOfOrder(card, next)
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
    if event.kind.movesCard {
      guard event.giver != event.taker else { throw .sameHolder(event.kind, event.giver) }
    } else {
      guard event.giver == event.taker else {
        throw .cardMayNotMove(event.kind, from: event.giver, to: event.taker)
      }
    }
  }

  private enum Need {
    case required, optional, forbidden
  }

  private static func need(of field: Event.Field, in event: Event) -> Need {
    switch field {
    case .device, .sequence, .actor, .time, .giver, .taker: .required
    case .position: .optional
    case .recipient: event.kind == .delivered ? .required : .forbidden
    case .reason: event.kind == .failed ? .required : .forbidden
    case .document: needOfDocument(in: event.kind)
    case .run: needOfRun(in: event)
    case .proofs: event.kind == .printed || event.kind == .cleared ? .forbidden : .optional
    }
  }

  private static func needOfDocument(in kind: Event.Kind) -> Need {
    switch kind {
    case .handedOver: .required
    case .returned, .held: .optional
    case .printed, .delivered, .failed, .cleared: .forbidden
    }
  }

  /// A courier acts on a run; whole bags between office and organisation may span several.
  private static func needOfRun(in event: Event) -> Need {
    switch (event.kind, event.giver, event.taker) {
    case (.handedOver, _, .courier), (.delivered, .courier, _), (.failed, _, _), (.held, _, _):
      .required
    case (.handedOver, _, _), (.returned, _, _): .optional
    case (.printed, _, _), (.delivered, _, _), (.cleared, _, _): .forbidden
    }
  }

  private static func isPresent(_ field: Event.Field, in event: Event) -> Bool {
    switch field {
    case .device: !event.id.device.isEmpty
    case .actor: !event.actor.isEmpty
    case .sequence, .time, .giver, .taker: true
    case .position: event.position != nil
    case .recipient: event.recipient != nil
    case .reason: event.reason != nil
    case .document: event.document.map { !$0.isEmpty } ?? false
    case .run: event.run != nil
    case .proofs: !event.proofs.isEmpty
    }
  }

  /// Whether a field that is there has a value that survives being written down and read back.
  private static func isValid(_ field: Event.Field, in event: Event) -> Bool {
    switch field {
    case .device: isShortLine(event.id.device)
    case .actor: isShortLine(event.actor)
    case .document: event.document.map(isShortLine) ?? true
    case .sequence: (1...CanonicalValue.exactIntegers.upperBound).contains(Int64(event.id.sequence))
    case .time: CanonicalValue.exactIntegers.contains(event.time.milliseconds)
    case .giver: Holder(code: event.giver.code) == event.giver
    case .taker: Holder(code: event.taker.code) == event.taker
    case .run: event.run.map { RunID($0.description) == $0 } ?? true
    case .proofs: event.proofs.allSatisfy { $0.digest.map { Fingerprint($0) != nil } ?? true }
    case .position, .recipient, .reason: true
    }
  }

  /// At most 120 bytes without control characters, so that it fits a line of a printed document.
  private static func isShortLine(_ text: String) -> Bool {
    text.utf8.count <= 120 && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }
}
