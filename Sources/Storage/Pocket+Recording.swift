import Custody
import Domain
import Foundation
import GRDB

extension Pocket {
  /// Writes an event down if the rules of custody allow it: all of it in one transaction.
  func record(_ draft: PocketDraft, clock: ClockReading) throws -> Recorded {
    try file.write { try record(draft, clock: clock, in: $0) }
  }

  func record(
    _ draft: PocketDraft, clock: ClockReading, in database: Database
  ) throws -> Recorded {
    guard clock.isWritable else { throw PocketRefusal.badClock }
    guard let state = try PocketState.read(database) else { throw PocketRefusal.noRunYet }
    guard !state.isRevoked else { throw PocketRefusal.deviceRevoked(device) }
    let cards = try cards(of: draft, in: database)
    if let earlier = try earlierRecord(of: draft, cards: cards, in: database) { return earlier }
    let run = try run(of: draft, cards: cards, in: database)
    try checkOldCards(of: draft, cards: cards, under: run?.policy)

    var chain = state.chain(of: key)
    let id = Event.ID(device: device.description, sequence: chain.head.count + 1)
    let detail = try detail(of: draft, for: id, office: state.office)
    let evidence = state.evidence(at: clock)
    let event = draft.event(
      id, actor: courier, run: run?.id, stop: Self.stop(of: draft, cards), clock: clock,
      evidence: evidence, detail: detail, policy: run?.policy.version ?? 1)
    let outcome = try outcome(of: event, cards: cards, policy: run?.policy, clock: clock)
    let signed = try chain.sign(event, with: key.signing)
    try insert(
      signed, detail: detail, run: run?.number, evidence: evidence, clock: clock, in: database)
    try save(outcome, after: event, cards: cards, in: database)
    return Recorded(event: event, isNew: true)
  }

  /// The cards that the draft is about, as far as the pocket knows them: those named, the old ones
  /// taken in exchange, and the successors of old ones.
  private func cards(
    of draft: PocketDraft, in database: Database
  ) throws -> [CardID: PocketCard] {
    var found: [CardID: PocketCard] = [:]
    for id in draft.cards + draft.exchanged + draft.cards.filter(\.isOld).map(\.new)
    where found[id] == nil {
      found[id] = try PocketCard.read(id, in: database)
    }
    return found
  }

  /// The run that the cards are of, which is the same for all.
  private func run(
    of draft: PocketDraft, cards: [CardID: PocketCard], in database: Database
  ) throws -> RunInForce? {
    let known = draft.cards.compactMap { id in (cards[id] ?? cards[id.new]).map { (id, $0.run) } }
    for (card, run) in known where run != known[0].1 {
      throw PocketRefusal.differentRuns(known[0].0, card)
    }
    if let number = known.first?.1 {
      return try RunInForce.read(number: number, in: database, policies)
    }
    return try draft.run.flatMap { try RunInForce.read($0, in: database, policies) }
  }

  private func checkOldCards(
    of draft: PocketDraft, cards: [CardID: PocketCard], under policy: CustodyPolicy?
  ) throws {
    guard draft.kind == .delivered, policy?.requiresOldCard ?? true else { return }
    let lacking = draft.cards.filter { id in
      cards[id]?.replaces == true && cards[id]?.custody.status != .delivered
        && !draft.exchanged.contains(id.old)
    }
    guard lacking.isEmpty else { throw PocketRefusal.oldCardNotTaken(Set(lacking).sorted()) }
  }

  private func detail(
    of draft: PocketDraft, for id: Event.ID, office: OfficeIdentity
  ) throws -> EventDetail? {
    let content = draft.detail
    guard content != DetailDraft() else { return nil }
    var sealedPIN: [UInt8]?
    if let pin = content.pin {
      guard ResidentPIN.isWellFormed(pin) else { throw PocketRefusal.badResidentPIN }
      sealedPIN = try ResidentPIN.seal(
        pin, for: id, cards: Set(draft.cards).sorted(), to: office.boxKey)
    }
    guard let salt = Fingerprint(bytes: random.secret()) else { throw KeyError.unusable }
    return EventDetail(
      salt: salt,
      position: content.position.map {
        EventDetail.Position(coordinate: $0, accuracyMetres: content.accuracyMetres)
      }, receiverName: content.receiverName, sealedPIN: sealedPIN, note: content.note)
  }

