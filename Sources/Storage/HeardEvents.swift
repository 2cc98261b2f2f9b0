import Custody
import GRDB

/// What the log says of an event that it has.
enum HeardVerdict: Sendable {
  /// It stands in the chain of its device.
  case inChain
  case turnedAway
}

/// What the log says of the events that a merge brings, looked up once and kept up to date by it.
struct HeardEvents {
  private var verdicts: [Fingerprint: HeardVerdict] = [:]
  private let entryCount: Int
  /// Whether nobody else has added to the log meanwhile: if somebody has, the log must be asked.
  private(set) var isCurrent = true

  init(entryCount: Int) { self.entryCount = entryCount }

  subscript(event: Fingerprint) -> HeardVerdict? {
    get { verdicts[event] }
    set { verdicts[event] = newValue }
  }

  var inChain: Set<Fingerprint> { Set(verdicts.filter { $0.value == .inChain }.keys) }

  /// - Parameter size: How many entries the log has now.
  mutating func compare(with size: Int) { isCurrent = isCurrent && size == entryCount }

  /// The same, for a log that has grown to `size` by the merge itself.
  func grown(to size: Int) -> HeardEvents {
    var grown = HeardEvents(entryCount: size)
    grown.verdicts = verdicts
    grown.isCurrent = isCurrent
    return grown
  }
}

/// Asks the log about events.
struct VerdictLookup {
  private let select: Statement

  init(in database: Database) throws {
    select = try database.cachedStatement(sql: "SELECT refusal FROM entry WHERE event_hash = ?")
  }

  /// Nothing if the log does not have the event.
  func verdict(on event: Fingerprint) throws -> HeardVerdict? {
    var verdict: HeardVerdict?
    let rows = try ColumnRows(select, [event])
    while var columns = try rows.next() {
      let code: String? = try columns.nextIfPresent()
      if code.flatMap(ArrivalRefusal.init(rawValue:)) == nil { return .inChain }
      verdict = .turnedAway
    }
    return verdict
  }
}
