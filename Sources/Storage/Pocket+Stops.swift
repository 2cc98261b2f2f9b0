public import Custody
import Domain

/// One door of the run with what has become of its cards.
public struct PocketStop: Hashable, Sendable {
  public struct Card: Hashable, Sendable {
    public let card: RunBundle.Card
    public let status: CardCustody.Status
    public let lastFailure: FailureReason?
  }

  public let stop: RunBundle.Stop
  /// In the order of the run.
  public let cards: [Card]

  /// Whether nothing has been recorded for some card of this door.
  public var isOpen: Bool { cards.contains { $0.status == .outForDelivery } }
}

/// How far the courier has come.
public struct PocketStatus: Hashable, Sendable {
  public let cards: Int
  public let delivered: Int
  /// In the bag after a failed attempt.
  public let failed: Int
  /// In the bag, not tried yet.
  public let untouched: Int
  /// Given back to the office.
  public let returned: Int
  /// Events recorded on this device.
  public let events: Int
}

extension Pocket {
  /// Every door in visiting order.
  public func stops() throws -> [PocketStop] {
    let custody = try custody()
    return runBundle.stops.map { stop in
      PocketStop(
        stop: stop,
        cards: stop.cards.map { card in
          let state = custody[card.id]
          return PocketStop.Card(
            card: card, status: state?.status ?? .outForDelivery,
            lastFailure: state?.lastFailure)
        })
    }
  }

  /// The first door with a card that nothing has been recorded for; nothing at the end of the run.
  public func nextStop() throws -> PocketStop? {
    try stops().first(where: \.isOpen)
  }

  public func status() throws -> PocketStatus {
    let states = try custody().values
    func count(_ status: CardCustody.Status) -> Int { states.count { $0.status == status } }
    return PocketStatus(
      cards: states.count, delivered: count(.delivered), failed: count(.attemptFailed),
      untouched: count(.outForDelivery), returned: states.count { $0.holder == .office },
      events: try eventCount())
  }
}
