import Custody
import Dispatch
public import Domain
import Foundation
import GRDB
import Synchronization

extension Store {
  /// Takes in a file of couriers' events; bringing it again, cut, or mixed with others does no harm.
  ///
  /// - Throws: ``StorageError/olderThanDevice(_:remembered:entries:)`` or
  ///   ``StorageError/differsFromDevice(_:remembered:)`` if a device keeps a checkpoint of this
  ///   office that the log does not have: the database is not the one that the office had.
  public func merge(fileBytes: [UInt8], now: Instant) throws -> SyncOutcome {
    try merge(files: [fileBytes], now: now)[0].get()
  }

  /// Takes in many files, several in one transaction, which is much faster than one after the other.
  ///
  /// What is readable is taken in device by device and in the order of each device's chain, whatever
  /// the order of the files. No file suffers from another: what one throws is thrown for it alone.
  ///
  /// - Returns: What became of each file, in the order given; what it says is in the ledger is on the
  ///   disk.
  public func merge(files: [[UInt8]], now: Instant) -> [Result<SyncOutcome, any Error>] {
    var reports = MergeReport(files: files.map { _ in FileReport() })
    var group: [PlacedSegment] = []
    for (index, file) in files.enumerated() {
      let (whole, damaged) = Segment.segments(of: file)
      reports[index].outcome.unreadable = damaged.map {
        UnreadableSegment(offset: $0.range.lowerBound, error: $0.error)
      }
      for placed in whole {
        group.append(
          PlacedSegment(file: index, offset: placed.range.lowerBound, segment: placed.segment))
        guard group.count == Self.segmentsInMemory else { continue }
        merge(group, now: now, &reports)
        group.removeAll(keepingCapacity: true)
      }
    }
    if !group.isEmpty { merge(group, now: now, &reports) }
    return reports.results
  }

  /// So many segments are read at once, each of at most 256 events.
  private static let segmentsInMemory = 1024
  /// So many are taken in by one transaction.
  private static let segmentsPerTransaction = 128

  private struct PlacedSegment: Sendable {
    let file: Int
    let offset: Int
    let segment: Segment
  }

  /// What is known so far of one file.
  private struct FileReport {
    var outcome = SyncOutcome()
    var devices: [DeviceID: DeviceSync] = [:]
    var failure: (any Error)?

    var result: Result<SyncOutcome, any Error> {
      if let failure { return .failure(failure) }
      var outcome = outcome
      outcome.unreadable.sort { $0.offset < $1.offset }
      outcome.devices = devices.values.sorted { $0.device < $1.device }
      return .success(outcome)
    }
  }

  /// What is known so far of all files.
  private struct MergeReport {
    private var files: [FileReport]
    /// What was last said of each device, whichever file it came in.
    private var latest: [DeviceID: DeviceSync] = [:]

    init(files: [FileReport]) { self.files = files }

    subscript(file: Int) -> FileReport {
      get { files[file] }
      set { files[file] = newValue }
    }

    mutating func add(_ result: Result<[DeviceSync], any Error>, to file: Int) {
      switch result {
      case .failure(let error): files[file].failure = files[file].failure ?? error
      case .success(let syncs):
        for sync in syncs {
          let device = sync.device
          files[file].devices[device] = files[file].devices[device]?.followed(by: sync) ?? sync
          latest[device] = sync
        }
      }
    }

    /// In the order of the files; what waits is what waits after all of them.
    var results: [Result<SyncOutcome, any Error>] {
      files.map { report in
        report.result.map { outcome in
          var outcome = outcome
          for index in outcome.devices.indices {
            guard let last = latest[outcome.devices[index].device] else { continue }
            outcome.devices[index].waiting = last.waiting
            outcome.devices[index].waitingFor = last.waitingFor
          }
          return outcome
        }
      }
    }
  }

  /// A bundle and which of the distinct segments it was in.
  struct OpenedBundle: Sendable {
    let bundle: CourierBundle
    let source: Int
  }

