import Custody
import Domain
import Foundation
import GRDB

/// Events of couriers' devices taken in within one transaction: the one door to the ledger for them.
///
/// Checks run in a fixed order, and the first that fails gives the refusal: the device is enrolled,
/// not revoked, signed the event, the event has the next place in the device's chain, and the rules
/// of custody allow it. Refused events are entries of the log too. An event that is known already
/// is passed over; one that came before an earlier one waits.
struct BundleMerge {
  private let database: Database
  private let store: Store
  private var review: EventReview
  private var heard: HeardEvents
  private let lookup: VerdictLookup
  private let insertWaiting: RepeatedStatement
  private let deleteWaiting: RepeatedStatement

  /// - Parameter heard: What the log says of the events that will come.
  init(into database: Database, of store: Store, heard: HeardEvents) throws {
    self.database = database
    self.store = store
    review = EventReview(database, of: store)
    self.heard = heard
    lookup = try VerdictLookup(in: database)
    insertWaiting = try RepeatedStatement(
      "INSERT INTO waiting VALUES (?, ?, ?, ?, ?, ?, ?, ?)", in: database)
    deleteWaiting = try RepeatedStatement(
      "DELETE FROM waiting WHERE event_hash = ?", in: database)
  }

  /// What the log says of the events now that it has `size` entries.
  func heard(after size: Int) -> HeardEvents { heard.grown(to: size) }

  /// Takes in what came from one device, and tells what became of it.
  ///
  /// - Parameter arrivals: In any order, an event any number of times.
  mutating func takeIn(
    _ arrivals: [ArrivedEvent], of registration: DeviceRegistration, checkpoint: Checkpoint?,
    _ books: inout OfficeBooks
  ) throws -> DeviceSync {
    let id = registration.device
    var outcome = DeviceSync(device: id, courier: registration.courier)
    if let known = try store.knownDevice(id, in: database) {
      var device = DeviceMerge(known: known, outcome: outcome)
      try device.takeIn(arrivals, into: &self, &books)
      outcome = device.outcome
      try save(known, head: device.head, checkpoint: checkpoint)
    } else {
      for arrived in arrivals {
        try turnAway(arrived, .unknownDevice, &outcome, &books)
      }
    }
    return outcome
  }

  /// Keeps an event that is refused before the rules are asked, unless it was kept before.
  fileprivate mutating func turnAway(
    _ arrived: ArrivedEvent, _ refusal: ArrivalRefusal, _ outcome: inout DeviceSync,
    _ books: inout OfficeBooks
  ) throws {
    guard try verdict(on: arrived) == nil else { return outcome.alreadyKnown += 1 }
    try keep(arrived, code: refusal.code, refusal.phrase, &outcome, &books)
  }

  fileprivate mutating func keep(
    _ arrived: ArrivedEvent, code: String, _ phrase: Phrase, _ outcome: inout DeviceSync,
    _ books: inout OfficeBooks
  ) throws {
    let entry = try books.ledger.refuse(
      arrived.signed, code: code, sealedDetail: arrived.sealedDetail)
    heard[arrived.hash] = ArrivalRefusal(rawValue: code) == nil ? .inChain : .turnedAway
    outcome.refused.append(
      RefusedEvent(event: arrived.event, place: entry.place, code: code, phrase: phrase))
  }

  /// Asks the rules, and enters the event with what they say.
  fileprivate mutating func judge(
    _ arrived: ArrivedEvent, recordedFor courier: CourierID, _ outcome: inout DeviceSync,
    _ books: inout OfficeBooks
  ) throws {
    do {
      let states = try books.ledger.outcome(of: arrived.event, recordedFor: courier)
      let flags = try review.flags(of: arrived, recordedFor: courier, outcome: states)
      try books.ledger.append(
        arrived.signed, outcome: states, flags: flags, sealedDetail: arrived.sealedDetail)
      heard[arrived.hash] = .inChain
      outcome.accepted += 1
      if !flags.isEmpty { outcome.flagged += 1 }
    } catch let refusal as CustodyRefusal {
      try keep(arrived, code: refusal.code, refusal.phrase, &outcome, &books)
    }
  }

  /// What the log says of an event already; nothing if it does not have it.
  fileprivate func verdict(on arrived: ArrivedEvent) throws -> HeardVerdict? {
    // Of what waited since an earlier merge, nobody has asked yet.
    heard.isCurrent && !arrived.wasWaiting
      ? heard[arrived.hash] : try lookup.verdict(on: arrived.hash)
  }

  /// The events of a device that wait.
  fileprivate func waitingHashes(of device: DeviceID) throws -> Set<Fingerprint> {
    Set(
      try database.rows("SELECT event_hash FROM waiting WHERE device = ?", [device]).all {
        try $0.next()
      })
  }

  fileprivate mutating func prepareReview(of arrivals: [ArrivedEvent]) throws {
    try review.prepare(for: arrivals.map(\.event))
  }

