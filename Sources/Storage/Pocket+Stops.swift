public import Custody
public import Domain
import GRDB

/// One door of a run with what has become of its cards.
public struct PocketStop: Hashable, Sendable {
  public struct Card: Hashable, Sendable {
    public let card: RunBundle.Card
    public let status: CardCustody.Status
    public let lastFailure: FailureReason?
    /// Whether it may be handed over only against the old card.
    public let needsOldCard: Bool
    /// Whether it was seen in the bag.
    public let isScanned: Bool

    /// Whether the courier has it and may record something about it.
    public var isInBag: Bool { status == .outForDelivery || status == .attemptFailed }
  }

  public let run: RunID
  public let stop: RunBundle.Stop
  /// In the order of the run, without cards that went on to another run.
  public let cards: [Card]

  /// Whether nothing has been recorded for some card of this door.
  public var isOpen: Bool { cards.contains { $0.status == .outForDelivery } }
}

/// How far the courier has come.
public struct PocketStatus: Hashable, Sendable {
  /// Cards that came with the run.
  public let cards: Int
  public let delivered: Int
  /// In the bag after a failed attempt.
  public let failed: Int
  /// In the bag, not tried yet.
  public let untouched: Int
  /// Left at a village office.
  public let held: Int
  /// Given back to the office.
  public let returned: Int
  /// Not found when the bag was counted.
  public let missing: Int
  /// Old cards in the bag.
  public let oldCards: Int
  /// Events recorded on this device, of all runs.
  public let events: Int
  /// Of those, the ones the office has not confirmed.
  public let unsent: Int
}

extension Pocket {
  /// Every run, in order of date.
  public func runs(clock: ClockReading) throws -> [PocketRun] {
    try file.read { database in
      let now = try latestNow(clock, in: database)
      return try StoredRun.all(in: database).map { run in
        let inBag = try PocketCard.all(of: run.number, in: database).count {
          $0.custody.holder == .courier(courier) && $0.custody.status != .missing
        }
        return PocketRun(
          id: run.id, date: run.date, zone: run.zone, document: run.document,
          issued: run.issued, expires: run.expires, policy: run.policy,
          isReadable: run.hasContent && now < run.expires, cardsInBag: inBag)
      }
    }
  }

  /// The run with its names and addresses.
  ///
  /// - Throws: ``PocketRefusal/unknownRun(_:)``, ``PocketRefusal/runExpired(_:since:)``.
  public func runBundle(_ id: RunID, clock: ClockReading) throws -> RunBundle {
    try file.read { try runBundle(id, clock: clock, in: $0).bundle }
  }

  /// Every door of a run in visiting order.
  ///
  /// - Throws: As ``runBundle(_:clock:)``.
  public func stops(of run: RunID, clock: ClockReading) throws -> [PocketStop] {
    try file.read { database in
      let (stored, bundle) = try runBundle(run, clock: clock, in: database)
      var known: [CardID: PocketCard] = [:]
      for card in try PocketCard.all(of: stored.number, in: database) {
        known[card.custody.card] = card
      }
      return bundle.stops.map { stop in
        PocketStop(
          run: run, stop: stop,
          cards: stop.cards.compactMap { card in
            known[card.id].map { state in
              PocketStop.Card(
                card: card, status: state.custody.status, lastFailure: state.custody.lastFailure,
                needsOldCard: state.replaces && stored.policy.requiresOldCard,
                isScanned: state.isScanned)
            }
          })
      }
    }
  }

  /// The first door with a card that nothing has been recorded for; nothing at the end of the run.
  public func nextStop(of run: RunID, clock: ClockReading) throws -> PocketStop? {
    try stops(of: run, clock: clock).first(where: \.isOpen)
  }

  /// How far the courier has come with one run, or with all; it needs no name and no address.
  public func status(of run: RunID? = nil) throws -> PocketStatus {
    try file.read { database in
      let runs = try StoredRun.all(in: database).filter { run == nil || $0.id == run }
      if let run, runs.isEmpty { throw PocketRefusal.unknownRun(run) }
      let states = try runs.flatMap { try PocketCard.all(of: $0.number, in: database) }
        .map(\.custody)
      let cards = states.filter { !$0.card.isOld }
      func count(_ status: CardCustody.Status) -> Int { cards.count { $0.status == status } }
      return PocketStatus(
        cards: cards.count, delivered: count(.delivered), failed: count(.attemptFailed),
        untouched: count(.outForDelivery), held: count(.held),
        returned: cards.count { $0.holder == .office }, missing: count(.missing),
        oldCards: states.count { $0.card.isOld && $0.holder == .courier(courier) },
        events: try eventCount(in: database), unsent: try unsentCount(in: database))
    }
  }

  private func runBundle(
    _ id: RunID, clock: ClockReading, in database: Database
  ) throws -> (stored: StoredRun, bundle: RunBundle) {
    guard let stored = try StoredRun.read(id, in: database) else {
      throw PocketRefusal.unknownRun(id)
    }
    guard try latestNow(clock, in: database) < stored.expires,
      let content = try stored.content(in: database)
    else { throw PocketRefusal.runExpired(id, since: stored.expires) }
    let bytes = try dataKey.open(content, context: SealedPlace.run(id))
    return (stored, try RunBundle(bytes: bytes))
  }

  /// The later of what the wall clock shows and what it is at least, so that setting the clock back
  /// opens nothing.
  func latestNow(_ clock: ClockReading, in database: Database) throws -> Instant {
    max(clock.wall, try PocketState.read(database)?.earliest(at: clock) ?? clock.wall)
  }
}
