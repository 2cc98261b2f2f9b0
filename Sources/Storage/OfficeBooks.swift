import Domain
import GRDB

/// The two books of an office, open for writing within one transaction: the log of what happened to
/// cards, and the journal of what else the office did.
struct OfficeBooks {
  var ledger: LedgerWriter
  var journal: JournalWriter

  /// - Throws: ``StorageError`` if a book does not reach its anchor, or if the personal data are
  ///   sealed with newer keys than the key file has.
  init(_ database: Database, of store: Store, now: Instant) throws {
    try store.requireAnchored(in: database)
    try store.refreshKeys(in: database)
    ledger = try LedgerWriter(database, of: store, now: now)
    journal = try JournalWriter(database, of: store)
  }
}
