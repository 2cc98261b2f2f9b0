public import Custody
public import Domain
import Foundation
import GRDB

/// What became of the events of a courier's bundle.
public struct SyncOutcome: Hashable, Sendable {
  /// Events that are in the ledger now.
  public let accepted: [Event]
  /// Events that an earlier bundle had brought.
  public let alreadyKnown: Int
  /// Events that were not accepted; they are kept as conflicts.
  public let refused: [RefusedEvent]
}

/// An event that a device told and the ledger did not accept.
public struct RefusedEvent: Hashable, Sendable, Described {
  public let event: Event
  /// A stable word for programs: upper case with underscores.
  public let code: String
  public let phrase: Phrase
}

/// A refused event as it is kept until someone has looked into it.
public struct Conflict: Hashable, Sendable {
  public let refused: RefusedEvent
  public let receivedAt: Instant
}

extension Store {
  /// Takes in what a courier's device recorded; bringing it again does no harm.
  ///
  /// The first bundle for a run fixes which key speaks for it. Events the rules refuse, events of a
  /// device that tells two stories, and events under another key become conflicts; the others
  /// enter the ledger.
  ///
  /// - Throws: `DeviceChainError` if an earlier bundle is missing or the bundle is for another
  ///   office, ``StoreRefusal`` if no run is out under this device; nothing is taken in then.
  public func merge(_ bundle: CourierBundle, now: Instant) throws -> SyncOutcome {
    try commit { database in
      var job = try BundleMerge(bundle, into: database, of: self, now: now)
      try job.takeIn()
      return (job.outcome, job.writer.head)
    }
  }

  /// Reads a bundle file and takes it in.
  public func merge(fileBytes: [UInt8], now: Instant) throws -> SyncOutcome {
    try merge(CourierBundle(fileBytes: fileBytes), now: now)
  }

  /// Every refused event, the oldest first.
  public func conflicts() throws -> [Conflict] {
    try file.read { database in
      try database.all("SELECT * FROM conflict ORDER BY id", [], Conflict.init(row:))
    }
  }
}

extension Conflict {
  init(row: Row) throws {
    let body: Data = try row.read("body")
    guard let event = try? Event(canonicalBytes: Array(body)) else {
      throw UnreadableColumn(name: "conflict.body")
    }
    self.init(
      refused: RefusedEvent(
        event: event, code: try row.read("code"),
        phrase: Phrase(
          id: try row.read("sentence_indonesian"), en: try row.read("sentence_english"))),
      receivedAt: try row.read("received_at"))
  }
}
