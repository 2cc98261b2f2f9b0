import Custody
import Domain
import Foundation
import GRDB
import Geometry

/// Finds what a named person should look at in events that the rules accept.
///
/// It remembers the runs and couriers it was asked about and where each device was last, and so
/// lives as long as one merge.
struct EventReview {
  private let database: Database
  private let store: Store
  private var runs: [RunID: RunFacts?] = [:]
  private var shiftStarts: [CourierID: TimeOfDay] = [:]
  private var lastSightings: [String: Sighting?] = [:]
  /// By run, where the doors of the cards are that were asked about.
  private var doors: [RunID: [CardID: Location]] = [:]
  /// The cards that replace an old one, among those that were asked about.
  private var replacing: Set<CardID> = []

  /// A device's clock may differ from what its evidence allows by this much unnoticed.
  private static let clockToleranceMilliseconds: Int64 = 5 * 60_000
  /// Two positions nearer than this are one place, however short the time between.
  private static let samePlaceMetres = 200.0

  private struct RunFacts {
    let courier: CourierID
    /// The last day of the run: one on an island may take several.
    let lastDay: CalendarDate
  }

  private struct Sighting {
    let position: EventDetail.Position
    let time: Instant
  }

  init(_ database: Database, of store: Store) {
    self.database = database
    self.store = store
  }

  /// Reads at once what flags of these events will need.
  mutating func prepare(for events: [Event]) throws {
    var visited: [RunID: [CardID]] = [:]
    for event in events where event.kind == .delivered || event.kind == .failed {
      if let run = event.run { visited[run, default: []] += event.cards }
    }
    doors = [:]
    for (run, cards) in visited { doors[run] = try locations(of: cards, on: run) }
    let delivered = events.filter { $0.kind == .delivered }.flatMap(\.cards)
    let requests: [(CardID, RequestKind)] = try database.rows(
      "SELECT id, request FROM card WHERE id IN (SELECT value FROM json_each(?))",
      [LedgerWriter.list(delivered)]
    ).all { (try $0.next(), try $0.next()) }
    replacing = Set(requests.filter(\.1.surrendersOldCard).map(\.0))
  }

  private func locations(of cards: [CardID], on run: RunID) throws -> [CardID: Location] {
    let found: [(CardID, Location)] = try database.rows(
      """
      SELECT card, \(Location.columns)
      FROM run_card JOIN stop ON stop.run = run_card.run AND number = stop
      WHERE run_card.run = ? AND card IN (SELECT value FROM json_each(?))
      """, [run, LedgerWriter.list(cards)]
    ).all { (try $0.next(), try Location(&$0)) }
    return Dictionary(found) { first, _ in first }
  }

  /// - Parameter outcome: What the rules make of the event's cards.
  mutating func flags(
    of arrived: ArrivedEvent, recordedFor courier: CourierID, outcome: [CardCustody]
  ) throws -> [ReviewFlag] {
    let event = arrived.event
    var flags: [ReviewFlag] = []
    if let position = arrived.detail?.position {
      if isFarFromDoor(position, event) { flags.append(.farFromDoor) }
      if try movesImpossiblyFast(to: position, event) { flags.append(.impossibleSpeed) }
    }
    if clockDiffers(arrived) || isOutOfOrder(event, outcome) { flags.append(.clockDiffers) }
    if try isOutsideShift(event, courier) { flags.append(.outsideShift) }
    if arrived.hasWrongPIN || claimsPINWithoutOne(arrived) { flags.append(.wrongPIN) }
    if isOldCardMissing(event) { flags.append(.oldCardNotTaken) }
    if event.detail != nil, arrived.detail == nil { flags.append(.detailMissing) }
    if event.kind == .feeReported { flags.append(.feeReported) }
    return flags
  }

  /// Whether the door of every card is farther from the position than both are known to be wrong.
  private func isFarFromDoor(
    _ position: EventDetail.Position, _ event: Event
  ) -> Bool {
    guard let run = event.run, event.kind == .delivered || event.kind == .failed else {
      return false
    }
    let known = doors[run] ?? [:]
    let doors = event.cards.compactMap { known[$0] }
    return !doors.isEmpty
      && doors.allSatisfy { door in
        let tolerance =
          Double(store.policy.farMetres + (position.accuracyMetres ?? 0)) + door.uncertainty.value
        return door.coordinate.distance(to: position.coordinate).value > tolerance
      }
  }

