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
  /// So many are checked together, and so often: enough to keep every processor busy while a
  /// transaction waits for the disk.
  private static let segmentsPerCheck = 16
  private static let checksAhead = 6

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
    var heard: HeardEvents
    do { heard = try heardEvents(among: parts.flatMap(\.bundles)) } catch {
      for part in parts { reports[part.file].failure = error }
      return
    }
    let known = heard.inChain
    let transactions = pieces(of: parts, largest: Self.segmentsPerTransaction).map {
      pieces(of: $0, largest: Self.segmentsPerCheck)
    }
    let checked = MadeAhead(of: transactions.flatMap(\.self), ahead: Self.checksAhead) { parts in
      zip(parts, check(parts, known: known, now: now)).map { part, arrivals in
        CheckedPart(part: part, arrivals: arrivals)
      }
    }
    for transaction in transactions {
      take(transaction.flatMap(\.self), from: checked, now: now, &heard, &reports)
    }
  }

  /// A part whose events have been checked, by bundle.
  private struct CheckedPart: Sendable {
    let part: FilePart
    let arrivals: [[ArrivedEvent]]
  }

  /// The parts in order, cut into pieces of at most so many segments.
  private func pieces(of parts: [FilePart], largest: Int) -> [[FilePart]] {
    var pieces: [[FilePart]] = []
    var count = 0
    for part in parts {
      for start in stride(from: 0, to: part.opened.count, by: largest) {
        let opened = Array(part.opened[start...].prefix(largest))
        count += opened.count
        if pieces.isEmpty || count > largest {
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
    _ parts: [FilePart], from checked: MadeAhead<[CheckedPart]>, now: Instant,
    _ heard: inout HeardEvents, _ reports: inout MergeReport
  ) {
    var seen: [CheckedPart] = []
    func next() -> [CheckedPart] {
      let piece = checked.next()
      seen += piece
      return piece
    }
    do {
      try takeTogether(parts, now: now, &heard, &reports, next: next)
    } catch {
      while seen.count < parts.count { _ = next() }
      if case StorageError.locked = error {
        for part in parts { reports[part.file].failure = error }
        return
      }
      guard parts.count > 1 else { return reports[parts[0].file].failure = error }
      for checked in seen {
        do {
          try takeTogether([checked.part], now: now, &heard, &reports) { [checked] }
        } catch { reports[checked.part.file].failure = error }
      }
    }
  }

  /// Takes in parts in one transaction.
  ///
  /// - Parameter next: Gives the next of the parts, once their events are checked.
  private func takeTogether(
    _ parts: [FilePart], now: Instant, _ heard: inout HeardEvents, _ reports: inout MergeReport,
    next: () -> [CheckedPart]
  ) throws {
    let taken = try commit(now: now) { [heard] database, books in
      var heard = heard
      heard.compare(with: books.ledger.frontier.size)
      var merge = try BundleMerge(into: database, of: self, heard: heard)
      // Asked before anything is added: what comes with one file is nothing that another remembers.
      let refusals = try parts.map { try refusal(of: $0.bundles, in: database) }
      var results: [Result<[DeviceSync], any Error>] = []
      while results.count < parts.count {
        for checked in next() {
          if let refusal = refusals[results.count] {
            results.append(.failure(refusal))
          } else {
            results.append(.success(try take(checked, into: &merge, &books)))
          }
        }
      }
      return (results: results, heard: merge.heard(after: books.ledger.frontier.size))
    }
    heard = taken.heard
    for (part, result) in zip(parts, taken.results) { reports.add(result, to: part.file) }
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
    _ checked: CheckedPart, into merge: inout BundleMerge, _ books: inout OfficeBooks
  ) throws -> [DeviceSync] {
    try books.ledger.prepare(checked.arrivals.flatMap { $0.flatMap(\.event.cards) })
    var devices: [DeviceSync] = []
    for group in grouped(checked.part.bundles, checked.arrivals) {
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
      for entry in bundles.lazy.flatMap(\.entries) {
        heard[entry.signed.hash] = try lookup.verdict(on: entry.signed.hash)
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
    guard let first = one.opened.first?.bundle, let second = other.opened.first?.bundle else {
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
    return one.entries.first?.event.id.sequence ?? 0
      < other.entries.first?.event.id.sequence ?? 0
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
