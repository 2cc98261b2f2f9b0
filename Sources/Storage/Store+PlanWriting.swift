import Custody
import Domain
import GRDB
import Geometry

extension Store {
  /// Refuses a plan that names a card twice, or one that may not be planned now.
  func checkCards(of plan: Plan, in database: Database) throws {
    var seen: Set<CardID> = []
    for card in plan.runs.flatMap(\.cards) + plan.leftOut.map(\.card) {
      guard seen.insert(card).inserted else { throw StoreRefusal.cardTwiceInPlan(card, plan.id) }
    }
    let plannedLater = try database.makeStatement(
      sql: """
        SELECT run FROM run_card JOIN run ON run.id = run JOIN plan ON plan.id = run.plan
        WHERE card = ? AND plan.date > ? AND \(Self.runIsWaiting)
        """)
    for card in plan.runs.flatMap(\.cards) {
      let custody = try custody(of: card, in: database)
      guard custody.status == .atOffice, custody.holder == .office else {
        throw StoreRefusal.cardNotAtOffice(card, plan.id)
      }
      if let run = try RunID.fetchOne(plannedLater, arguments: [card, plan.date]) {
        throw StoreRefusal.cardPlannedLater(card, run)
      }
    }
  }

  /// Whether the `run` of a query holds and nobody has taken it out of the office.
  static let runIsWaiting = """
    run.superseded_by IS NULL AND NOT EXISTS (
      SELECT 1 FROM handover_run JOIN handover ON number = handover
      WHERE handover_run.run = run.id AND signed_at IS NOT NULL)
    """

  func insert(_ plan: Plan, now: Instant, in database: Database) throws {
    try database.execute(
      sql: "INSERT INTO plan VALUES (?, ?, ?, ?, ?, zeroblob(0))",
      arguments: [plan.id, plan.date, plan.id.version, Int64(bitPattern: plan.seed), now])
    for (place, run) in plan.runs.enumerated() {
      _ = try courier(run.courier, in: database)
      try insert(run, of: plan.id, at: place, in: database)
    }
    for card in plan.leftOut { try insert(card, of: plan.id, in: database) }
    // What is sealed is what was stored, whatever order the planner listed cards in.
    let seal = PlanSeal(try self.plan(plan.id, in: database), of: self)
    try database.execute(
      sql: "UPDATE plan SET seal = ? WHERE id = ?",
      arguments: [seal.value, plan.id])
  }

  /// Ends the runs that the newly stored `plan` replaces; their identifiers in order.
  func supersedeRuns(sharedWith plan: Plan, in database: Database) throws -> [RunID] {
    let superseded = try RunID.fetchAll(
      database,
      sql: """
        SELECT run.id FROM run JOIN plan ON plan.id = run.plan
        WHERE plan.id <> :plan AND plan.date <= :date AND \(Self.runIsWaiting)
          AND EXISTS (
            SELECT 1 FROM run_card WHERE run_card.run = run.id AND card IN (
              SELECT card FROM run_card JOIN run ON run.id = run_card.run WHERE run.plan = :plan
              UNION SELECT card FROM left_out WHERE left_out.plan = :plan))
        """, arguments: ["plan": plan.id, "date": plan.date])
    for run in superseded {
      try database.execute(
        sql: "UPDATE run SET superseded_by = ? WHERE id = ?", arguments: [plan.id, run])
    }
    return superseded.sorted()
  }

  private func insert(
    _ run: Run, of plan: PlanID, at place: Int, in database: Database
  ) throws {
    try database.cachedStatement(sql: "INSERT INTO run VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)")
      .execute(arguments: [
        run.id, plan, place, run.courier, run.kecamatan, run.leaves, run.returns, run.restStarts,
        run.travel.wholeMilliseconds, run.distance,
      ])
    let insertStop = try database.cachedStatement(
      sql: "INSERT INTO stop VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    let insertCard = try database.cachedStatement(sql: "INSERT INTO run_card VALUES (?, ?, ?)")
    for stop in run.stops {
      let place = stop.location
      try insertStop.execute(arguments: [
        run.id, stop.number, place.coordinate.latitudeE7, place.coordinate.longitudeE7,
        place.source, place.uncertainty, stop.desa, stop.arrives, stop.starts, stop.departs,
      ])
      for card in stop.cards { try insertCard.execute(arguments: [run.id, stop.number, card]) }
    }
    for (place, crossing) in run.crossings.enumerated() {
      try insert(crossing, of: run.id, at: place, in: database)
    }
  }

  private func insert(
    _ crossing: Crossing, of run: RunID, at place: Int, in database: Database
  ) throws {
    let (from, to) = (crossing.from.coordinate, crossing.to.coordinate)
    try database.cachedStatement(
      sql: "INSERT INTO crossing VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    ).execute(arguments: [
      run, place, crossing.route, crossing.boat, crossing.from.name, from.latitudeE7,
      from.longitudeE7, crossing.to.name, to.latitudeE7, to.longitudeE7, crossing.departs,
      crossing.arrives, crossing.beforeStop, crossing.daysLater, crossing.note,
    ])
  }

  private func insert(_ leftOut: LeftOutCard, of plan: PlanID, in database: Database) throws {
    try database.cachedStatement(sql: "INSERT INTO left_out VALUES (?, ?, ?, ?)")
      .execute(arguments: [plan, leftOut.card, leftOut.remedy.indonesian, leftOut.remedy.english])
    for refusal in leftOut.refusals {
      try database.cachedStatement(sql: "INSERT INTO left_out_refusal VALUES (?, ?, ?, ?)")
        .execute(arguments: [plan, leftOut.card, refusal.courier, refusal.reason])
    }
  }
}