  fileprivate func setAside(_ arrived: ArrivedEvent) throws {
    let signed = arrived.signed
    try insertWaiting.run(
      signed.hash.data, signed.event.id.device, signed.event.id.sequence, Data(signed.bytes),
      arrived.sealedDetail, arrived.receivedAt.milliseconds, arrived.notAfter.milliseconds,
      WaitingEvent(arrived).seal(by: store).data)
  }

  fileprivate func noLongerWaits(_ event: Fingerprint) throws {
    try deleteWaiting.run(event.data)
  }

  fileprivate func waiting(of device: DeviceID) throws -> [ArrivedEvent] {
    let waiting = try database.all("SELECT * FROM waiting WHERE device = ?", [device]) { row in
      try WaitingEvent(row: row)
    }
    return waiting.map { ArrivedEvent($0, keys: store.keys) }
  }

  fileprivate func waitingCount(of device: DeviceID) throws -> Int {
    try database.first("SELECT count(*) AS waiting FROM waiting WHERE device = ?", [device]) {
      try $0.read("waiting")
    } ?? 0
  }

  private func save(
    _ known: KnownDevice, head: ChainHead, checkpoint: Checkpoint?
  ) throws {
    let newest = [known.checkpoint, checkpoint].compactMap(\.self).max { $0.size < $1.size }
    let id = known.registration.device
    try database.cachedStatement(
      sql: "UPDATE device SET last_sequence = ?, last_hash = ?, checkpoint = ? WHERE id = ?"
    ).execute(arguments: [head.count, head.hash, newest?.line, id])
    if let newest {
      try database.cachedStatement(
        sql: "DELETE FROM issued_checkpoint WHERE device = ? AND size < ?"
      ).execute(arguments: [id, newest.size])
    }
  }
}

/// The events of one enrolled device, led along its chain.
private struct DeviceMerge {
  let known: KnownDevice
  private(set) var outcome: DeviceSync
  private(set) var head: ChainHead

  init(known: KnownDevice, outcome: DeviceSync) {
    self.known = known
    self.outcome = outcome
    head = known.head
  }

  mutating func takeIn(
    _ arrivals: [ArrivedEvent], into merge: inout BundleMerge, _ books: inout OfficeBooks
  ) throws {
    guard !known.isRevoked else {
      for arrived in arrivals {
        try merge.turnAway(arrived, .deviceRevoked, &outcome, &books)
      }
      return
    }
    let new = try sifted(arrivals, into: &merge, &books)
    let closesGap = new.contains { $0.event.id.sequence <= head.count + 1 }
    let early = closesGap ? try merge.waiting(of: outcome.device) : []
    let placeable = (new + early).sorted(by: Self.isInOrder)
    try merge.prepareReview(of: placeable)
    for arrived in placeable { try place(arrived, into: &merge, &books) }
    outcome.waiting = try merge.waitingCount(of: outcome.device)
    outcome.waitingFor = outcome.waiting > 0 ? head.count + 1 : nil
  }

  /// The events that are neither in the log nor waiting, each once; what the device did not sign is
  /// turned away at once.
  private mutating func sifted(
    _ arrivals: [ArrivedEvent], into merge: inout BundleMerge, _ books: inout OfficeBooks
  ) throws -> [ArrivedEvent] {
    var seen: Set<Fingerprint> = []
    let waiting = try merge.waitingHashes(of: outcome.device)
    var new: [ArrivedEvent] = []
    for arrived in arrivals {
      let verdict = try merge.verdict(on: arrived)
      if verdict == .inChain || seen.contains(arrived.hash) {
        outcome.alreadyKnown += 1
      } else if !arrived.isGenuine {
        try merge.turnAway(arrived, .badSignature, &outcome, &books)
      } else if waiting.contains(arrived.hash) {
        outcome.alreadyKnown += 1
      } else {
        seen.insert(arrived.hash)
        new.append(arrived)
      }
    }
    return new
  }

  private mutating func place(
    _ arrived: ArrivedEvent, into merge: inout BundleMerge, _ books: inout OfficeBooks
  ) throws {
    let sequence = arrived.event.id.sequence
    guard sequence <= head.count + 1 else {
      if !arrived.wasWaiting { try merge.setAside(arrived) }
      return
    }
    if arrived.wasWaiting { try merge.noLongerWaits(arrived.hash) }
    guard sequence == head.count + 1, arrived.signed.previous == head.hash else {
      return try merge.turnAway(arrived, .fork, &outcome, &books)
    }
    head = ChainHead(count: sequence, hash: arrived.hash)
    try merge.judge(
      arrived, recordedFor: known.registration.courier, &outcome, &books)
  }

  /// By number; of two stories, always the same one first.
  private static func isInOrder(_ one: ArrivedEvent, _ other: ArrivedEvent) -> Bool {
    let (first, second) = (one.event.id.sequence, other.event.id.sequence)
    return first != second
      ? first < second : one.hash.description < other.hash.description
  }
}
