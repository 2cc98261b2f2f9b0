import Custody
import Dispatch
public import Domain
import Foundation
import GRDB
import Synchronization

extension Store {
  /// Takes in a file of couriers' events; bringing it again, cut, or mixed with others does no harm.
  ///
  /// What is readable is taken in device by device and in the order of each device's chain, whatever
  /// the order of the file. Large files are taken in piece by piece, each piece one transaction.
  ///
  /// - Throws: ``StorageError/olderThanDevice(_:remembered:entries:)`` or
  ///   ``StorageError/differsFromDevice(_:remembered:)`` if a device keeps a checkpoint of this
  ///   office that the log does not have: the database is not the one that the office had.
  public func merge(fileBytes: [UInt8], now: Instant) throws -> SyncOutcome {
    let (whole, damaged) = Segment.segments(of: fileBytes)
    var outcome = SyncOutcome()
    outcome.unreadable = damaged.map {
      UnreadableSegment(offset: $0.range.lowerBound, error: $0.error)
    }
    var devices: [DeviceID: DeviceSync] = [:]
    for start in stride(from: 0, to: whole.count, by: Self.segmentsInMemory) {
      let end = min(whole.count, start + Self.segmentsInMemory)
      let reading = read(whole[start..<end].map { ($0.segment, $0.range.lowerBound) })
      outcome.unreadable += reading.unreadable
      outcome.forOthers += reading.forOthers
      for device in try merge(reading.bundles, now: now) {
        devices[device.device] = devices[device.device]?.followed(by: device) ?? device
      }
    }
    outcome.unreadable.sort { $0.offset < $1.offset }
    outcome.devices = devices.values.sorted { $0.device < $1.device }
    return outcome
  }

  /// So many segments are read at once, each of at most 256 events.
  private static let segmentsInMemory = 1024
  /// So many are taken in by one transaction.
  private static let segmentsPerTransaction = 128

  private struct Reading {
    var bundles: [CourierBundle] = []
    var unreadable: [UnreadableSegment] = []
    var forOthers: [Segment] = []
  }

  private func read(_ segments: [(segment: Segment, offset: Int)]) -> Reading {
    let keys = keys
    let read = onAllProcessors(segments) { segment, offset in
      (CourierBundle.read(segment.bytes, with: keys.box), offset)
    }
    var reading = Reading()
    for (part, offset) in read {
      reading.forOthers += part.others
      reading.unreadable += part.unreadable.map {
        UnreadableSegment(offset: offset, error: $0.error)
      }
      for bundle in part.bundles {
        if bundle.workspaceID == workspaceID {
          reading.bundles.append(bundle)
        } else {
          let error = DeviceChainError.otherWorkspace(
            expected: workspaceID, found: bundle.workspaceID)
          reading.unreadable.append(
            UnreadableSegment(offset: offset, error: .brokenChain(error)))
        }
      }
    }
    return reading
  }

  /// Takes in bundles in the order of devices and of their chains, so that little has to wait for
  /// what the same file brings later. While one piece is written, the next is checked.
  private func merge(_ bundles: [CourierBundle], now: Instant) throws -> [DeviceSync] {
    let ordered = bundles.sorted(by: CourierBundle.isInOrder)
    let known = try knownEvents(among: ordered)
    let pieces = stride(from: 0, to: ordered.count, by: Self.segmentsPerTransaction).map {
      Array(ordered[$0..<min(ordered.count, $0 + Self.segmentsPerTransaction)])
    }
    var devices: [DeviceSync] = []
    var next = pieces.first.map { check($0, known: known, now: now) } ?? []
    for (piece, following) in zip(pieces, pieces.dropFirst() + [[]]) {
      let arrivals = next
      let checking = DispatchGroup()
      let checked = Mutex<[[ArrivedEvent]]>([])
      DispatchQueue.global().async(group: checking) {
        let found = check(following, known: known, now: now)
        checked.withLock { $0 = found }
      }
      defer { checking.wait() }
      devices += try take(piece, arrivals, now: now)
      checking.wait()
      next = checked.withLock { $0 }
    }
    return devices
  }

  /// Takes in some bundles in one transaction.
  private func take(
    _ bundles: [CourierBundle], _ arrivals: [[ArrivedEvent]], now: Instant
  ) throws -> [DeviceSync] {
    try commit(now: now) { database, books in
      try requireRemembered(by: bundles, in: database)
      try books.ledger.prepare(bundles.flatMap { $0.events.flatMap(\.event.cards) })
      var merge = try BundleMerge(into: database, of: self)
      for group in grouped(bundles, arrivals) {
        try merge.takeIn(
          group.arrivals, of: group.registration, checkpoint: group.checkpoint, &books)
      }
      let devices = merge.devices
      for device in devices {
        try books.journal.append(device.journalEntry(by: officeName, at: now))
      }
      return devices
    }
  }