  /// Bundles of one file that are taken in together, in order.
  struct FilePart: Sendable {
    let file: Int
    var opened: [OpenedBundle]

    var bundles: [CourierBundle] { opened.map(\.bundle) }
  }

  private func merge(
    _ segments: [PlacedSegment], now: Instant, _ reports: inout MergeReport
  ) {
    var parts: [Int: FilePart] = [:]
    let (readings, sources) = read(segments.map(\.segment))
    for (placed, source) in zip(segments, sources) {
      let reading = readings[source]
      reports[placed.file].outcome.forOthers += reading.others
      var faults = reading.unreadable.map(\.error)
      for bundle in reading.bundles {
        if bundle.workspaceID == workspaceID {
          parts[placed.file, default: FilePart(file: placed.file, opened: [])]
            .opened.append(OpenedBundle(bundle: bundle, source: source))
        } else {
          faults.append(
            .brokenChain(.otherWorkspace(expected: workspaceID, found: bundle.workspaceID)))
        }
      }
      reports[placed.file].outcome.unreadable += faults.map {
        UnreadableSegment(offset: placed.offset, error: $0)
      }
    }
    let ordered = parts.values.map { part in
      FilePart(
        file: part.file,
        opened: part.opened.sorted { CourierBundle.isInOrder($0.bundle, $1.bundle) })
    }
    merge(ordered.sorted(by: FilePart.isInOrder), now: now, &reports)
  }

  /// Opens and reads segments on all processors, each only once; and which reading is of which.
  private func read(
    _ segments: [Segment]
  ) -> (readings: [CourierBundle.Reading], sources: [Int]) {
    let key = keys.box
    var places: [Segment: Int] = [:]
    var distinct: [Segment] = []
    let sources = segments.map { segment in
      if let known = places[segment] { return known }
      places[segment] = distinct.count
      distinct.append(segment)
      return distinct.count - 1
    }
    let readings = onAllProcessors(distinct) { CourierBundle.read($0.bytes, with: key) }
    return (readings, sources)
  }

  /// Takes in parts of files in the order of devices and of their chains, so that little has to wait
  /// for what the same files bring later. While some are written, the next are checked.
  private func merge(_ parts: [FilePart], now: Instant, _ reports: inout MergeReport) {
    let pieces = pieces(of: parts)
    var heard: HeardEvents
    do { heard = try heardEvents(among: parts.flatMap(\.bundles)) } catch {
      for part in parts { reports[part.file].failure = error }
      return
    }
    let known = heard.inChain
    var next = pieces.first.map { check($0, known: known, now: now) } ?? []
    for (piece, following) in zip(pieces, pieces.dropFirst() + [[]]) {
      let arrivals = next
      let checking = DispatchGroup()
      let checked = Mutex<[[[ArrivedEvent]]]>([])
      DispatchQueue.global().async(group: checking) {
        let found = check(following, known: known, now: now)
        checked.withLock { $0 = found }
      }
      take(piece, arrivals, now: now, &heard, &reports)
      checking.wait()
      next = checked.withLock { $0 }
    }
  }

  /// What each transaction is to take in.
  private func pieces(of parts: [FilePart]) -> [[FilePart]] {
    var pieces: [[FilePart]] = []
    var count = 0
    for part in parts {
      for start in stride(from: 0, to: part.opened.count, by: Self.segmentsPerTransaction) {
        let opened = Array(part.opened[start...].prefix(Self.segmentsPerTransaction))
        count += opened.count
        if pieces.isEmpty || count > Self.segmentsPerTransaction {
          pieces.append([])
          count = opened.count
        }
        pieces[pieces.count - 1].append(FilePart(file: part.file, opened: opened))
      }
    }
    return pieces
  }