  /// What becomes of the cards.
  ///
  /// A clock that was set wrong must not keep a courier from recording: its own time is evidence for
  /// the office to judge, and only a time typed in from paper is compared here.
  private func outcome(
    of event: Event, cards: [CardID: PocketCard], policy: CustodyPolicy?, clock: ClockReading
  ) throws -> [CardCustody] {
    let isPaper = event.provenance == .paper
    let latest = event.clock?.latest ?? event.time
    let states = cards.mapValues { card in
      isPaper ? card.custody : card.custody.since(min(card.custody.since, latest))
    }
    return try CustodyRules.outcome(
      of: event, given: states, recordedFor: courier, under: policy ?? .standard,
      now: isPaper ? clock.wall : latest)
  }

  private func insert(
    _ signed: SignedEvent, detail: EventDetail?, run: Int?, evidence: ClockEvidence?,
    clock: ClockReading, in database: Database
  ) throws {
    let sequence = signed.event.id.sequence
    let sealed = try detail.map {
      Data(try dataKey.seal($0.bytes, context: SealedPlace.detail(of: sequence)))
    }
    try RepeatedStatement(
      "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", in: database
    ).run(
      sequence, Data(signed.canonical), signed.hash.data, Data(signed.signature), run,
      clock.wall.milliseconds, clock.boot, clock.uptime, clock.satellite?.milliseconds,
      (evidence?.earliest ?? clock.wall).milliseconds, sealed, evidence?.latest.milliseconds)
  }

  private func save(
    _ outcome: [CardCustody], after event: Event, cards: [CardID: PocketCard],
    in database: Database
  ) throws {
    for custody in outcome {
      if let card = cards[custody.card] {
        try database.updateCard(
          custody, event: event.id.sequence,
          isScanned: card.isScanned || event.kind == .scannedOut)
      } else if let successor = cards[custody.card.new] {
        try database.insertCard(
          custody, run: successor.run, stop: successor.stop, replaces: false,
          event: event.id.sequence)
      }
    }
  }

  /// The stop, if all cards are of one.
  private static func stop(of draft: PocketDraft, _ cards: [CardID: PocketCard]) -> Int? {
    let stops = Set(draft.cards.compactMap { (cards[$0] ?? cards[$0.new])?.stop })
    return stops.count == 1 ? stops.first : nil
  }

  /// What was recorded when all cards already are what the draft would make them.
  ///
  /// A courier who does not know whether a confirmation was written repeats it.
  private func earlierRecord(
    of draft: PocketDraft, cards: [CardID: PocketCard], in database: Database
  ) throws -> Recorded? {
    let status: CardCustody.Status
    switch draft.kind {
    case .delivered: status = .delivered
    case .failed: status = .attemptFailed
    case .held: status = .held
    default: return nil
    }
    var earlier: Event?
    for id in Set(draft.cards).sorted() {
      guard let card = cards[id], card.custody.status == status, let sequence = card.event,
        let event = try Self.event(sequence, in: database), draft.repeats(event)
      else { return nil }
      earlier = earlier ?? event
    }
    return earlier.map { Recorded(event: $0, isNew: false) }
  }

  static func event(_ sequence: Int, in database: Database) throws -> Event? {
    try database.first("SELECT body FROM event WHERE sequence = ?", [sequence], Event.init(row:))
  }
}

extension PocketDraft {
  fileprivate func repeats(_ event: Event) -> Bool {
    (kind, giver, taker, recipient, reason)
      == (event.kind, event.giver, event.taker, event.recipient, event.reason)
  }
}

extension ClockReading {
  /// Whether every reader of an event keeps these numbers exactly.
  fileprivate var isWritable: Bool {
    let numbers = [wall.milliseconds, uptime ?? 0, satellite?.milliseconds ?? 0]
    return numbers.allSatisfy { $0.magnitude < 1 << 53 }
  }
}

extension CardCustody {
  fileprivate func since(_ time: Instant) -> CardCustody {
    CardCustody(
      card: card, holder: holder, status: status, attempts: attempts, lastFailure: lastFailure,
      since: time)
  }
}

extension Event {
  /// Reads the column `body`.
  init(row: Row) throws {
    let body: Data = try row.read("body")
    guard let event = try? Event(canonicalBytes: Array(body)) else {
      throw UnreadableColumn(name: "event.body")
    }
    self = event
  }
}
