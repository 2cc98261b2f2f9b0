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
  /// Its cards left the office under this handover document.
  case handedOut(document: String)
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
    try file.write { database in
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

  public func runStatus(_ id: RunID) throws -> RunStatus {
    try file.read { try runStatus(id, in: $0) }
  }

  func runStatus(_ id: RunID, in database: Database) throws -> RunStatus {
    let query = try database.cachedStatement(
      sql: """
        SELECT superseded_by, (
          SELECT min(number) FROM handover JOIN handover_run ON handover = number
          WHERE run = run.id AND signed_at IS NOT NULL
        ) AS document FROM run WHERE id = ?
        """)
    guard let row = try Row.fetchOne(query, arguments: [id]) else {
      throw StoreRefusal.unknownRun(id)
    }
    if let plan: PlanID = try row.readIfPresent("superseded_by") { return .superseded(by: plan) }
    let document: String? = try row.readIfPresent("document")
    return document.map(RunStatus.handedOut) ?? .planned
  }

  private func exists(_ id: PlanID, in database: Database) throws -> Bool {
    try Row.fetchOne(database, sql: "SELECT 1 FROM plan WHERE id = ?", arguments: [id]) != nil
  }
}

// MARK: - Reading

extension Store {
  func run(_ id: RunID, in database: Database) throws -> Run {
    guard
      let row = try Row.fetchOne(database, sql: "SELECT * FROM run WHERE id = ?", arguments: [id])
    else { throw StoreRefusal.unknownRun(id) }
    return try Run(row: row, stops: try stops(of: id, in: database))
  }

  private func plan(_ id: PlanID, in database: Database) throws -> Plan {
    let query = "SELECT * FROM plan WHERE id = ?"
    guard let row = try Row.fetchOne(database, sql: query, arguments: [id]) else {
      throw StoreRefusal.unknownPlan(id)
    }
    let seed: Int64 = try row.read("seed")
    return Plan(
      id: id, date: try row.read("date"), seed: UInt64(bitPattern: seed),
      runs: try runs(of: id, in: database), leftOut: try leftOut(of: id, in: database))
  }

  private func runs(of plan: PlanID, in database: Database) throws -> [Run] {
    try Row.fetchAll(
      database, sql: "SELECT * FROM run WHERE plan = ? ORDER BY place", arguments: [plan]
    ).map { row in try Run(row: row, stops: try stops(of: try row.read("id"), in: database)) }
  }

  private func stops(of run: RunID, in database: Database) throws -> [Stop] {
    var cards: [Int: [CardID]] = [:]
    let cardRows = try database.cachedStatement(
      sql: "SELECT stop, card FROM run_card WHERE run = ? ORDER BY stop, card")
    for row in try Row.fetchAll(cardRows, arguments: [run]) {
      cards[try row.read("stop"), default: []].append(try row.read("card"))
    }
    let stopRows = try database.cachedStatement(
      sql: "SELECT * FROM stop WHERE run = ? ORDER BY number")
    return try Row.fetchAll(stopRows, arguments: [run]).map { row in
      let number: Int = try row.read("number")
      return Stop(
        number: number, location: try row.readLocation(), desa: try row.read("desa"),
        arrives: try row.read("arrives"), starts: try row.read("starts"),
        departs: try row.read("departs"), cards: cards[number] ?? [])
    }
  }

  private func leftOut(of plan: PlanID, in database: Database) throws -> [LeftOutCard] {
    var refusals: [CardID: [CourierRefusal]] = [:]
    let refusalRows = try Row.fetchAll(
      database, sql: "SELECT * FROM left_out_refusal WHERE plan = ? ORDER BY card, courier",
      arguments: [plan])
    for row in refusalRows {
      refusals[try row.read("card"), default: []].append(
        CourierRefusal(courier: try row.read("courier"), reason: try row.read("reason")))
    }
    return try Row.fetchAll(
      database, sql: "SELECT * FROM left_out WHERE plan = ? ORDER BY card", arguments: [plan]
    ).map { row in
      let card: CardID = try row.read("card")
      return LeftOutCard(
        card: card, refusals: refusals[card] ?? [],
        remedy: Phrase(
          id: try row.read("remedy_indonesian"), en: try row.read("remedy_english")))
    }
  }
}

extension Run {
  fileprivate init(row: Row, stops: [Stop]) throws {
    let milliseconds: Int64 = try row.read("travel_milliseconds")
    self.init(
      id: try row.read("id"), courier: try row.read("courier"),
      kecamatan: try row.readIfPresent("kecamatan"), leaves: try row.read("leaves"),
      returns: try row.read("returns"), restStarts: try row.readIfPresent("rest_starts"),
      travel: .milliseconds(milliseconds), distance: try row.read("distance_metres"), stops: stops)
  }
}