  /// Takes in some parts in one transaction, or, where that fails, each in its own.
  private func take(
    _ parts: [FilePart], _ arrivals: [[[ArrivedEvent]]], now: Instant,
    _ heard: inout HeardEvents, _ reports: inout MergeReport
  ) {
    do {
      let taken = try commit(now: now) { database, books in
        var heard = heard
        heard.compare(with: books.ledger.frontier.size)
        var merge = try BundleMerge(into: database, of: self, heard: heard)
        // Asked before anything is added: what comes with one file is nothing that another remembers.
        let refusals = try parts.map { try refusal(of: $0.bundles, in: database) }
        var results: [Result<[DeviceSync], any Error>] = []
        for (index, part) in parts.enumerated() {
          if let refusal = refusals[index] {
            results.append(.failure(refusal))
          } else {
            results.append(.success(try take(part, arrivals[index], into: &merge, &books)))
          }
        }
        return (results: results, heard: merge.heard(after: books.ledger.frontier.size))
      }
      heard = taken.heard
      for (part, result) in zip(parts, taken.results) { reports.add(result, to: part.file) }
    } catch StorageError.locked(let path) {
      for part in parts { reports[part.file].failure = StorageError.locked(path: path) }
    } catch {
      guard parts.count > 1 else {
        reports[parts[0].file].failure = error
        return
      }
      for (part, arrivals) in zip(parts, arrivals) {
        take([part], [arrivals], now: now, &heard, &reports)
      }
    }
  }

  /// Why a part is not taken in, if its devices remember what the log does not have.
  private func refusal(
    of bundles: [CourierBundle], in database: Database
  ) throws -> StorageError? {
    do { try requireRemembered(by: bundles, in: database) } catch let error as StorageError {
      return error
    }
    return nil
  }

  private func take(
    _ part: FilePart, _ arrivals: [[ArrivedEvent]], into merge: inout BundleMerge,
    _ books: inout OfficeBooks
  ) throws -> [DeviceSync] {
    try books.ledger.prepare(part.bundles.flatMap { $0.events.flatMap(\.event.cards) })
    var devices: [DeviceSync] = []
    for group in grouped(part.bundles, arrivals) {
      let device = try merge.takeIn(
        group.arrivals, of: group.registration, checkpoint: group.checkpoint, &books)
      try books.journal.append(device.journalEntry(by: officeName, at: books.ledger.now))
      devices.append(device)
    }
    return devices
  }

  /// Checks signatures, PINs and details on all processors, outside the transaction: by part and
  /// bundle, equal bundles only once.
  private func check(
    _ parts: [FilePart], known: Set<Fingerprint>, now: Instant
  ) -> [[[ArrivedEvent]]] {
    let keys = keys
    var places: [Int: Int] = [:]
    var distinct: [CourierBundle] = []
    for opened in parts.flatMap(\.opened) where places[opened.source] == nil {
      places[opened.source] = distinct.count
      distinct.append(opened.bundle)
    }
    let checked = onAllProcessors(distinct) { bundle in
      bundle.entries.map { entry in
        ArrivedEvent(
          entry, in: bundle, isKnown: known.contains(entry.signed.hash), keys: keys,
          receivedAt: now)
      }
    }
    return parts.map { part in
      part.opened.map { opened in places[opened.source].map { checked[$0] } ?? [] }
    }
  }

  /// What the log says already of events, so that those in it need no checking.
  private func heardEvents(among bundles: [CourierBundle]) throws -> HeardEvents {
    try file.read { database in
      var heard = HeardEvents(entryCount: try entryCount(in: database))
      let lookup = try VerdictLookup(in: database)
      for hash in bundles.lazy.flatMap(\.events).map(\.hash) {
        heard[hash] = try lookup.verdict(on: hash)
      }
      return heard
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

extension Store.FilePart {
  /// By the first bundle, and equal ones by file.
  fileprivate static func isInOrder(_ one: Store.FilePart, _ other: Store.FilePart) -> Bool {
    guard let first = one.bundles.first, let second = other.bundles.first else {
      return one.file < other.file
    }
    if CourierBundle.isInOrder(first, second) { return true }
    return !CourierBundle.isInOrder(second, first) && one.file < other.file
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