  /// Checks signatures, PINs and details on all processors, outside the transaction.
  private func check(
    _ bundles: [CourierBundle], known: Set<Fingerprint>, now: Instant
  ) -> [[ArrivedEvent]] {
    let keys = keys
    return onAllProcessors(bundles) { bundle in
      bundle.entries.map { entry in
        ArrivedEvent(
          entry, in: bundle, isKnown: known.contains(entry.signed.hash), keys: keys,
          receivedAt: now)
      }
    }
  }

  /// The events that stand in their devices' chains already, so that they need no checking.
  private func knownEvents(among bundles: [CourierBundle]) throws -> Set<Fingerprint> {
    try file.read { database in
      let select = try database.cachedStatement(
        sql: "SELECT refusal FROM entry WHERE event_hash = ?")
      var known: Set<Fingerprint> = []
      for hash in bundles.lazy.flatMap(\.events).map(\.hash) {
        select.setUncheckedArguments([hash])
        let rows = try Row.fetchCursor(select)
        while let row = try rows.next() {
          let code: String? = try row.readIfPresent("refusal")
          if code.flatMap(ArrivalRefusal.init(rawValue:)) == nil { known.insert(hash) }
        }
      }
      return known
    }
  }

  private struct DeviceArrivals {
    let registration: DeviceRegistration
    var checkpoint: Checkpoint?
    var arrivals: [ArrivedEvent] = []
  }

  /// What came in by device, in order of device.
  private func grouped(
    _ bundles: [CourierBundle], _ arrivals: [[ArrivedEvent]]
  ) -> [DeviceArrivals] {
    var groups: [DeviceID: DeviceArrivals] = [:]
    for (bundle, events) in zip(bundles, arrivals) {
      var group =
        groups[bundle.device] ?? DeviceArrivals(registration: bundle.registration)
      group.arrivals += events
      if let checkpoint = bundle.checkpoint, isOurs(checkpoint),
        checkpoint.size > group.checkpoint?.size ?? -1
      {
        group.checkpoint = checkpoint
      }
      groups[bundle.device] = group
    }
    return groups.values.sorted { $0.registration.device < $1.registration.device }
  }

  /// Refuses to go on in a database that lacks something the office once put its name to.
  private func requireRemembered(
    by bundles: [CourierBundle], in database: Database
  ) throws {
    let count = try entryCount(in: database)
    var roots: [Int: Fingerprint] = [:]
    for bundle in bundles {
      guard let checkpoint = bundle.checkpoint, isOurs(checkpoint) else { continue }
      guard checkpoint.size <= count else {
        throw StorageError.olderThanDevice(
          bundle.device, remembered: checkpoint.size, entries: count)
      }
      let root = try roots[checkpoint.size] ?? root(ofSize: checkpoint.size, in: database)
      roots[checkpoint.size] = root
      guard root == checkpoint.root else {
        throw StorageError.differsFromDevice(bundle.device, remembered: checkpoint.size)
      }
    }
  }

  func isOurs(_ checkpoint: Checkpoint) -> Bool {
    checkpoint.workspaceID == workspaceID && checkpoint.isSigned(by: officeKey)
  }
}

extension CourierBundle {
  /// By device, and by the number of the first event.
  fileprivate static func isInOrder(_ one: CourierBundle, _ other: CourierBundle) -> Bool {
    guard one.device == other.device else { return one.device < other.device }
    return one.events.first?.event.id.sequence ?? 0 < other.events.first?.event.id.sequence ?? 0
  }
}

extension DeviceSync {
  /// What became of the events of the same device in this and the next piece of a file.
  fileprivate func followed(by next: DeviceSync) -> DeviceSync {
    var sum = next
    sum.accepted += accepted
    sum.flagged += flagged
    sum.alreadyKnown += alreadyKnown
    sum.refused = refused + next.refused
    return sum
  }

  fileprivate func journalEntry(by office: String, at time: Instant) -> JournalEntry {
    var entry = JournalEntry(.sync, by: office, at: time)
    entry.subject = device.description
    entry.counts = [
      "accepted": accepted, "flagged": flagged, "known": alreadyKnown, "refused": refused.count,
      "waiting": waiting,
    ]
    return entry
  }
}
