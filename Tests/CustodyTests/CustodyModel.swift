import Custody
import Domain

/// The rules once more, slowly: it keeps nothing but the accepted events and reads everything from
/// them, from the start, whenever it is asked.
struct CustodyModel {
  var accepted: [Event] = []

  /// What happened to one card; a demand of money does nothing to it.
  private func story(_ card: CardID) -> [Event] {
    accepted.filter { event in
      event.kind != .feeReported
        && (event.cards.contains(card) || event.exchanged.contains(card))
    }
  }

  func isKnown(_ card: CardID) -> Bool { !story(card).isEmpty }

  func holder(_ card: CardID) -> Holder? {
    story(card).last.map { $0.exchanged.contains(card) ? $0.giver : $0.taker }
  }

  func isMissing(_ card: CardID) -> Bool { story(card).last?.kind == .missing }

  private func sinceCleared(_ card: CardID) -> ArraySlice<Event> {
    let story = story(card)
    return story[((story.lastIndex { $0.kind == .cleared } ?? -1) + 1)...]
  }

  func attempts(_ card: CardID) -> Int { sinceCleared(card).count { $0.kind == .failed } }

  func lastFailure(_ card: CardID) -> FailureReason? {
    sinceCleared(card).last { $0.kind == .failed }?.reason
  }

  /// Whether the office has a card that another attempt would not help.
  func isStuck(_ card: CardID) -> Bool {
    guard holder(card) == .office, !card.isOld, !isMissing(card) else { return false }
    return attempts(card) >= 2 || lastFailure(card)?.allowsRetry == false
  }

  /// Whether a card is in a courier's bag or an organisation's after a failed attempt.
  func hasFailed(_ card: CardID) -> Bool {
    var hasFailed = false
    var previous: Event.Kind?
    for event in story(card) {
      let staysPut =
        event.kind == .scannedOut || event.kind == .counted
        || (event.kind == .corrected && event.giver == event.taker && previous != .missing)
      if !staysPut { hasFailed = event.kind == .failed }
      previous = event.kind
    }
    return hasFailed
  }

  func isAtEnd(_ card: CardID) -> Bool {
    holder(card) == .destruction || (holder(card) == .resident && !card.isOld)
  }

  private static let ways: Set<String> = [
    "printed printer office", "packed office office", "handed-over office organisation",
    "handed-over office courier", "handed-over office village", "handed-over organisation courier",
    "scanned-out courier courier", "delivered courier resident", "delivered organisation resident",
    "delivered village resident", "delivered office resident", "failed courier courier",
    "failed organisation organisation", "reattempted courier courier", "returned courier office",
    "returned organisation office", "returned village office", "held courier village",
    "held organisation village", "held organisation organisation", "cleared office office",
    "withdrawn resident courier", "withdrawn resident office", "destroyed office destruction",
    "erased resident resident", "erased destruction destruction",
  ]
  private static let keepers: Set<String> = ["office", "organisation", "courier", "village"]
  private static let mayStay: Set<Event.Kind> = [.found, .corrected, .held]
  private static let staying: Set<Event.Kind> = [
    .packed, .scannedOut, .failed, .reattempted, .cleared, .missing, .counted, .erased,
    .feeReported,
  ]

  private func isAWay(_ event: Event) -> Bool {
    let ends = [event.giver, event.taker].map { String($0.code.prefix { $0 != ":" }) }
    let stays = event.giver == event.taker
    if Self.staying.contains(event.kind), !stays { return false }
    if !Self.staying.contains(event.kind), !Self.mayStay.contains(event.kind), stays {
      return false
    }
    switch event.kind {
    case .missing, .counted, .feeReported: return Self.keepers.contains(ends[0])
    case .found: return Self.keepers.isSuperset(of: ends)
    case .corrected: return ends[1] != "printer"
    case .held where ends == ["organisation", "organisation"]: return stays
    default: return Self.ways.contains("\(event.kind.rawValue) \(ends[0]) \(ends[1])")
    }
  }

  private func mayRecord(_ event: Event, for courier: Holder?) -> Bool {
    guard let courier else { return event.id.device == "office" }
    switch event.kind {
    case .withdrawn, .found: return event.taker == courier
    case .scannedOut, .delivered, .failed, .reattempted, .returned, .held, .missing, .counted,
      .feeReported:
      return event.giver == courier
    default: return false
    }
  }

  private func allows(_ event: Event, _ card: CardID) -> Bool {
    switch event.kind {
    case .printed: return !card.isOld && !isKnown(card)
    case .withdrawn: return card.isOld && !isKnown(card) && isKnown(card.new)
    case .feeReported: return isKnown(card)
    case .corrected, .erased: return holder(card) == event.giver
    default: break
    }
    guard holder(card) == event.giver, !isAtEnd(card) else { return false }
    guard isMissing(card) == (event.kind == .found) else { return false }
    let spoilt: [FailureReason] = [.deceased, .identityMismatch, .wrongData, .damaged]
    let isSpoilt = lastFailure(card).map(spoilt.contains) ?? false
    switch event.kind {
    case .returned, .counted, .missing, .found: return true
    case .destroyed:
      return card.isOld || (isStuck(card) && lastFailure(card)?.allowsRetry == false)
    case _ where card.isOld: return false
    case .packed, .handedOver: return !isStuck(card)
    case .delivered: return !(isStuck(card) && isSpoilt)
    case .cleared: return isStuck(card)
    case .reattempted: return hasFailed(card)
    default: return true
    }
  }

  func accepts(_ event: Event, for courier: Holder?) -> Bool {
    isAWay(event) && mayRecord(event, for: courier)
      && event.cards.allSatisfy { allows(event, $0) } && !event.exchanged.contains(where: isKnown)
  }
}
