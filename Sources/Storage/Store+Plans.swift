public import Custody
public import Domain
import GRDB

/// What storing a plan changed besides adding it.
public struct PlanOutcome: Hashable, Sendable {
  /// Runs of older plans that no longer hold because the new plan speaks for their cards.
  public let supersededRuns: [RunID]
}

/// How far a run has come.
public enum RunStatus: Hashable, Sendable {
  /// Planned; its cards are still at the office.
  case planned
  /// Replaced by a newer plan before anyone took it out.
  case superseded(by: PlanID)
  /// Its cards are with the courier's organisation under this handover document.
  case withOrganisation(document: HandoverDocumentNumber)
  /// Its courier has its cards under this handover document.
  case handedOut(document: HandoverDocumentNumber)
}

extension Store {
  /// The identifier that the next plan of a day takes.
  public func nextPlanID(on date: CalendarDate) throws -> PlanID {
    try file.read { database in
      let last = try Int.fetchOne(
        database, sql: "SELECT max(version) FROM plan WHERE date = ?", arguments: [date])
      return PlanID(date: date, version: (last ?? 0) + 1)
    }
  }

  /// Stores a plan.
  ///
  /// Runs of its own or an earlier day that nobody has taken out and that share a card with it are
  /// superseded: a bag still at the office when a later day is planned has missed its day. A card
  /// that has left the office never moves.
  ///
  /// - Throws: ``StoreRefusal`` if the identifier is taken, a card is in it twice or not at the
  ///   office, or a card is already planned for a later day.
  @discardableResult
  public func savePlan(_ plan: Plan, now: Instant) throws -> PlanOutcome {
    try change(.plan, now: now) { database in
      guard try !exists(plan.id, in: database) else { throw StoreRefusal.planExists(plan.id) }
      try checkCards(of: plan, in: database)
      try insert(plan, now: now, in: database)
      return PlanOutcome(supersededRuns: try supersedeRuns(sharedWith: plan, in: database))
    }
  }

  /// - Throws: ``StoreRefusal/unknownPlan(_:)`` if there is none.
  public func plan(_ id: PlanID) throws -> Plan {
    try file.read { try plan(id, in: $0) }
  }

  /// The newest plan of a day; nothing if the day has none.
  public func latestPlan(on date: CalendarDate) throws -> Plan? {
    try file.read { database in
      let id = try PlanID.fetchOne(
        database, sql: "SELECT id FROM plan WHERE date = ? ORDER BY version DESC LIMIT 1",
        arguments: [date])
      return try id.map { try plan($0, in: database) }
    }
  }

  /// Every plan, the newest first.
  public func planIDs() throws -> [PlanID] {
    try file.read { database in
      try PlanID.fetchAll(database, sql: "SELECT id FROM plan ORDER BY date DESC, version DESC")
    }
  }

  /// - Throws: ``StoreRefusal/unknownRun(_:)`` if there is none.
  public func run(_ id: RunID) throws -> Run {
    try file.read { try run(id, in: $0) }
  }

  /// The runs of a plan in its order, superseded ones too.
  public func runs(_ plan: PlanID) throws -> [Run] {
    try file.read { database in
      guard try exists(plan, in: database) else { throw StoreRefusal.unknownPlan(plan) }
      return try runs(of: plan, in: database)
    }
  }

  /// The runs of a day that hold, of all its plans, in order.
  public func runs(on date: CalendarDate) throws -> [Run] {
    try file.read { database in
      let query = """
        SELECT run.id FROM run JOIN plan ON plan.id = plan
        WHERE plan.date = ? AND superseded_by IS NULL ORDER BY run.id
        """
      let ids: [RunID] = try database.all(query, [date]) { try $0.read("id") }
      return try ids.sorted().map { try run($0, in: database) }
    }
  }

  /// The newest run that holds and has a card in it; nothing if there is none.
  public func plannedRun(of card: CardID) throws -> RunID? {
    try file.read { database in
      let query = """
        SELECT run.id FROM run_card JOIN run ON run.id = run JOIN plan ON plan.id = plan
        WHERE card = ? AND superseded_by IS NULL ORDER BY plan.date DESC, version DESC LIMIT 1
        """
      return try database.first(query, [card]) { try $0.read("id") }
    }
  }

  public func runStatus(_ id: RunID) throws -> RunStatus {
    try file.read { try runStatus(id, in: $0) }
  }

  func runStatus(_ id: RunID, in database: Database) throws -> RunStatus {
    let query = "SELECT superseded_by FROM run WHERE id = ?"
    let superseded = try database.first(query, [id]) { row -> PlanID? in
      try row.readIfPresent("superseded_by")
    }
    guard let superseded else { throw StoreRefusal.unknownRun(id) }
    if let plan = superseded { return .superseded(by: plan) }
    if let handover = try signedHandover(.toCourier, of: id, in: database) {
      return .handedOut(document: handover.number)
    }
    let first = try signedHandover(.toOrganisation, of: id, in: database)
    return first.map { .withOrganisation(document: $0.number) } ?? .planned
  }

  private func exists(_ id: PlanID, in database: Database) throws -> Bool {
    try database.hasRow("SELECT 1 FROM plan WHERE id = ?", [id])
  }
}