  private mutating func movesImpossiblyFast(
    to position: EventDetail.Position, _ event: Event
  ) throws -> Bool {
    guard event.provenance != .paper else { return false }
    let device = event.id.device
    let last = try lastSightings[device] ?? lastStoredSighting(of: device)
    lastSightings[device] = .some(Sighting(position: position, time: event.time))
    guard let last else { return false }
    let inaccuracy = [position, last.position].reduce(Self.samePlaceMetres) {
      $0 + Double($1.accuracyMetres ?? 0)
    }
    let metres =
      position.coordinate.distance(to: last.position.coordinate).value - inaccuracy
    let milliseconds = Double(abs(event.time.milliseconds - last.time.milliseconds))
    let fastest = Double(store.policy.maximumKilometresPerHour) / 3600  // metres per millisecond
    return metres > milliseconds * fastest
  }

  private func lastStoredSighting(of device: String) throws -> Sighting? {
    let entry = try database.first(
      """
      SELECT entry.* FROM entry JOIN detail USING (place)
      WHERE device = ? AND refusal IS NULL ORDER BY sequence DESC LIMIT 1
      """, [device], LedgerEntry.init(row:))
    guard let entry,
      let position = try store.detail(of: entry, in: database)?.position
    else { return nil }
    return Sighting(position: position, time: entry.event.time)
  }

  /// Whether the time lies outside what the device's own evidence and the office's clock allow.
  ///
  /// What is typed in from paper has its time from the paper.
  private func clockDiffers(_ arrived: ArrivedEvent) -> Bool {
    guard arrived.event.provenance != .paper else { return false }
    let time = arrived.event.time.milliseconds
    let tolerance = Self.clockToleranceMilliseconds
    let earliest = arrived.event.clock?.earliest.milliseconds ?? .min + tolerance
    return time < earliest - tolerance || time > arrived.notAfter.milliseconds + tolerance
  }

  /// Whether the rules could not believe the device's clock, since it contradicts the last event of a
  /// card or the office's clock.
  private func isOutOfOrder(_ event: Event, _ outcome: [CardCustody]) -> Bool {
    guard event.provenance != .paper, event.kind != .feeReported else { return false }
    return outcome.contains { state in
      abs(state.since.milliseconds - event.time.milliseconds) > Self.clockToleranceMilliseconds
    }
  }

  /// Whether it happened before the courier's shift, after the run's last day, or on a run that is
  /// not the courier's at all.
  private mutating func isOutsideShift(_ event: Event, _ courier: CourierID) throws -> Bool {
    guard let run = event.run else { return false }
    switch event.kind {
    case .delivered, .failed, .held, .scannedOut, .reattempted: break
    default: return false
    }
    guard let facts = try facts(of: run), facts.courier == courier else { return true }
    let date = event.time.date(in: store.zone)
    guard date <= facts.lastDay, date >= run.plan.date else { return true }
    return event.time < Instant(date, at: try shiftStart(of: courier), in: store.zone)
      && event.kind != .scannedOut
  }

  private func claimsPINWithoutOne(_ arrived: ArrivedEvent) -> Bool {
    arrived.event.proofs.contains { $0.kind == .pin } && arrived.detail != nil
      && arrived.detail?.sealedPIN == nil
  }

  private func isOldCardMissing(_ event: Event) -> Bool {
    guard event.kind == .delivered, store.policy.requiresOldCard else { return false }
    let exchanged = Set(event.exchanged.map(\.new))
    return event.cards.contains { replacing.contains($0) && !exchanged.contains($0) }
  }

  private mutating func facts(of run: RunID) throws -> RunFacts? {
    if let known = runs[run] { return known }
    let query = """
      SELECT courier, (
        SELECT coalesce(max(days_later), 0) FROM crossing WHERE run = run.id) AS days
      FROM run WHERE id = ?
      """
    let facts = try database.first(query, [run]) { row in
      RunFacts(
        courier: try row.read("courier"),
        lastDay: run.plan.date.adding(days: try row.read("days")))
    }
    runs[run] = .some(facts)
    return facts
  }

  private mutating func shiftStart(of courier: CourierID) throws -> TimeOfDay {
    if let known = shiftStarts[courier] { return known }
    let start = try store.courier(courier, in: database).shift.start
    shiftStarts[courier] = start
    return start
  }
}
